import { wordsOfHtml } from '@core/html-words';
import { conflictRuleOf } from '@core/ticket/merge-ticket';
import type { TicketField, TicketFields } from '@core/ticket/ticket-fields';
import type { WorkbenchDatabase } from '../db/open';
import { type KeptLists, readPortalLists } from '../db/queries/portal-lists';
import { listOpenConflicts } from '../db/queries/ticket-conflicts';
import { readTicket } from '../db/queries/tickets';

const named = (list: readonly { remoteId: number; name: string }[], remoteIds: readonly number[]): string[] =>
  remoteIds.map((remoteId) => list.find((entry) => entry.remoteId === remoteId)?.name ?? `#${remoteId}`);

/** One field of a ticket in the portal's own names; empty for nothing. A description stays HTML where it has words. */
function describeField(field: TicketField, fields: TicketFields, lists: KeptLists): string {
  switch (field) {
    case 'title':
    case 'priority':
      return fields[field];
    case 'descriptionHtml':
      return wordsOfHtml(fields.descriptionHtml) === '' ? '' : fields.descriptionHtml;
    case 'stage':
      return fields.stage.remoteId === null ? '' : named(lists.stages, [fields.stage.remoteId]).join();
    case 'assigneeRemoteIds':
      return named(lists.colleagues, fields.assigneeRemoteIds).join(', ');
    case 'tagRemoteIds':
      return named(lists.tags, fields.tagRemoteIds).join(', ');
  }
}

/** The conflicts about tickets that nobody has looked at, with the three versions of each in words. */
export async function readConflicts(database: WorkbenchDatabase) {
  const lists = await readPortalLists(database);
  const views = [];
  for (const { id, ticketId, field, base, mine, theirs, foundAt } of await listOpenConflicts(database)) {
    const ticket = await readTicket(database, ticketId);
    if (!ticket) continue;
    views.push({
      id,
      ticketId,
      ticketNumber: ticket.number,
      ticketTitle: ticket.title,
      field,
      rule: conflictRuleOf(field),
      base: describeField(field, base, lists),
      mine: describeField(field, mine, lists),
      theirs: describeField(field, theirs, lists),
      foundAt,
    });
  }
  return views;
}
