import type { Instant } from '@core/time/instant';
import type { TimersView } from '@ipc/timer-views';
import { useQueryClient } from '@tanstack/react-query';
import { minutesBetween } from '../ui/earlier-start';
import { call } from './client';
import { queryKeys } from './query-keys';
import { useCommand } from './use-command';

/** Starts, pauses, resumes or switches timers in one step. */
export function useTimerToggle() {
  const queryClient = useQueryClient();
  const start = useCommand('timer:start');
  const pause = useCommand('timer:pause');
  const resume = useCommand('timer:resume');
  const isPending = start.isPending || pause.isPending || resume.isPending;
  const readTimers = () => queryClient.getQueryData<TimersView>(queryKeys.timers);

  /** Whatever comes next for the timer of a ticket. */
  const toggle = (ticketId: string) => {
    // A second press before the first is on disk would act on what the person has not seen yet.
    if (isPending) return;
    const timers = readTimers();
    if (timers?.running?.ticketId === ticketId) {
      pause.mutate({ timerId: timers.running.id });
      return;
    }
    const paused = timers?.paused.find((timer) => timer.ticketId === ticketId);
    if (paused === undefined) start.mutate({ ticketId });
    else resume.mutate({ timerId: paused.id });
  };

  /** Starts or resumes the timer of a ticket as if that had been done so many minutes ago. */
  const startEarlier = (ticketId: string, earlierMinutes: number) => {
    if (!isPending) start.mutate({ ticketId, earlierMinutes });
  };

  /** Starts or resumes the timer of a ticket as if that had been done at that moment. */
  const startSince = async (ticketId: string, since: Instant) => {
    const now = await call('clock:read', {}).then(
      (clock) => clock.now,
      () => since,
    );
    startEarlier(ticketId, minutesBetween(since, now));
  };

  /** Goes on with the timer that was paused last; what runs is paused in the same step. */
  const switchToLastPaused = () => {
    const [last] = readTimers()?.paused ?? [];
    if (!isPending && last !== undefined) resume.mutate({ timerId: last.id });
  };

  return { toggle, startEarlier, startSince, switchToLastPaused, isPending };
}
