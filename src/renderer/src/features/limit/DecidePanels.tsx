import type { MeterView } from '@ipc/limit-views';
import type { TicketView } from '@ipc/ticket-views';
import type { TimersView } from '@ipc/timer-views';
import { Text } from '@mantine/core';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { afterwards } from '../../api/afterwards';
import { useTimers } from '../../api/queries';
import { useCommand } from '../../api/use-command';
import { classNames } from '../../ui/class-names';
import { formatSpent } from '../../ui/format';
import { showUndoNotice } from '../../ui/undo-notice';
import { useWorkbenchActions } from '../../ui/workbench-actions';
import styles from './LimitDialog.module.css';
import { limitTopic } from './limit-draft';
import { PanelForm } from './PanelForm';

const cx = classNames(styles);

interface DecidePanelProps {
  readonly ticket: TicketView;
  readonly meter: MeterView;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** Makes a decision that needs no more than to be made, and offers to take it back. */
function useDecide(ticket: TicketView, decision: 'not-charged' | 'stop', onDone: () => void) {
  const { t } = useTranslation('limit');
  const decide = useCommand('limit:decide', { showsFailure: true });
  const withdraw = useCommand('limit:withdraw-decision');
  const run = () =>
    afterwards(decide.mutateAsync({ ticketId: ticket.id, decision }), ({ decisionId }) => {
      onDone();
      showUndoNotice({
        topic: limitTopic(ticket.id),
        message: t(`notice.${decision}`, { number: ticket.number }),
        onUndo: () => withdraw.mutate({ decisionId }),
      });
    });
  return { run, isPending: decide.isPending, error: decide.error };
}

/** Time past the limit becomes our own. Says so before it is done. */
export function NotChargedPanel({ ticket, meter, onDone, onCancel }: DecidePanelProps) {
  const { t } = useTranslation('limit');
  const decide = useDecide(ticket, 'not-charged', onDone);
  const over = meter.countedSeconds - meter.limitSeconds;
  const limit = formatSpent(meter.limitSeconds);
  return (
    <PanelForm
      label={t('tab.not-charged')}
      submitLabel={t('notCharged.save')}
      isPending={decide.isPending}
      error={decide.error}
      onSubmit={decide.run}
      onCancel={onCancel}
    >
      <Text fw={600}>
        {over >= 60 ? t('notCharged.past', { over: formatSpent(over), limit }) : t('notCharged.reached', { limit })}
      </Text>
      <ul className={cx('facts')}>
        <li>{t('notCharged.line')}</li>
        <li>{t('notCharged.on')}</li>
        <li>{t('notCharged.customer')}</li>
      </ul>
    </PanelForm>
  );
}

/** No more work for now: the decision is noted, and the form that stops the timer opens. */
export function StopPanel({ ticket, meter, onDone, onCancel }: DecidePanelProps) {
  const { t } = useTranslation('limit');
  const { stopTimer } = useWorkbenchActions();
  const selectTimer = useCallback(
    ({ running, paused }: TimersView) =>
      [...(running === null ? [] : [running]), ...paused].find(({ ticketId }) => ticketId === ticket.id)?.id ?? null,
    [ticket.id],
  );
  const timerId = useTimers(selectTimer) ?? null;
  const overSeconds = Math.max(meter.unapprovedSeconds, meter.countedSeconds - meter.limitSeconds);
  const decide = useDecide(ticket, 'stop', () => {
    onDone();
    if (timerId !== null) stopTimer(timerId);
  });
  return (
    <PanelForm
      label={t('tab.stop')}
      submitLabel={t('stop.save')}
      isPending={decide.isPending}
      error={decide.error}
      onSubmit={decide.run}
      onCancel={onCancel}
    >
      <ul className={cx('facts')}>
        <li>{overSeconds >= 60 ? t('stop.held', { held: formatSpent(overSeconds) }) : t('stop.none')}</li>
        <li>{timerId === null ? t('stop.noTimer') : t('stop.timer')}</li>
      </ul>
    </PanelForm>
  );
}
