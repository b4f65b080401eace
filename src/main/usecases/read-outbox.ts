import type { WorkbenchDatabase } from '../db/open';
import { listOpenEntries, listTicketsOfOpenEntries } from '../db/queries/outbox';
import { countLinesWithoutDescription } from '../db/queries/timesheet-lines';

/** What waits to be sent and what waits for a person, in words the window can use. */
export async function readOutbox(database: WorkbenchDatabase) {
  const entries = await listOpenEntries(database);
  const tickets = await listTicketsOfOpenEntries(database);
  return {
    entries: entries.map((entry) => {
      const subject = tickets.get(entry.subjectId);
      return {
        id: entry.id,
        kind: entry.operation.kind,
        state: entry.state,
        ticketId: subject?.ticketId ?? null,
        ticketNumber: subject?.ticketNumber ?? null,
        workedSeconds: subject?.workedSeconds ?? null,
        createdAt: entry.createdAt,
        attempts: entry.attempts,
        nextAttemptAt: entry.nextAttemptAt,
        problem: entry.problem,
      };
    }),
    waitingCount: entries.filter(({ state }) => state !== 'parked').length,
    parkedCount: entries.filter(({ state }) => state === 'parked').length,
    needsDescriptionCount: await countLinesWithoutDescription(database),
  };
}
