import type { z } from 'zod';
import { helpdeskTicketSchema, ocaTicketSchema } from '../schemas';
import type { TicketProfile, TicketRecord } from './ticket-profile';

type HelpdeskTicket = z.infer<typeof ocaTicketSchema> | z.infer<typeof helpdeskTicketSchema>;

/** What each of the two says in fields of its own. */
type OwnField = 'number' | 'writer' | 'priority' | 'workedHours' | 'stageChangedAt';

/** What both helpdesks say in the same fields. Their stage alone says that a ticket has ended. */
function whatBothSay(ticket: HelpdeskTicket): Omit<TicketRecord, OwnField> {
  return {
    id: ticket.id,
    write_date: ticket.write_date,
    create_date: ticket.create_date,
    title: ticket.name ?? '',
    descriptionHtml: ticket.description ?? '',
    // A ticket need not be in a team.
    group: ticket.team_id ?? { remoteId: 0, name: '' },
    timesheetProject: ticket.project_id ?? null,
    partner: ticket.partner_id,
    stage: ticket.stage_id,
    resolution: 'open',
    tagIds: ticket.tag_ids,
    assigneeIds: ticket.user_id === null ? [] : [ticket.user_id.remoteId],
    isActive: ticket.active,
  };
}

function writerOf(
  { partner_name: name, partner_email: email }: HelpdeskTicket,
  phone: string | null,
): TicketRecord['writer'] {
  return name == null ? null : { name, email: email ?? null, phone };
}

/**
 * Its priorities are low, medium, high and very high, and medium is the ordinary one. Low is told of as ordinary: nobody
 * here marks a ticket as less than that.
 */
function fromOcaPriority(priority: string | null | undefined): string {
  return String(Math.max(0, Number(priority ?? '1') - 1));
}

/** Tickets of the helpdesk by the Odoo Community Association, with its timesheet add-on. */
export const ocaHelpdesk: TicketProfile = {
  kind: 'oca-helpdesk',
  model: 'helpdesk.ticket',
  lineField: 'ticket_id',
  stageModel: 'helpdesk.ticket.stage',
  stageFields: ['fold', 'closed'],
  stageGroupField: 'team_ids',
  hasPersonalStages: false,
  tagModel: 'helpdesk.ticket.tag',
  groupModel: 'helpdesk.ticket.team',
  groupDomain: [],
  groupField: 'team_id',
  assigneeField: 'user_id',
  neededFields: ['name', 'number', 'description', 'team_id', 'partner_id', 'stage_id', 'tag_ids', 'user_id', 'active'],
  otherFields: ['last_stage_update', 'priority', 'project_id', 'total_hours', 'partner_name', 'partner_email'],
  record: ocaTicketSchema.transform((ticket) => ({
    ...whatBothSay(ticket),
    number: ticket.number,
    writer: writerOf(ticket, null),
    stageChangedAt: ticket.last_stage_update ?? null,
    priority: fromOcaPriority(ticket.priority),
    workedHours: ticket.total_hours ?? 0,
  })),
  toPriority: (priority) => String(Math.min(3, Number(priority) + 1)),
  toState: () => ({}),
};

/** Tickets of Odoo Enterprise's Helpdesk, with its timesheets. */
export const enterpriseHelpdesk: TicketProfile = {
  kind: 'enterprise-helpdesk',
  model: 'helpdesk.ticket',
  lineField: 'helpdesk_ticket_id',
  stageModel: 'helpdesk.stage',
  stageFields: ['fold'],
  stageGroupField: 'team_ids',
  hasPersonalStages: false,
  tagModel: 'helpdesk.tag',
  groupModel: 'helpdesk.team',
  groupDomain: [],
  groupField: 'team_id',
  assigneeField: 'user_id',
  neededFields: [
    'name',
    'ticket_ref',
    'description',
    'team_id',
    'partner_id',
    'stage_id',
    'tag_ids',
    'user_id',
    'active',
  ],
  otherFields: [
    'date_last_stage_update',
    'priority',
    'project_id',
    'total_hours_spent',
    'partner_name',
    'partner_email',
    'partner_phone',
  ],
  record: helpdeskTicketSchema.transform((ticket) => ({
    ...whatBothSay(ticket),
    number: ticket.ticket_ref,
    writer: writerOf(ticket, ticket.partner_phone ?? null),
    stageChangedAt: ticket.date_last_stage_update ?? null,
    priority: ticket.priority ?? '0',
    workedHours: ticket.total_hours_spent ?? 0,
  })),
  toPriority: (priority) => priority,
  toState: () => ({}),
};
