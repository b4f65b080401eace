import type { RequestInput } from '@ipc/contract';
import type { LineView, TimesheetView } from '@ipc/timesheet-views';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../api/use-command';
import { hideUndoNotice, LINES_TOPIC, showUndoNotice } from '../../ui/undo-notice';
import { useFormat } from '../../ui/use-format';

type Step = NonNullable<TimesheetView['undo']>;

/** Every change of lines that needs no form. Each says what it did, with a button that takes it back. */
export function useLineCommands() {
  const { t } = useTranslation('timesheet');
  const format = useFormat();
  const undo = useCommand('timesheet:undo').mutate;
  const redo = useCommand('timesheet:redo').mutate;
  const merge = useCommand('timesheet:merge').mutate;
  const duplicate = useCommand('timesheet:duplicate').mutate;
  const sendAgain = useCommand('timesheet:send-again').mutate;
  const remove = useCommand('timesheet:delete').mutate;
  const decideOvertime = useCommand('timesheet:decide-overtime').mutate;

  return useMemo(() => {
    const takeBack = (step: Step | null) => undo({}, { onSuccess: () => tellTakenBack(step) });
    const doAgain = (step: Step | null) => redo({}, { onSuccess: () => tellDoneAgain(step) });
    const nameOf = (step: Step | null) => (step === null ? '' : t(`step.${step.kind}`, { count: step.lineCount }));
    const tellTakenBack = (step: Step | null) =>
      showUndoNotice({
        topic: LINES_TOPIC,
        message: t('done.undo', { what: nameOf(step) }),
        label: t('redo.short'),
        onUndo: () => doAgain(step),
      });
    const tellDoneAgain = (step: Step | null) =>
      showUndoNotice({
        topic: LINES_TOPIC,
        message: t('done.redo', { what: nameOf(step) }),
        onUndo: () => takeBack(step),
      });
    /** Says that a step was done. What the portal has already is changed there too. */
    const tell = (step: Step, message: string, touched: readonly LineView[] = []) => {
      const isOnPortal = touched.some(({ sync }) => sync === 'sent');
      showUndoNotice({
        topic: LINES_TOPIC,
        message: isOnPortal ? `${message} ${t('done.portalToo')}` : message,
        onUndo: () => takeBack(step),
      });
    };
    return {
      tell,
      undo: (step: Step | null) => {
        hideUndoNotice(LINES_TOPIC);
        if (step !== null) takeBack(step);
      },
      redo: (step: Step | null) => {
        hideUndoNotice(LINES_TOPIC);
        if (step !== null) doAgain(step);
      },
      merge: (lines: readonly LineView[]) =>
        merge(
          { lineIds: lines.map(({ id }) => id) },
          {
            onSuccess: () =>
              tell({ kind: 'merge', lineCount: lines.length }, t('done.merge', { count: lines.length }), lines),
          },
        ),
      duplicate: (line: LineView, date: string) =>
        duplicate(
          { lineId: line.id, date },
          {
            onSuccess: () =>
              tell({ kind: 'duplicate', lineCount: 1 }, t('done.duplicate', { day: format.shortDay(date) })),
          },
        ),
      sendAgain: (line: LineView) =>
        sendAgain(
          { lineId: line.id },
          { onSuccess: () => tell({ kind: 'send-again', lineCount: 1 }, t('done.send-again')) },
        ),
      remove: (lines: readonly LineView[]) =>
        remove(
          { lineIds: lines.map(({ id }) => id) },
          {
            onSuccess: () =>
              tell({ kind: 'delete', lineCount: lines.length }, t('done.delete', { count: lines.length }), lines),
          },
        ),
      decideOvertime: (line: LineView, decision: RequestInput<'timesheet:decide-overtime'>['decision']) =>
        decideOvertime({ lineId: line.id, decision }),
    };
  }, [t, format, undo, redo, merge, duplicate, sendAgain, remove, decideOvertime]);
}

export type LineCommands = ReturnType<typeof useLineCommands>;
