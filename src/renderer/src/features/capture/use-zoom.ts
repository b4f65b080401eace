import type { Point } from '@core/capture/geometry';
import type { Size } from '@core/capture/mark-sizes';
import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react';

const STEP = 1.25;
const SMALLEST = 0.05;
const LARGEST = 8;

/** The editor's zoom. */
export interface Zoom {
  /** Window pixels per picture pixel. */
  readonly scale: number;
  /** Pixels of the screen per hundred picture pixels: at 100 each is one of the screen's own. */
  readonly percent: number;
  readonly isFitted: boolean;
  /** For the element that the picture has to fit into. */
  readonly measureRef: (pane: HTMLElement | null) => (() => void) | undefined;
  /** For the element that scrolls. */
  readonly paneRef: RefObject<HTMLDivElement | null>;
  /** For the element that holds the picture, in the pane. */
  readonly dumpRef: RefObject<HTMLDivElement | null>;
  zoomIn(): void;
  zoomOut(): void;
  /** Zooms about a point of the window: what lies there stays there. */
  zoomAbout(factor: number, client: Point): void;
  fit(): void;
  showActualSize(): void;
  /** Shows what lies further right and down, in pixels of the window. */
  panBy(by: Point): void;
}

/** A point of the dump, in its own pixels, that has to stay where it is in the window. */
interface Anchor {
  readonly dump: Point;
  readonly client: Point;
}

/** Keeps the whole dump in view until the person zooms; then keeps what they chose. */
export function useZoom(dump: Size): Zoom {
  const [room, setRoom] = useState<Size | null>(null);
  const [chosen, setChosen] = useState<number | null>(null);
  const paneRef = useRef<HTMLDivElement>(null);
  const dumpRef = useRef<HTMLDivElement>(null);
  const anchor = useRef<Anchor | null>(null);

  const measureRef = useCallback((element: HTMLElement | null) => {
    if (element === null) return undefined;
    const measure = () => setRoom({ width: element.clientWidth, height: element.clientHeight });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  // A picture is not shown larger than its pixels unless somebody asks: that would only blur it.
  const actualSize = 1 / devicePixelRatio;
  const fitted = room === null ? 0 : Math.min(room.width / dump.width, (room.height - 1) / dump.height, actualSize);
  const scale = chosen ?? Math.max(fitted, 0.02);

  useLayoutEffect(() => {
    const [pane, shown, kept] = [paneRef.current, dumpRef.current, anchor.current];
    anchor.current = null;
    if (pane === null || shown === null || kept === null) return;
    const box = shown.getBoundingClientRect();
    pane.scrollLeft += box.left + kept.dump.x * scale - kept.client.x;
    pane.scrollTop += box.top + kept.dump.y * scale - kept.client.y;
  }, [scale]);

  const zoomTo = (next: number, client: Point) => {
    const box = dumpRef.current?.getBoundingClientRect();
    const limited = Math.max(Math.min(next, LARGEST * actualSize), SMALLEST);
    if (box === undefined || limited === scale) return;
    anchor.current = { client, dump: { x: (client.x - box.left) / scale, y: (client.y - box.top) / scale } };
    setChosen(limited);
  };
  const middle = (): Point => {
    const box = paneRef.current?.getBoundingClientRect();
    return box === undefined ? { x: 0, y: 0 } : { x: box.left + box.width / 2, y: box.top + box.height / 2 };
  };

  return {
    scale,
    percent: Math.round(scale * devicePixelRatio * 100),
    isFitted: chosen === null,
    measureRef,
    paneRef,
    dumpRef,
    zoomIn: () => zoomTo(scale * STEP, middle()),
    zoomOut: () => zoomTo(scale / STEP, middle()),
    zoomAbout: (factor, client) => zoomTo(scale * factor, client),
    fit: () => setChosen(null),
    showActualSize: () => zoomTo(actualSize, middle()),
    panBy: ({ x, y }) => paneRef.current?.scrollBy({ left: x, top: y }),
  };
}
