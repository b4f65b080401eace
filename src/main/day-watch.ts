import { stockholmDate } from '@core/time/stockholm';
import type { Workbench } from './usecases/workbench';

/**
 * Tells that another day has begun in Stockholm: follow-ups come due at midnight, whether or not anything is written then.
 * Answers what ends it.
 */
export function startDayWatch({ clock, announce }: Pick<Workbench, 'clock' | 'announce'>): () => void {
  let day = stockholmDate(clock.read().wall);
  return clock.onBeat(async () => {
    const today = stockholmDate(clock.read().wall);
    if (today === day) return;
    day = today;
    announce.queueChanged();
    announce.ticketChanged(null);
  });
}
