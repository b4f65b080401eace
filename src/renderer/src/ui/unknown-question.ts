import type { TicketId, TimerId } from '@core/ids';
import type { Instant } from '@core/time/instant';
import type { UndecidedView } from '@ipc/timesheet-views';

/** Why nobody knows whether a stretch of time was work. */
export type UnknownCause = UndecidedView['cause'];

/** A stretch of a timer that somebody has to decide about. */
export interface UnknownQuestion {
  readonly timerId: TimerId;
  readonly ticketId: TicketId;
  readonly ticketNumber: string;
  readonly from: Instant;
  readonly until: Instant;
  readonly durationSeconds: number;
  readonly cause: UnknownCause;
  /** It has not ended yet: it can be answered when somebody is back. */
  readonly isGoingOn: boolean;
}

/** What names a question: a timer asks once about each moment at which somebody went away. */
export function keyOfQuestion({ timerId, from }: Pick<UnknownQuestion, 'timerId' | 'from'>): string {
  return `${timerId} ${from}`;
}

/** How long the stretch lasted in whole minutes; what is asked about is never shown as nothing. */
export function minutesOfQuestion({ durationSeconds }: Pick<UnknownQuestion, 'durationSeconds'>): number {
  return Math.max(1, Math.round(durationSeconds / 60));
}
