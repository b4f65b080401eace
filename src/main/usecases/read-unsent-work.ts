import { createHash } from 'node:crypto';
import type { UnsentWork } from '@core/sync/unsent-work';
import { computeTimerIntervals } from '@core/timer/timer-intervals';
import type { ClockReading } from '@core/timer/timer-log';
import type { WorkbenchDatabase } from '../db/open';
import { listOpenEntries } from '../db/queries/outbox';
import { readTicket } from '../db/queries/tickets';
import { listOpenTimers, listStoppedTimersWithOpenGaps, readTimerEvents } from '../db/queries/timers';
import { listAllDrafts, listAllSteps, listLinesKeptHere } from '../db/queries/unsent-work';

/** Unsent work, and a mark of it that is another one as soon as any of it is. */
export interface MarkedWork {
  readonly work: UnsentWork;
  readonly mark: string;
}

/** What a folder without a file holds. */
export const NOTHING_UNSENT: MarkedWork = {
  work: {
    lines: { count: 0, workedSeconds: 0 },
    lineChanges: 0,
    messages: 0,
    pictures: 0,
    newTickets: 0,
    ticketChanges: 0,
    pictureDrafts: 0,
    stepDrafts: 0,
    pausedTimers: 0,
    unansweredTimers: 0,
    parked: 0,
    givenUp: 0,
    runningOn: null,
  },
  mark: '',
};

/** What a file holds that is not on its portal, at one moment. */
export async function readUnsentWork(database: WorkbenchDatabase, now: ClockReading): Promise<MarkedWork> {
  return database.transaction().execute(async (trx) => {
    const entries = await listOpenEntries(trx);
    const lines = await listLinesKeptHere(trx);
    const drafts = await listAllDrafts(trx);
    const steps = await listAllSteps(trx);
    const timers = await listOpenTimers(trx);
    const logs = new Map<string, unknown>();
    for (const { id } of timers) logs.set(id, await readTimerEvents(trx, id));
    let unansweredTimers = 0;
    for (const { id } of await listStoppedTimersWithOpenGaps(trx)) {
      const events = await readTimerEvents(trx, id);
      logs.set(id, events);
      if (computeTimerIntervals(events, now).unknown.length > 0) unansweredTimers += 1;
    }
    const running = timers.find(({ state }) => state === 'running');
    const ticket = running && (await readTicket(trx, running.ticketId));
    const countOf = (...kinds: readonly string[]) =>
      entries.filter(({ operation }) => kinds.includes(operation.kind)).length;
    return {
      work: {
        lines: { count: lines.length, workedSeconds: lines.reduce((sum, line) => sum + line.keptHereSeconds, 0) },
        lineChanges: countOf('update-timesheet-line', 'delete-timesheet-line'),
        messages: countOf('post-message'),
        pictures: countOf('upload-screenshot'),
        newTickets: countOf('create-ticket'),
        ticketChanges: countOf('update-ticket'),
        pictureDrafts: drafts.length,
        stepDrafts: steps.length,
        pausedTimers: timers.filter(({ state }) => state === 'paused').length,
        unansweredTimers,
        parked: entries.filter(({ state, givenUpAt }) => state === 'parked' && givenUpAt === null).length,
        givenUp: entries.filter(({ givenUpAt }) => givenUpAt !== null).length,
        runningOn: ticket?.number ?? null,
      },
      mark: markOf([
        entries.map(({ id, operation, givenUpAt }) => [id, operation, givenUpAt]),
        lines,
        drafts,
        steps,
        timers,
        [...logs],
      ]),
    };
  });
}

function markOf(content: unknown): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex');
}
