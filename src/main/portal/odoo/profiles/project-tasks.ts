import type { TicketResolution } from '@core/ticket/ticket-fields';
import * as schemas from '../schemas';
import type { TicketProfile } from './ticket-profile';

const STATE_OF: Readonly<Record<TicketResolution, string>> = {
  open: '01_in_progress',
  done: '1_done',
  canceled: '1_canceled',
};

/** What Odoo's `state` of a task says beside its stage. Servers before 17 have no such field. */
function resolutionOf(state: string | null | undefined): TicketResolution {
  if (state === '1_done') return 'done';
  return state === '1_canceled' ? 'canceled' : 'open';
}

/** Tickets as tasks of projects: every Odoo with Project has them. Tasks without a project are private to-dos. */
export const projectTasks: TicketProfile = {
  kind: 'project-tasks',
  model: 'project.task',
  lineField: 'task_id',
  stageModel: 'project.task.type',
  stageFields: ['fold'],
  stageGroupField: 'project_ids',
  hasPersonalStages: true,
  tagModel: 'project.tags',
  groupModel: 'project.project',
  groupDomain: [['allow_timesheets', '=', true]],
  groupField: 'project_id',
  assigneeField: 'user_ids',
  neededFields: ['name', 'description', 'project_id', 'partner_id', 'stage_id', 'tag_ids', 'user_ids', 'active'],
  otherFields: ['date_last_stage_update', 'state', 'priority', 'effective_hours'],
  record: schemas.taskSchema.transform((task) => ({
    id: task.id,
    write_date: task.write_date,
    create_date: task.create_date,
    number: null,
    title: task.name ?? '',
    descriptionHtml: task.description ?? '',
    group: task.project_id,
    timesheetProject: task.project_id,
    partner: task.partner_id,
    writer: null,
    stage: task.stage_id,
    stageChangedAt: task.date_last_stage_update ?? null,
    resolution: resolutionOf(task.state),
    priority: task.priority ?? '0',
    tagIds: task.tag_ids,
    assigneeIds: task.user_ids,
    isActive: task.active,
    workedHours: task.effective_hours,
  })),
  toPriority: (priority) => priority,
  toState: (resolution) => ({ state: STATE_OF[resolution] }),
};
