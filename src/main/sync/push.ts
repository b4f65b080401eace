import type { ScreenshotId, TicketId, TimesheetLineId } from '@core/ids';
import { type PushLane, planPush } from '@core/sync/exactly-once';
import { nextAttemptDelayMs } from '@core/sync/retry-schedule';
import { addMs } from '@core/time/instant';
import type { WorkingCalendar } from '@core/time/working-hours';
import type { ClockReading } from '@core/timer/timer-log';
import { type LineOutboxParts, planLineOutbox } from '../db/line-outbox';
import type { WorkbenchDatabase } from '../db/open';
import { listOpenEntries, type OutboxEntry, park, postpone, putBack } from '../db/queries/outbox';
import type { Portal, PortalFailure } from '../portal/portal';
import { carryOut } from './carry-out';

export interface PushContext extends LineOutboxParts {
  readonly database: WorkbenchDatabase;
  readonly portal: Portal;
  readonly employeeId: number | null;
  readonly now: () => ClockReading;
  /** In [0, 1). */
  readonly random: () => number;
  readonly readPicture: (hash: string) => Uint8Array | null;
  readonly calendar: WorkingCalendar;
  /** Called when the portal has what an operation about a line was to bring it, in the transaction that ends it. */
  readonly tellColleagues: (trx: WorkbenchDatabase, lineId: TimesheetLineId) => Promise<void>;
  /** Called when the portal has the picture of a screen dump. */
  readonly onPictureSent: (screenshotId: ScreenshotId) => void;
  /** Called for each ticket on which a line of mine has taken over what the portal says. */
  readonly onTakenOver?: (ticketId: TicketId) => void;
  /** Called before the first operation, and after each that ended one way or the other. */
  readonly onProgress: (done: number, total: number) => void;
  /** Called when an operation was carried out, or was left to a person. */
  readonly onEnded?: (how: 'sent' | 'parked') => void;
  readonly lane: PushLane;
  /** Breaks a picture off that is on its way: it is looked for, or sent from its beginning, another time. */
  readonly signal?: AbortSignal;
  /** Asked between two operations: a person went offline, or the app ends. */
  readonly isCancelled: () => boolean;
}

/**
 * Sends what waits on one lane, one operation after another: first come first served; a parked one holds up only what
 * depends on it. Two lanes can be sent at once, as no operation is on both. Answers the failure that made it stop, if one
 * did.
 */
export async function push(context: PushContext): Promise<PortalFailure | null> {
  for (let done = 0; !context.isCancelled(); done += 1) {
    const entries = await listOpenEntries(context.database);
    const pending = entries.map((entry) => ({ ...entry, isPicture: isPicture(entry) }));
    const due = planPush(pending, context.now().wall, context.lane);
    // What one operation lets follow is known only once it is done: the total can grow.
    if (done > 0 || due.length > 0) context.onProgress(done, done + due.length);
    const [nextId] = due;
    const entry = entries.find(({ id }) => id === nextId);
    if (!entry) return null;
    const failure = await sendOne(context, entry);
    if (failure) return failure;
  }
  return null;
}

function isPicture({ operation }: OutboxEntry): boolean {
  return operation.kind === 'upload-screenshot';
}

/** Sends one operation. Answers only a failure of the connection; anything else lets the rest go on. */
async function sendOne(context: PushContext, entry: OutboxEntry): Promise<PortalFailure | null> {
  const result = await carryOut(context, entry);
  if (result.ok) {
    context.onEnded?.('sent');
    return null;
  }
  const { failure } = result;
  // Whether it arrived is unknown, as after any other break; nothing about the portal is.
  if (failure.kind === 'unreachable' && context.signal?.aborted === true) return null;
  return context.database.transaction().execute(async (trx) => {
    switch (failure.kind) {
      case 'refused':
        await park(trx, entry.id, failure.message);
        context.onEnded?.('parked');
        // A line that was deleted meanwhile does not wait for a person.
        if ('lineId' in entry.operation) {
          await planLineOutbox(trx, entry.operation.lineId, context, context.now().wall);
        }
        return null;
      case 'waits-for-another':
        return null;
      case 'unsettled':
        await postpone(trx, entry.id, {
          until: failure.askAgainAt,
          attempts: entry.attempts,
          problem: failure.message,
        });
        return null;
      case 'key-refused':
        await putBack(trx, entry, failure.message);
        return failure;
      case 'not-a-portal':
      case 'unreachable': {
        // Also where only the question failed whether it had arrived: that is an attempt too.
        const attempts = entry.attempts + 1;
        const delayMs = nextAttemptDelayMs({
          attempts,
          random: context.random(),
          retryAfterMs: failure.kind === 'unreachable' ? (failure.retryAfterMs ?? null) : null,
        });
        await postpone(trx, entry.id, {
          until: addMs(context.now().wall, Math.round(delayMs)),
          attempts,
          problem: failure.message,
        });
        return failure;
      }
    }
  });
}
