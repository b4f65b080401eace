import { differingFields, type TicketField } from '@core/ticket/ticket-fields';
import type { WorkbenchDatabase } from '../db/open';
import { listOpenEntries, listTicketsOfOpenEntries, type OutboxEntry } from '../db/queries/outbox';
import { readTicket } from '../db/queries/tickets';
import { countLinesWithoutDescription } from '../db/queries/timesheet-lines';
import { portalFieldsOf, ticketFieldsOf } from '../db/ticket-outbox';
import { readConflicts } from './read-conflicts';
import { readLineConflicts } from './read-line-conflicts';

/** What of a ticket an operation is to change. */
async function changedFieldsOf(database: WorkbenchDatabase, { operation }: OutboxEntry): Promise<TicketField[]> {
  if (operation.kind !== 'update-ticket') return [];
  const ticket = await readTicket(database, operation.ticketId);
  const known = ticket && portalFieldsOf(ticket);
  return ticket && known ? differingFields(ticketFieldsOf(ticket), known) : [];
}

/** What waits to be sent and what waits for a person, in words the window can use. */
export async function readOutbox(database: WorkbenchDatabase) {
  const entries = await listOpenEntries(database);
  const tickets = await listTicketsOfOpenEntries(database);
  const open = new Set(entries.map(({ id }) => id));
  const views = await Promise.all(
    entries.map(async (entry) => {
      const subject = tickets.get(entry.subjectId);
      return {
        id: entry.id,
        kind: entry.operation.kind,
        state: entry.state,
        ticketId: subject?.ticketId ?? null,
        ticketNumber: subject?.ticketNumber ?? null,
        ticketTitle: subject?.ticketTitle ?? null,
        changedFields: await changedFieldsOf(database, entry),
        workedSeconds: subject?.workedSeconds ?? null,
        createdAt: entry.createdAt,
        attempts: entry.attempts,
        nextAttemptAt: entry.nextAttemptAt,
        problem: entry.problem,
        givenUpAt: entry.givenUpAt,
        waitsForAnother: entry.dependsOn !== null && open.has(entry.dependsOn),
      };
    }),
  );
  return {
    entries: views,
    conflicts: await readConflicts(database),
    lineConflicts: await readLineConflicts(database),
    waitingCount: entries.filter(({ state }) => state !== 'parked').length,
    parkedCount: entries.filter(({ state, givenUpAt }) => state === 'parked' && givenUpAt === null).length,
    needsDescriptionCount: await countLinesWithoutDescription(database),
  };
}
