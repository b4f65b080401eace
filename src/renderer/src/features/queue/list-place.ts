import { elementScroll, type Rect, type Virtualizer } from '@tanstack/react-virtual';

// Left to itself the library asks for size and place of a list while that is drawn, which has everything new in the window
// laid out within that task, and the rows drawn once more.

type List = Virtualizer<HTMLDivElement, Element>;

const placed = new WeakSet<HTMLDivElement>();

/** Tells the size of a list when the window has laid it out, and whenever it changes. */
export function observeSize({ scrollElement }: List, tell: (size: Rect) => void): (() => void) | undefined {
  if (scrollElement === null) return undefined;
  const observer = new ResizeObserver(([entry]) => {
    const [size] = entry?.borderBoxSize ?? [];
    if (size !== undefined) tell({ width: Math.round(size.inlineSize), height: Math.round(size.blockSize) });
  });
  observer.observe(scrollElement, { box: 'border-box' });
  return () => observer.disconnect();
}

/** Scrolls a list. A new one stands at its beginning without being told. */
export const scrollList: typeof elementScroll<HTMLDivElement> = (offset, options, list) => {
  const { scrollElement } = list;
  if (scrollElement === null) return;
  const isNew = !placed.has(scrollElement);
  placed.add(scrollElement);
  if (!isNew || offset !== 0) elementScroll(offset, options, list);
};
