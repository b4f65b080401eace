import { useCallback, useState } from 'react';
import type { Size } from './shape-edits';

const STEP = 1.25;
const SMALLEST = 0.1;
const LARGEST = 4;
/** A stage of more pixels than this would be slow to paint and heavy to hold. */
const MOST_STAGE_PIXELS = 30_000_000;

/** The editor's zoom. */
export interface Zoom {
  /** Window pixels per picture pixel. */
  readonly scale: number;
  readonly isFitted: boolean;
  /** For the element that the picture has to fit into. */
  readonly paneRef: (pane: HTMLElement | null) => (() => void) | undefined;
  zoomIn(): void;
  zoomOut(): void;
  fit(): void;
}

/** Keeps the whole dump in view until the person zooms; then keeps what they chose. */
export function useZoom(dump: Size): Zoom {
  const [pane, setPane] = useState<Size | null>(null);
  const [chosen, setChosen] = useState<number | null>(null);

  const paneRef = useCallback((element: HTMLElement | null) => {
    if (element === null) return undefined;
    const measure = () => setPane({ width: element.clientWidth, height: element.clientHeight });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const largest = Math.min(LARGEST, Math.sqrt(MOST_STAGE_PIXELS / (dump.width * dump.height)) / devicePixelRatio);
  // A picture is not shown larger than its pixels unless somebody asks: that would only blur it.
  const fitted =
    pane === null ? 0 : Math.min(pane.width / dump.width, (pane.height - 1) / dump.height, 1 / devicePixelRatio);
  const scale = Math.min(chosen ?? Math.max(fitted, 0.02), Math.max(largest, SMALLEST));
  const zoomBy = (factor: number) => setChosen(Math.max(Math.min(scale * factor, largest), SMALLEST));

  return {
    scale,
    isFitted: chosen === null,
    paneRef,
    zoomIn: () => zoomBy(STEP),
    zoomOut: () => zoomBy(1 / STEP),
    fit: () => setChosen(null),
  };
}
