import { useCallback } from 'react';
import { call } from '../../api/client';

/** The line around the window, above and below. */
const BORDERS_PX = 2;

/** A ref for the content that the window is made as high as, whenever its height changes. */
export function useFittedWindow() {
  return useCallback((content: HTMLElement | null) => {
    if (content === null) return undefined;
    const observer = new ResizeObserver(() => {
      const heightPx = Math.ceil(content.getBoundingClientRect().height) + BORDERS_PX;
      // A window that keeps its height is still a window.
      call('floating:fit', { heightPx }).catch(() => undefined);
    });
    observer.observe(content);
    return () => observer.disconnect();
  }, []);
}
