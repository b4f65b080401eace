import type { TimesheetLineId } from '@core/ids';

/** Which lines an action is about, and where the keyboard is. */
export interface Selection {
  /** The line the keyboard is on. */
  readonly activeId: TimesheetLineId | null;
  /** Where a range begins. */
  readonly anchorId: TimesheetLineId | null;
  readonly chosenIds: ReadonlySet<TimesheetLineId>;
}

/** `only`: this one and no other; `toggle`: this one too, or no longer; `range`: everything from the anchor to here. */
export type ChooseMode = 'only' | 'toggle' | 'range';

export const NOTHING_CHOSEN: Selection = { activeId: null, anchorId: null, chosenIds: new Set() };

/** Exactly these lines, the keyboard on the first of them. */
export function chosenExactly(lineIds: readonly TimesheetLineId[]): Selection {
  const first = lineIds[0] ?? null;
  return { activeId: first, anchorId: first, chosenIds: new Set(lineIds) };
}

/** The selection after a line was clicked or walked to. `order` is how the lines stand, day by day. */
export function choose(
  selection: Selection,
  lineId: TimesheetLineId,
  mode: ChooseMode,
  order: readonly TimesheetLineId[],
): Selection {
  switch (mode) {
    case 'only':
      return chosenExactly([lineId]);
    case 'toggle': {
      const chosenIds = new Set(selection.chosenIds);
      if (!chosenIds.delete(lineId)) chosenIds.add(lineId);
      return { activeId: lineId, anchorId: lineId, chosenIds };
    }
    case 'range': {
      const anchorId = selection.anchorId ?? lineId;
      const [from, to] = [order.indexOf(anchorId), order.indexOf(lineId)].sort((a, b) => a - b);
      if (from === undefined || to === undefined || from < 0) return chosenExactly([lineId]);
      return { activeId: lineId, anchorId, chosenIds: new Set(order.slice(from, to + 1)) };
    }
  }
}

/** The selection without lines that are no longer there; the same object when nothing is gone. */
export function keepExisting(selection: Selection, existing: ReadonlySet<TimesheetLineId>): Selection {
  const isThere = (lineId: TimesheetLineId | null) => lineId === null || existing.has(lineId);
  const chosen = [...selection.chosenIds];
  if (isThere(selection.activeId) && isThere(selection.anchorId) && chosen.every(isThere)) return selection;
  return {
    activeId: isThere(selection.activeId) ? selection.activeId : null,
    anchorId: isThere(selection.anchorId) ? selection.anchorId : null,
    chosenIds: new Set(chosen.filter(isThere)),
  };
}
