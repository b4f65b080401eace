import { type RefObject, useEffect, useRef } from 'react';
import type { SheetPlace } from './sheet-moves';

/** Where the keyboard is to go: a line in a panel, or the day itself. */
interface FocusWish extends SheetPlace {
  readonly panel: string;
}

/**
 * Sends the keyboard to a line or a day as soon as it is drawn: it may be on another day, or only just written. Nothing
 * moves while a dialog is open.
 */
export function useLineFocus(root: RefObject<HTMLElement | null>, isDialogOpen: boolean) {
  const wish = useRef<FocusWish | null>(null);

  // After every drawing: the line that is waited for may be in it.
  useEffect(() => {
    if (wish.current === null || root.current === null || isDialogOpen) return;
    const element = find(root.current, wish.current);
    if (element === null) return;
    wish.current = null;
    element.focus();
  });

  return {
    /** The panel the keyboard is in, or the first there is. */
    panel: (): string => {
      const focused = document.activeElement?.closest('[data-panel]');
      const shown = focused ?? root.current?.querySelector('[data-panel]');
      return shown?.getAttribute('data-panel') ?? '';
    },
    wishFor: (panel: string, place: SheetPlace) => {
      wish.current = { panel, ...place };
    },
    isWaiting: () => wish.current !== null,
  };
}

function find(root: HTMLElement, { panel, date, lineId }: FocusWish): HTMLElement | null {
  if (lineId === null) return root.querySelector<HTMLElement>(`[data-day-head="${date}"]`) ?? root;
  const line = `button[data-line-id="${lineId}"]`;
  return root.querySelector<HTMLElement>(`[data-panel="${panel}"] ${line}`) ?? root.querySelector<HTMLElement>(line);
}
