import type { TimersView } from '@ipc/views';
import { useQueryClient } from '@tanstack/react-query';
import { queryKeys } from './query-keys';
import { useCommand } from './use-command';

/** Starts, pauses or resumes the timer of a ticket: whatever comes next for it. */
export function useTimerToggle() {
  const queryClient = useQueryClient();
  const start = useCommand('timer:start');
  const pause = useCommand('timer:pause');
  const resume = useCommand('timer:resume');
  const isPending = start.isPending || pause.isPending || resume.isPending;

  const toggle = (ticketId: string) => {
    // A second press before the first is on disk would act on what the person has not seen yet.
    if (isPending) return;
    const timers = queryClient.getQueryData<TimersView>(queryKeys.timers);
    if (timers?.running?.ticketId === ticketId) {
      pause.mutate({ timerId: timers.running.id });
      return;
    }
    const paused = timers?.paused.find((timer) => timer.ticketId === ticketId);
    if (paused === undefined) start.mutate({ ticketId });
    else resume.mutate({ timerId: paused.id });
  };
  return { toggle, isPending };
}
