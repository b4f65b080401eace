import type { KindOfWork } from '@core/billing/kind-of-work';
import type { TimersView, TimerView } from '@ipc/timer-views';
import { Modal } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTimers } from '../../api/queries';
import { StopForm } from './StopForm';

/** What somebody has written about a timer that still runs. */
export interface StopDraft {
  readonly description: string;
  readonly kindOfWork: KindOfWork;
}

interface StopDialogProps {
  /** The timer to stop; null keeps the dialog closed. */
  readonly timerId: string | null;
  readonly onClose: () => void;
}

/** The form that ends a timer. Closed without saving, the timer runs on and what was written is kept. */
export function StopDialog({ timerId, onClose }: StopDialogProps) {
  const { t } = useTranslation(['timer', 'common']);
  const [drafts, setDrafts] = useState<ReadonlyMap<string, StopDraft>>(new Map());
  const timers = useTimers(selectAll);
  const timer = timers?.find(({ id }) => id === timerId);

  // Somebody stopped it elsewhere, in the tray for example.
  const isGone = timerId !== null && timers !== undefined && timer === undefined;
  useEffect(() => {
    if (isGone) onClose();
  }, [isGone, onClose]);

  return (
    <Modal
      opened={timer !== undefined}
      onClose={onClose}
      size={600}
      title={t('timer:stopDialog.title', { number: timer?.ticketNumber ?? '' })}
      closeButtonProps={{ 'aria-label': t('common:action.close') }}
    >
      {timer !== undefined && (
        <StopForm
          key={timer.id}
          timer={timer}
          draft={drafts.get(timer.id) ?? { description: '', kindOfWork: timer.kindOfWork }}
          onDraft={(draft) => setDrafts((current) => new Map(current).set(timer.id, draft))}
          onClose={onClose}
        />
      )}
    </Modal>
  );
}

function selectAll({ running, paused }: TimersView): readonly TimerView[] {
  return running === null ? paused : [running, ...paused];
}
