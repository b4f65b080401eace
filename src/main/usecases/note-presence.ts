import { observePresence, type PresenceObservation } from '@core/timer/presence';
import type { Workbench } from './workbench';

/**
 * Takes in what the system tells about the person in front of it. The next beat writes into the log what follows from
 * that, so whoever hears of sleep lets one beat follow before anything else is taken in.
 */
export function notePresence({ attention, settings }: Workbench, observation: PresenceObservation): void {
  const thresholdMs = settings().idleThresholdMinutes * 60_000;
  attention.presence = observePresence(attention.presence, observation, thresholdMs);
}
