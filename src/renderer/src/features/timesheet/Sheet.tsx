import type { UndecidedView } from '@ipc/timesheet-views';
import { Button } from '@mantine/core';
import { useCallbackRef, useLocalStorage, useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { startTransition, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { timesheetQuery } from '../../api/queries';
import { classNames } from '../../ui/class-names';
import { FailureText } from '../../ui/FailureText';
import { Axis } from './axis/Axis';
import { blankDays } from './blank-days';
import { ChosenBar } from './ChosenBar';
import { SheetDialog } from './form/SheetDialog';
import styles from './Sheet.module.css';
import { SheetHeader, type SheetPanel, type SheetSpan } from './SheetHeader';
import { notesOf } from './sheet-notes';
import { Totals } from './Totals';
import { LineTable } from './table/LineTable';
import { UndecidedList } from './UndecidedList';
import { useLineCommands } from './use-line-commands';
import { useSheet } from './use-sheet';

const cx = classNames(styles);

/** A week beside its table. */
const ROOM_FOR_BOTH = '(min-width: 1600px)';

// Read before the first drawing: nothing is shown in one way and then in another.
const kept = { getInitialValueInEffect: false } as const;

const NONE_UNDECIDED: readonly UndecidedView[] = [];

interface SheetProps {
  readonly today: string;
  readonly shownDate: string;
  /** The seven dates of the week that is shown, or that the day lies in. */
  readonly week: readonly string[];
  readonly onShowDate: (date: string) => void;
}

/** One week, or a day of it: what waits for a decision, what the time adds up to, and the lines. */
export function Sheet({ today, shownDate, week, onShowDate }: SheetProps) {
  const { t } = useTranslation(['timesheet', 'common']);
  const root = useRef<HTMLDivElement>(null);
  const [span, setSpan] = useLocalStorage<SheetSpan>({ ...kept, key: 'fyra-timesheet-span', defaultValue: 'day' });
  const [panel, setPanel] = useLocalStorage<SheetPanel>({
    ...kept,
    key: 'fyra-timesheet-panel',
    defaultValue: 'axis',
  });
  const hasRoom = useMediaQuery(ROOM_FOR_BOTH, undefined, { getInitialValueInEffect: false });
  const showsBoth = span === 'day' || hasRoom;

  const [from = shownDate, to = shownDate] = [week[0], week.at(-1)];
  const sheet = useQuery(timesheetQuery(from, to));
  const days = useMemo(() => sheet.data?.days ?? blankDays(week), [sheet.data, week]);
  const shownDays = useMemo(
    () => (span === 'week' ? days : days.filter(({ date }) => date === shownDate)),
    [span, days, shownDate],
  );
  const commands = useLineCommands();
  const undoStep = sheet.data?.undo ?? null;
  const redoStep = sheet.data?.redo ?? null;
  const view = useSheet({ root, days, shownDays, shownDate, span, undoStep, redoStep, commands, onShowDate });
  const dayTotals = sheet.data?.days.find(({ date }) => date === shownDate)?.totals;
  const shownTotals = span === 'week' ? sheet.data?.totals : dayTotals;
  const notes = useMemo(
    () => (shownTotals === undefined ? [] : notesOf(shownDays, shownTotals)),
    [shownDays, shownTotals],
  );
  // A week of lines is drawn in slices, so that the window answers meanwhile.
  const showSpan = useCallbackRef((shown: SheetSpan) => startTransition(() => setSpan(shown)));
  const showPanel = useCallbackRef((shown: SheetPanel) => startTransition(() => setPanel(shown)));
  const showToday = useCallbackRef(() => onShowDate(today));
  const undo = useCallbackRef(() => commands.undo(undoStep));
  const redo = useCallbackRef(() => commands.redo(redoStep));
  const openDay = useCallbackRef((date: string) => {
    showSpan('day');
    onShowDate(date);
  });
  const panelProps = {
    days: shownDays,
    span,
    shownDate,
    today,
    chosenIds: view.chosenIds,
    tabStopId: view.tabStopId,
    isPending: sheet.isPending,
    pointer: view.pointer,
    onAddAt: view.addAt,
  };

  return (
    <div ref={root} className={cx('sheet')} tabIndex={-1} aria-busy={sheet.isPending}>
      <SheetHeader
        span={span}
        panel={showsBoth ? null : panel}
        shownDate={shownDate}
        week={week}
        isToday={shownDate === today}
        undo={undoStep}
        redo={redoStep}
        onSpan={showSpan}
        onPanel={showPanel}
        onStep={view.step}
        onToday={showToday}
        onUndo={undo}
        onRedo={redo}
        onAdd={view.add}
      />
      {sheet.isError ? (
        <div className={cx('failure')}>
          <FailureText error={sheet.error} title={t('timesheet:failed')} />
          <Button variant="default" mt="md" onClick={() => void sheet.refetch()}>
            {t('common:action.retry')}
          </Button>
        </div>
      ) : (
        <>
          <UndecidedList undecided={sheet.data?.undecided ?? NONE_UNDECIDED} />
          <Totals shownDate={shownDate} day={dayTotals} week={sheet.data?.totals} notes={notes} />
          <ChosenBar
            chosen={view.chosen}
            isEmpty={shownDays.every(({ lines }) => lines.length === 0)}
            onAction={view.act}
            onDecideOvertime={commands.decideOvertime}
          />
          <div className={cx('panels', showsBoth && 'both', span)}>
            {(showsBoth || panel === 'axis') && <Axis {...panelProps} onOpenDay={openDay} />}
            {(showsBoth || panel === 'table') && <LineTable {...panelProps} onAdd={view.add} />}
          </div>
        </>
      )}
      <SheetDialog
        form={view.form}
        isOpen={view.isOpen}
        today={today}
        commands={commands}
        onSaved={view.saved}
        onClose={view.close}
        onClosed={view.closed}
      />
    </div>
  );
}
