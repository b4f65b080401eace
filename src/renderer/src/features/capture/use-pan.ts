import { type PointerEvent, type RefObject, useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Zoom } from './use-zoom';

const MIDDLE_BUTTON = 1;
const ZOOM_PER_WHEEL_PX = 0.002;

/**
 * The mouse on the pane: the middle button, or any while the space bar is held, drags what is shown; the wheel with Ctrl
 * zooms about the pointer. The plain wheel scrolls by itself.
 */
export function usePan(zoom: Zoom, canvasRef: RefObject<HTMLElement | null>) {
  const [isSpaceHeld, setSpaceHeld] = useState(false);
  /** Where the pane would stand if the pointer were in the window's corner. */
  const origin = useRef<{ left: number; top: number } | null>(null);
  const { paneRef } = zoom;

  const onWheel = useEffectEvent((event: WheelEvent) => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    zoom.zoomAbout(Math.exp(-event.deltaY * ZOOM_PER_WHEEL_PX), { x: event.clientX, y: event.clientY });
  });
  useEffect(() => {
    const pane = paneRef.current;
    const wheel = (event: WheelEvent) => onWheel(event);
    // React's own listener could not keep the window from scrolling.
    pane?.addEventListener('wheel', wheel, { passive: false });
    return () => pane?.removeEventListener('wheel', wheel);
  }, [paneRef]);

  useEffect(() => {
    const isElsewhere = ({ target }: Event) => target !== canvasRef.current && target !== document.body;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== ' ' || isElsewhere(event)) return;
      event.preventDefault();
      setSpaceHeld(true);
    };
    const release = () => setSpaceHeld(false);
    const onKeyUp = (event: KeyboardEvent) => event.key === ' ' && release();
    window.addEventListener('keydown', onKeyDown);
    window.addEventListener('keyup', onKeyUp);
    window.addEventListener('blur', release);
    return () => {
      window.removeEventListener('keydown', onKeyDown);
      window.removeEventListener('keyup', onKeyUp);
      window.removeEventListener('blur', release);
    };
  }, [canvasRef]);

  return {
    isSpaceHeld,
    handlers: {
      onPointerDownCapture: (event: PointerEvent<HTMLElement>) => {
        if (event.button !== MIDDLE_BUTTON && !isSpaceHeld) return;
        event.stopPropagation();
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
        const { scrollLeft, scrollTop } = event.currentTarget;
        origin.current = { left: scrollLeft + event.clientX, top: scrollTop + event.clientY };
      },
      onPointerMoveCapture: (event: PointerEvent<HTMLElement>) => {
        if (origin.current === null) return;
        event.stopPropagation();
        const { left, top } = origin.current;
        event.currentTarget.scrollTo({ left: left - event.clientX, top: top - event.clientY });
      },
      onPointerUpCapture: () => {
        origin.current = null;
      },
      onPointerCancelCapture: () => {
        origin.current = null;
      },
      // On some systems the middle button would begin to scroll by itself.
      onMouseDown: (event: React.MouseEvent<HTMLElement>) => {
        if (event.button === MIDDLE_BUTTON) event.preventDefault();
      },
    },
  };
}
