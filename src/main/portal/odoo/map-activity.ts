import type { PortalMessage, PortalTicketLine, PortalTimesheetLine } from '../portal';
import type { MessageRecord, TimesheetLineRecord } from './schemas';

/** A timesheet line. Hours below zero, with which bookkeeping corrects itself, are no work: they count as none. */
export function toTimesheetLine(record: TimesheetLineRecord): PortalTimesheetLine {
  return {
    remoteId: record.id,
    // Asked for is the one that names the ticket; the others are not there.
    ticketRemoteId: (record.task_id ?? record.ticket_id ?? record.helpdesk_ticket_id)?.remoteId ?? null,
    employeeId: record.employee_id?.remoteId ?? null,
    employeeName: record.employee_id?.name ?? '',
    date: record.date,
    description: record.name ?? '',
    workedSeconds: Math.max(0, Math.round(record.unit_amount * 3600)),
    isLocked: record.validated === true || (record.timesheet_invoice_id ?? null) !== null,
    changedAt: record.write_date,
  };
}

/** A timesheet line of a ticket; null for one without a ticket. */
export function toTicketLine(record: TimesheetLineRecord): PortalTicketLine | null {
  const { ticketRemoteId, ...line } = toTimesheetLine(record);
  return ticketRemoteId === null ? null : { ...line, ticketRemoteId };
}

/**
 * A message of a ticket. Without a subtype it is a plain log entry, which customers do not see either. `ownPartnerId` is
 * the author of what the user of the key writes.
 */
export function toMessage(
  record: MessageRecord,
  internalSubtypeIds: ReadonlySet<number>,
  ownPartnerId: number | null,
): PortalMessage | null {
  if (record.res_id === null) return null;
  return {
    remoteId: record.id,
    ticketRemoteId: record.res_id,
    messageUid: record.message_id,
    authorName: record.author_id?.name ?? record.email_from ?? '',
    isMine: ownPartnerId !== null && record.author_id?.remoteId === ownPartnerId,
    isInternalNote:
      record.is_internal || record.subtype_id === null || internalSubtypeIds.has(record.subtype_id.remoteId),
    bodyHtml: record.body ?? '',
    postedAt: record.date ?? record.write_date,
    changedAt: record.write_date,
  };
}
