import { char, choice, flag, hours, type ModelDefinition, many, one, STAGE_MOMENT } from './models';

/** Which helpdesk a practice portal has beside its projects. */
export type PracticeHelpdesk = 'oca' | 'enterprise';

/** What the two helpdesks call the same things. */
const NAMES = {
  oca: { stage: 'helpdesk.ticket.stage', tag: 'helpdesk.ticket.tag', team: 'helpdesk.ticket.team', line: 'ticket_id' },
  enterprise: { stage: 'helpdesk.stage', tag: 'helpdesk.tag', team: 'helpdesk.team', line: 'helpdesk_ticket_id' },
} as const;

export function helpdeskNames(helpdesk: PracticeHelpdesk) {
  return NAMES[helpdesk];
}

/** Fields that one of the two has and the other has not, or has by another name. */
function ownFields(helpdesk: PracticeHelpdesk): ModelDefinition['fields'] {
  return helpdesk === 'oca'
    ? {
        last_stage_update: STAGE_MOMENT,
        number: { ...char('Ticket number'), isReadonly: true },
        total_hours: hours('Total Hours', true),
      }
    : {
        date_last_stage_update: STAGE_MOMENT,
        ticket_ref: { ...char('Ticket IDs Sequence'), isReadonly: true },
        partner_phone: char('Customer Phone'),
        total_hours_spent: hours('Time Spent', true),
      };
}

/** The models of a helpdesk, by what is published of their fields. */
export function helpdeskModels(helpdesk: PracticeHelpdesk): Readonly<Record<string, ModelDefinition>> {
  const { stage, tag, team } = NAMES[helpdesk];
  return {
    'helpdesk.ticket': {
      label: 'Helpdesk Ticket',
      order: 'id desc',
      rights: 'write',
      defaults: { active: true, priority: helpdesk === 'oca' ? '1' : '0' },
      fields: {
        ...ownFields(helpdesk),
        name: char('Title', true),
        description: { type: 'html', label: 'Description' },
        team_id: one('Team', team),
        partner_id: one('Customer', 'res.partner'),
        partner_name: char('Customer Name'),
        partner_email: char('Customer Email'),
        stage_id: one('Stage', stage),
        priority: choice('Priority', ['0', '1', '2', '3']),
        tag_ids: many('Tags', tag),
        user_id: one('Assigned to', 'res.users'),
        project_id: one('Project', 'project.project'),
        active: flag('Active'),
      },
    },
    [stage]: {
      label: 'Stage',
      order: 'sequence, id',
      rights: 'read',
      fields: {
        name: char('Name', true),
        sequence: { type: 'integer', label: 'Sequence' },
        fold: flag('Folded'),
        team_ids: many('Teams', team),
        ...(helpdesk === 'oca' ? { closed: flag('Closed') } : {}),
      },
    },
    [tag]: { label: 'Tag', order: 'name', rights: 'read', fields: { name: char('Name', true) } },
    [team]: {
      label: 'Team',
      order: 'name',
      rights: 'read',
      fields: { name: char('Name', true), project_id: one('Project', 'project.project') },
    },
  };
}
