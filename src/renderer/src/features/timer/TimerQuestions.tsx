import type { TimersView } from '@ipc/timer-views';
import { Button } from '@mantine/core';
import { IconClockExclamation, IconClockPlay } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { afterwards } from '../../api/afterwards';
import { useTimers } from '../../api/queries';
import { useCommand } from '../../api/use-command';
import { useTimerToggle } from '../../api/use-timer-toggle';
import { Banner } from '../../ui/Banner';
import { showUndoNotice } from '../../ui/undo-notice';
import { useFormat } from '../../ui/use-format';

/** Whether a timer has really run for so long, and whether one was forgotten. They stand there and wait. */
export function TimerQuestions() {
  const { t } = useTranslation('timer');
  const overrun = useTimers(selectOverrun) ?? null;
  const nudge = useTimers(selectNudge) ?? null;
  return (
    <section aria-label={t('questions')} aria-live="polite">
      {overrun !== null && <Overrun overrun={overrun} />}
      {nudge !== null && <Nudge nudge={nudge} />}
    </section>
  );
}

function Overrun({ overrun }: { readonly overrun: NonNullable<TimersView['overrun']> }) {
  const { t } = useTranslation('timer');
  const format = useFormat();
  const answer = useCommand('timer:answer-overrun');
  const reopen = useCommand('timer:reopen-unknown');
  const resume = useCommand('timer:resume');
  const { timerId, ticketNumber: number, lastActivityAt } = overrun;
  const at = format.dayTime(lastActivityAt);

  const end = () =>
    afterwards(answer.mutateAsync({ timerId, answer: 'end-at-last-activity' }), ({ endedAt, discardedFrom }) => {
      showUndoNotice({
        topic: `overrun ${timerId}`,
        // The last activity can have moved on since it was shown.
        message: t('overrun.ended', { number, at: format.dayTime(endedAt ?? lastActivityAt) }),
        onUndo: () =>
          discardedFrom === null ? resume.mutate({ timerId }) : reopen.mutate({ timerId, from: discardedFrom }),
      });
    });
  return (
    <Banner
      tone="warn"
      icon={IconClockExclamation}
      testId="overrun"
      actions={
        <>
          <Button
            variant="default"
            disabled={answer.isPending}
            onClick={() => answer.mutate({ timerId, answer: 'still-working' })}
          >
            {t('overrun.stillWorking')}
          </Button>
          <Button variant="default" disabled={answer.isPending} onClick={end}>
            {t('overrun.end', { at })}
          </Button>
        </>
      }
    >
      <strong>{t(`overrun.${overrun.reason}`, { number })}</strong> {t('overrun.text', { at })}
    </Banner>
  );
}

function Nudge({ nudge }: { readonly nudge: NonNullable<TimersView['nudge']> }) {
  const { t } = useTranslation('timer');
  const format = useFormat();
  const { toggle, startSince, isPending } = useTimerToggle();
  const dismiss = useCommand('nudge:dismiss');
  const { ticketId, ticketNumber: number, ticketTitle: title, since } = nudge;
  const from = format.time(since);
  return (
    <Banner
      tone="quiet"
      icon={IconClockPlay}
      testId="nudge"
      actions={
        <>
          <Button variant="default" disabled={isPending} onClick={() => void startSince(ticketId, since)}>
            {t('nudge.startFrom', { from })}
          </Button>
          <Button variant="default" disabled={isPending} onClick={() => toggle(ticketId)}>
            {t('nudge.startNow')}
          </Button>
          <Button variant="default" disabled={dismiss.isPending} onClick={() => dismiss.mutate({ ticketId })}>
            {t('nudge.notNow')}
          </Button>
        </>
      }
    >
      <strong>{t('nudge.title', { number, from })}</strong> {title}
    </Banner>
  );
}

function selectOverrun({ overrun }: TimersView) {
  return overrun;
}

function selectNudge({ nudge }: TimersView) {
  return nudge;
}
