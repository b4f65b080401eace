import { type RefObject, useEffect, useRef } from 'react';
import type { AxisGlance } from '../axis-layout';

/**
 * Brings a place of the axis into view whenever `key` changes: another day is another place to look at, a line that was
 * added to this one is not.
 */
export function useAxisScroll(panel: RefObject<HTMLElement | null>, canvasPx: number, glance: AxisGlance, key: string) {
  const done = useRef<string | null>(null);
  useEffect(() => {
    if (panel.current === null || canvasPx === 0 || done.current === key) return;
    done.current = key;
    const place = (glance.percent / 100) * canvasPx;
    panel.current.scrollTop = Math.max(0, place - panel.current.clientHeight * glance.shareAbove);
  });
}
