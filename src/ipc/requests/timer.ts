import { kindOfWorkSchema } from '@core/billing/kind-of-work';
import { ticketIdSchema, timerIdSchema, timesheetLineIdSchema } from '@core/ids';
import { instantSchema } from '@core/time/instant-schema';
import { z } from 'zod';
import { timersViewSchema } from '../timer-views';
import { done, nothing, request } from './request';

/** What becomes of time nobody knows about. `from` names it: the beginning of the absence. */
const unknownAnswerSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('keep') }),
  z.object({ kind: z.literal('discard') }),
  /** It was work on another ticket: a line there. */
  z.object({ kind: z.literal('give'), ticketId: ticketIdSchema }),
  /** Two questions instead of one, parted at that instant. */
  z.object({ kind: z.literal('split'), at: instantSchema }),
]);

/** The timer. */
export const timerRequests = {
  'timer:read': request(nothing, timersViewSchema),
  /**
   * Starts on this ticket; a timer that runs on another ticket is paused in the same step. `earlierMinutes`: work began so
   * long ago, but never before the end of what is recorded already.
   */
  'timer:start': request(
    z.object({ ticketId: ticketIdSchema, earlierMinutes: z.int().min(0).max(720).default(0) }),
    z.object({ timerId: timerIdSchema }),
  ),
  'timer:pause': request(z.object({ timerId: timerIdSchema }), done),
  'timer:resume': request(z.object({ timerId: timerIdSchema }), done),
  /** Ends the timer and writes its lines, one for each date. Without a description they wait for one. */
  'timer:stop': request(
    z.object({ timerId: timerIdSchema, description: z.string().max(2000), kindOfWork: kindOfWorkSchema }),
    z.object({ lineIds: z.array(timesheetLineIdSchema) }),
  ),
  'timer:decide-unknown': request(
    z.object({ timerId: timerIdSchema, from: instantSchema, answer: unknownAnswerSchema }),
    done,
  ),
  /** Takes a decision about unknown time back, as long as its consequences can be taken back. */
  'timer:reopen-unknown': request(z.object({ timerId: timerIdSchema, from: instantSchema }), done),
  /** The answer to "has this timer really run for so long?". */
  'timer:answer-overrun': request(
    z.object({ timerId: timerIdSchema, answer: z.enum(['still-working', 'end-at-last-activity']) }),
    /** Where the timer was ended, null where it runs on; what names the discarded time for `timer:reopen-unknown`. */
    z.object({ endedAt: instantSchema.nullable(), discardedFrom: instantSchema.nullable() }),
  ),

  /** Somebody does something with a ticket; without a timer for five minutes a nudge follows. */
  'activity:note': request(z.object({ ticketId: ticketIdSchema, kind: z.enum(['opened', 'typed', 'captured']) }), done),
  'nudge:dismiss': request(z.object({ ticketId: ticketIdSchema }), done),
} as const;
