import type { WorkingCalendar } from '@core/time/working-hours';
import type { LineContent } from '@core/timesheet/line-content';
import { onDate, withLength } from '@core/timesheet/line-time';
import type { PortalField, PortalValues } from '@core/timesheet/merge-portal-line';
import { onTarget } from '@core/timesheet/move-line';
import { contentOf, writeContent } from './line-content';
import type { WorkbenchDatabase } from './open';
import { readTicketByRemoteId } from './queries/tickets';
import type { TimesheetLine } from './queries/timesheet-lines';

/** What work that comes to a ticket on the portal is taken for; the portal has no field for it. */
const UNTOLD_KIND_OF_WORK = 'general-user-support';

/**
 * Writes what the portal says of a line of mine into it, in these fields. Answers the fields in which that could not be
 * done: a ticket that is not kept here.
 */
export async function takeOver(
  trx: WorkbenchDatabase,
  line: TimesheetLine,
  fields: readonly PortalField[],
  values: PortalValues,
  calendar: WorkingCalendar,
): Promise<readonly PortalField[]> {
  if (fields.length === 0) return [];
  const { content, left } = await contentTakenOver(trx, line, fields, values);
  await writeContent(trx, line, content, calendar);
  return left;
}

/** A line of mine as {@link takeOver} would write it, and the fields in which that cannot be done. */
export async function contentTakenOver(
  trx: WorkbenchDatabase,
  line: TimesheetLine,
  fields: readonly PortalField[],
  values: PortalValues,
): Promise<{ readonly content: LineContent; readonly left: readonly PortalField[] }> {
  let content: LineContent = contentOf(line);
  const left: PortalField[] = [];
  for (const field of fields) {
    switch (field) {
      case 'date':
        content = onDate(content, values.date);
        break;
      case 'description':
        content = { ...content, description: values.description };
        break;
      case 'workedSeconds':
        content = withLength(content, values.workedSeconds + line.heldSeconds);
        break;
      case 'ticketRemoteId': {
        const moved = await onTicketOf(trx, content, values.ticketRemoteId);
        if (moved === null) left.push(field);
        else content = moved;
        break;
      }
    }
  }
  return { content, left };
}

async function onTicketOf(
  trx: WorkbenchDatabase,
  content: LineContent,
  ticketRemoteId: number | null,
): Promise<LineContent | null> {
  if (ticketRemoteId === null) return onTarget(content, { kind: 'activity', activity: 'internal' }, 'internal');
  const ticket = await readTicketByRemoteId(trx, ticketRemoteId);
  return ticket ? onTarget(content, { kind: 'ticket', ticketId: ticket.id }, UNTOLD_KIND_OF_WORK) : null;
}
