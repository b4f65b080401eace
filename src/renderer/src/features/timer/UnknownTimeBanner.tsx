import type { UnknownDecision } from '@core/timer/timer-log';
import type { TimersView } from '@ipc/views';
import { Button } from '@mantine/core';
import { IconHelpCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useTimers } from '../../api/queries';
import { useCommand } from '../../api/use-command';
import { formatMinutes } from '../../ui/format';
import { useFormat } from '../../ui/use-format';
import { Banner } from './Banner';

// Selected as a part of its own: the banner is not drawn again at every beat.
function selectUndecided({ running, paused, unanswered }: TimersView) {
  return [...(running === null ? [] : [running]), ...paused, ...unanswered].flatMap((timer) =>
    timer.unknownIntervals.map((interval) => ({
      timerId: timer.id,
      number: timer.ticketNumber,
      from: interval.from,
      minutes: Math.max(1, Math.round(interval.durationSeconds / 60)),
    })),
  );
}

/** Asks about stretches that nobody knows about. It stands there and waits; it never takes the keyboard. */
export function UnknownTimeBanner() {
  const { t } = useTranslation('timer');
  const format = useFormat();
  const decide = useCommand('timer:decide-unknown');
  const undecided = useTimers(selectUndecided) ?? [];

  return (
    <section aria-label={t('unknown.label')} aria-live="polite">
      {undecided.map(({ timerId, number, from, minutes }) => {
        const answer = (decision: UnknownDecision) => decide.mutate({ timerId, from, decision });
        return (
          <Banner
            key={`${timerId} ${from}`}
            tone="quiet"
            icon={IconHelpCircle}
            actions={
              <>
                <Button variant="default" onClick={() => answer('keep')}>
                  {t('unknown.keep')}
                </Button>
                <Button variant="default" onClick={() => answer('discard')}>
                  {t('unknown.discard')}
                </Button>
              </>
            }
          >
            {t('unknown.question', { time: formatMinutes(minutes), from: format.time(from), number })}
          </Banner>
        );
      })}
    </section>
  );
}
