import type { Rectangle } from '@core/capture/covered-pixels';
import { type RefObject, useLayoutEffect, useState } from 'react';

/** The stage is cut to this grid, in pixels of the window, so that it is made anew only now and then while scrolling. */
const GRID_PX = 256;

const NOTHING: Rectangle = { x: 0, y: 0, width: 0, height: 0 };

/**
 * The part of a large element that can be seen in the pane it scrolls in, and a little around it, in pixels of the window
 * from the element's corner. A stage of the whole picture at every zoom would be slow to paint and heavy to hold.
 */
export function useVisiblePart(
  paneRef: RefObject<HTMLElement | null>,
  elementRef: RefObject<HTMLElement | null>,
  /** Of the whole element, in pixels of the window. */
  { width, height }: { readonly width: number; readonly height: number },
): Rectangle {
  const [part, setPart] = useState<Rectangle>(NOTHING);
  useLayoutEffect(() => {
    const [pane, element] = [paneRef.current, elementRef.current];
    if (pane === null || element === null) return undefined;
    const measure = () => {
      const [outer, inner] = [pane.getBoundingClientRect(), element.getBoundingClientRect()];
      const x = alongGrid(outer.left - inner.left, outer.right - inner.left, width);
      const y = alongGrid(outer.top - inner.top, outer.bottom - inner.top, height);
      const next = { x: x.from, y: y.from, width: x.length, height: y.length };
      setPart((before) => (isSame(before, next) ? before : next));
    };
    measure();
    pane.addEventListener('scroll', measure, { passive: true });
    const observer = new ResizeObserver(measure);
    observer.observe(pane);
    return () => {
      pane.removeEventListener('scroll', measure);
      observer.disconnect();
    };
  }, [paneRef, elementRef, width, height]);
  return part;
}

/** Where the seen part begins and how long it is, in one direction, on the grid and within the whole. */
function alongGrid(from: number, to: number, whole: number): { from: number; length: number } {
  const begin = Math.max(0, Math.floor(from / GRID_PX) * GRID_PX);
  const end = Math.min(whole, Math.ceil(to / GRID_PX) * GRID_PX);
  return { from: begin, length: Math.max(1, end - begin) };
}

function isSame(one: Rectangle, other: Rectangle): boolean {
  return one.x === other.x && one.y === other.y && one.width === other.width && one.height === other.height;
}
