import type { WorkbenchDatabase } from '../db/open';
import { listOpenEntries, listTicketsOfOpenEntries } from '../db/queries/outbox';
import { countLinesWithoutDescription } from '../db/queries/timesheet-lines';

/** What waits to be sent and what waits for a person, in words the window can use. */
export async function readOutbox(database: WorkbenchDatabase) {
  const entries = await listOpenEntries(database);
  const tickets = await listTicketsOfOpenEntries(database);
  const open = new Set(entries.map(({ id }) => id));
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
        givenUpAt: entry.givenUpAt,
        waitsForAnother: entry.dependsOn !== null && open.has(entry.dependsOn),
      };
    }),
    waitingCount: entries.filter(({ state }) => state !== 'parked').length,
    parkedCount: entries.filter(({ state, givenUpAt }) => state === 'parked' && givenUpAt === null).length,
    needsDescriptionCount: await countLinesWithoutDescription(database),
  };
}
