import type { TimesheetLineId } from '@core/ids';
import type { Interval } from '@core/time/interval';
import { addDays } from '@core/time/stockholm-days';
import type { LineView, TimesheetDayView, TimesheetView } from '@ipc/timesheet-views';
import { useCallbackRef } from '@mantine/hooks';
import { type RefObject, useMemo, useRef, useState } from 'react';
import { undoLatest } from '../../ui/undo-notice';
import { mergeObstacle } from './core-line';
import { emptyDraft } from './form/line-draft';
import type { SheetForm } from './form/SheetDialog';
import type { LinePointer } from './pointer';
import type { SheetSpan } from './SheetHeader';
import { type ChooseMode, choose, chosenExactly, keepExisting, NOTHING_CHOSEN, type Selection } from './selection';
import type { SheetAction } from './sheet-actions';
import { moveInSheet, orderOf } from './sheet-moves';
import { writeStretch } from './time-reading';
import type { LineCommands } from './use-line-commands';
import { useLineFocus } from './use-line-focus';
import { useSheetKeys } from './use-sheet-keys';

const DAYS_PER_WEEK = 7;

interface SheetContext {
  readonly root: RefObject<HTMLElement | null>;
  /** All seven days of the week. */
  readonly days: readonly TimesheetDayView[];
  readonly shownDays: readonly TimesheetDayView[];
  readonly shownDate: string;
  readonly span: SheetSpan;
  readonly undoStep: TimesheetView['undo'];
  readonly redoStep: TimesheetView['redo'];
  readonly commands: LineCommands;
  readonly onShowDate: (date: string) => void;
}

/** What is chosen, which form is open, and what keys, pointer and buttons do to both. */
export function useSheet(context: SheetContext) {
  const { root, days, shownDays, shownDate, span, undoStep, redoStep, commands, onShowDate } = context;
  const [kept, setSelection] = useState<Selection>(NOTHING_CHOSEN);
  const [form, setForm] = useState<SheetForm | null>(null);
  const [isOpen, setIsOpen] = useState(false);
  const opener = useRef<Element | null>(null);
  const focus = useLineFocus(root, isOpen);

  const order = useMemo(() => orderOf(shownDays), [shownDays]);
  const selection = useMemo(() => keepExisting(kept, new Set(order)), [kept, order]);
  const chosen = useMemo(
    () => shownDays.flatMap(({ lines }) => lines.filter(({ id }) => selection.chosenIds.has(id))),
    [shownDays, selection],
  );
  const firstOfDay = shownDays.find(({ date }) => date === shownDate)?.lines[0]?.id;
  const tabStopId = selection.activeId ?? firstOfDay ?? order[0] ?? null;

  const dateOf = (lineId: TimesheetLineId) =>
    shownDays.find(({ lines }) => lines.some(({ id }) => id === lineId))?.date ?? shownDate;
  const open = (opened: SheetForm) => {
    opener.current = document.activeElement;
    setForm(opened);
    setIsOpen(true);
  };
  const goTo = (panel: string, date: string, lineId: TimesheetLineId | null) => {
    focus.wishFor(panel, { date, lineId });
    if (date !== shownDate) onShowDate(date);
  };
  const step = useCallbackRef((direction: -1 | 1) => {
    setSelection(NOTHING_CHOSEN);
    onShowDate(addDays(shownDate, direction * (span === 'week' ? DAYS_PER_WEEK : 1)));
  });

  const act = (action: SheetAction, lines: readonly LineView[]) => {
    const [line, ...others] = lines;
    if (line === undefined) return;
    const isOne = others.length === 0;
    switch (action) {
      case 'edit':
      case 'split':
      case 'move':
      case 'copy':
        if (isOne) open({ kind: action, line });
        return;
      case 'decide':
        // Time without a ticket is no customer's, and nothing is charged of it.
        if (isOne && line.ticketId !== null) open({ kind: action, line });
        return;
      case 'send-again':
        if (isOne) commands.sendAgain(line);
        return;
      case 'duplicate':
        if (isOne) commands.duplicate(line, line.date);
        return;
      case 'merge':
        if (isOne || mergeObstacle(lines) !== null) return;
        setSelection(chosenExactly([line.id]));
        goTo(focus.panel(), line.date, line.id);
        commands.merge(lines);
        return;
      case 'delete': {
        const next = neighbourOf(lines, shownDays);
        setSelection(next === null ? NOTHING_CHOSEN : chosenExactly([next.id]));
        goTo(focus.panel(), next?.date ?? line.date, next?.id ?? null);
        commands.remove(lines);
        return;
      }
    }
  };
  const add = (date: string, gap: Interval | null) =>
    open({ kind: 'add', draft: emptyDraft(date, gap === null ? '' : writeStretch(gap)) });

  useSheetKeys({
    onWalk: (key, extends_) => {
      const isOnDay = selection.activeId !== null && dateOf(selection.activeId) === shownDate;
      const place = { date: shownDate, lineId: isOnDay ? selection.activeId : null };
      const target = moveInSheet(key, place, days);
      if (target === null) return;
      const { lineId } = target;
      if (lineId === null) setSelection(NOTHING_CHOSEN);
      else setSelection(extends_ ? choose(selection, lineId, 'range', order) : chosenExactly([lineId]));
      goTo(focus.panel(), target.date, lineId);
    },
    onStep: step,
    onAction: (action) => act(action, chosen),
    onToggle: () => {
      if (selection.activeId !== null) setSelection(choose(selection, selection.activeId, 'toggle', order));
    },
    onChooseAll: () => {
      const lines = shownDays.find(({ date }) => date === shownDate)?.lines ?? [];
      setSelection({ ...chosenExactly(lines.map(({ id }) => id)), activeId: selection.activeId });
    },
    onClear: () => setSelection({ ...NOTHING_CHOSEN, activeId: selection.activeId }),
    onAdd: () => add(shownDate, null),
    // An answer about unknown time is taken back by its notice; it is no step of the lines.
    onUndo: () => {
      if (!undoLatest()) commands.undo(undoStep);
    },
    onRedo: () => commands.redo(redoStep),
  });
  // The same functions at every drawing: what is given them is drawn again only when it changes itself.
  const onChoose = useCallbackRef((lineId: TimesheetLineId, mode: ChooseMode, panel: string) => {
    setSelection(choose(selection, lineId, mode, order));
    goTo(panel, dateOf(lineId), lineId);
  });
  const onEdit = useCallbackRef((lineId: TimesheetLineId) => {
    const line = shownDays.flatMap(({ lines }) => lines).find(({ id }) => id === lineId);
    if (line !== undefined) open({ kind: 'edit', line });
  });
  const pointer = useMemo<LinePointer>(() => ({ onChoose, onEdit }), [onChoose, onEdit]);

  return {
    chosen,
    chosenIds: selection.chosenIds,
    tabStopId,
    form,
    isOpen,
    pointer,
    step,
    add: useCallbackRef(() => add(shownDate, null)),
    addAt: useCallbackRef(add),
    act: useCallbackRef((action: SheetAction) => act(action, chosen)),
    /** A form has done its work; the keyboard goes to its line, on whatever day that is now. */
    saved: (lineId: TimesheetLineId | null, date: string | null) => {
      setIsOpen(false);
      if (lineId === null || date === null) return;
      setSelection(chosenExactly([lineId]));
      goTo(focus.panel(), date, lineId);
    },
    close: () => setIsOpen(false),
    /** The dialog is gone: without another wish the keyboard returns to where it was opened from. */
    closed: () => {
      if (focus.isWaiting()) return;
      if (opener.current instanceof HTMLElement && opener.current.isConnected) opener.current.focus();
      else root.current?.focus();
    },
  };
}

/** The line that comes after those that go, or before them where they are the last of their day. */
function neighbourOf(going: readonly LineView[], days: readonly TimesheetDayView[]): LineView | null {
  const last = going.at(-1);
  const lines = days.find(({ date }) => date === last?.date)?.lines ?? [];
  const isStaying = (line: LineView) => !going.some(({ id }) => id === line.id);
  const at = lines.findIndex(({ id }) => id === last?.id);
  return lines.slice(at + 1).find(isStaying) ?? lines.slice(0, Math.max(0, at)).findLast(isStaying) ?? null;
}
