import { createHash } from 'node:crypto';
import type { Caller } from './caller';
import { formatDatetime } from './format-datetime';
import { helpdeskNames } from './helpdesk-models';
import type { ModelDefinition } from './models';
import type { Store, StoredRecord, Values } from './store';

/** What Odoo calls the moment at which a ticket came into its stage. */
const STAGE_MOMENT_FIELDS = ['date_last_stage_update', 'last_stage_update'];

interface Server {
  readonly store: Store;
  readonly caller: Caller;
  /** The first of the records that are in use, in the model's own order; false where there is none. */
  firstOf(modelName: string): number | false;
}

/** Fills in what Odoo derives from the rest of a new record. */
export function completeValues(server: Server, modelName: string, values: Values): Values {
  const { store, caller } = server;
  if (modelName === 'project.task' && (values['stage_id'] ?? false) === false) {
    return { ...values, stage_id: server.firstOf('project.task.type') };
  }
  if (modelName === 'helpdesk.ticket') return completeHelpdeskTicket(server, values);
  if (modelName !== 'account.analytic.line') return values;
  const task = ticketOfLine(store, values);
  const employeeId = typeof values['employee_id'] === 'number' ? values['employee_id'] : caller.employeeId;
  return {
    ...values,
    date: values['date'] || formatDatetime(caller.nowMs).slice(0, 10),
    name: values['name'] || '/',
    project_id: values['project_id'] || task?.values['project_id'] || false,
    employee_id: employeeId,
    user_id: store.read('hr.employee', employeeId)?.values['user_id'] ?? false,
  };
}

/** A helpdesk ticket begins in the first stage, has the project of its team, and a number. */
function completeHelpdeskTicket(server: Server, values: Values): Values {
  const { store } = server;
  const { helpdesk } = store;
  if (helpdesk === null) return values;
  const { stage, team } = helpdeskNames(helpdesk);
  const ownTeam = typeof values['team_id'] === 'number' ? store.read(team, values['team_id']) : null;
  const number = String(store.readAll('helpdesk.ticket').length + 1).padStart(5, '0');
  return {
    ...values,
    stage_id: values['stage_id'] || server.firstOf(stage),
    project_id: values['project_id'] || ownTeam?.values['project_id'] || false,
    ...(helpdesk === 'oca' ? { number: `HT${number}` } : { ticket_ref: number }),
  };
}

/** The task or helpdesk ticket that a line is on. */
function ticketOfLine(store: Store, values: Values): StoredRecord | null {
  if (typeof values['task_id'] === 'number') return store.read('project.task', values['task_id']);
  const { helpdesk } = store;
  const ticketId = helpdesk === null ? undefined : values[helpdeskNames(helpdesk).line];
  return typeof ticketId === 'number' ? store.read('helpdesk.ticket', ticketId) : null;
}

/** Whoever writes the stage of a ticket moves it, as in Odoo. */
export function stageMoment(caller: Caller, model: ModelDefinition, written: Values): Values {
  const field = STAGE_MOMENT_FIELDS.find((name) => Object.hasOwn(model.fields, name));
  return field !== undefined && 'stage_id' in written ? { [field]: caller.nowMs } : {};
}

/** What follows from a write in other records: a file's own figures, and the hours of the ticket a line is on. */
export function afterWrite(
  server: Server,
  modelName: string,
  id: number,
  values: Readonly<Record<string, unknown>>,
  kept: Values,
): void {
  if (modelName === 'ir.attachment' && typeof values['datas'] === 'string')
    saveContent(server.store, id, values['datas']);
  if (modelName === 'account.analytic.line' && typeof kept['task_id'] === 'number') sumHours(server, kept['task_id']);
  const { helpdesk } = server.store;
  if (modelName === 'account.analytic.line' && helpdesk !== null) {
    const ticketId = kept[helpdeskNames(helpdesk).line];
    if (typeof ticketId === 'number') sumHelpdeskHours(server, ticketId);
  }
}

function saveContent(store: Store, id: number, base64: string): void {
  const bytes = Buffer.from(base64, 'base64');
  store.saveContent(id, bytes);
  const record = store.read('ir.attachment', id);
  if (record === null) return;
  const checksum = createHash('sha1').update(bytes).digest('hex');
  store.update('ir.attachment', id, { ...record.values, file_size: bytes.length, checksum });
}

/** A ticket keeps the hours of all its lines, so a line changes the ticket too. */
function sumHours({ store, caller }: Server, taskId: number): void {
  const task = store.read('project.task', taskId);
  if (task === null) return;
  const total = store
    .readAll('account.analytic.line')
    .filter((line) => line.values['task_id'] === taskId)
    .reduce((sum, line) => sum + Number(line.values['unit_amount'] ?? 0), 0);
  if (total === task.values['effective_hours']) return;
  store.update('project.task', taskId, {
    ...task.values,
    effective_hours: total,
    write_date: caller.nowMs,
  });
}

function sumHelpdeskHours({ store, caller }: Server, ticketId: number): void {
  const { helpdesk } = store;
  const ticket = store.read('helpdesk.ticket', ticketId);
  if (helpdesk === null || ticket === null) return;
  const field = helpdeskNames(helpdesk).line;
  const total = store
    .readAll('account.analytic.line')
    .filter((line) => line.values[field] === ticketId)
    .reduce((sum, line) => sum + Number(line.values['unit_amount'] ?? 0), 0);
  const sumField = helpdesk === 'oca' ? 'total_hours' : 'total_hours_spent';
  store.update('helpdesk.ticket', ticketId, {
    ...ticket.values,
    [sumField]: total,
    write_date: caller.nowMs,
  });
}
