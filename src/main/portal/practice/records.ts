import { createHash } from 'node:crypto';
import { z } from 'zod';
import { compileDomain, mentionsField, parseDatetime, parseDomain } from './domain';
import { findModel } from './find-model';
import { helpdeskNames } from './helpdesk-models';
import type { FieldDefinition, ModelDefinition } from './models';
import { accessError, missingError, notFound, validationError, valueError } from './odoo-error';
import { sanitiseHtml } from './sanitise-html';
import type { FieldValue, Store, StoredRecord, Values } from './store';

/** Whose call it is, and when. */
export interface Caller {
  readonly userId: number;
  readonly partnerId: number;
  readonly employeeId: number;
  readonly nowMs: number;
}

export interface Search {
  readonly domain: unknown;
  readonly order?: string | undefined;
  readonly limit?: number | undefined;
  readonly offset?: number | undefined;
  readonly includesArchived: boolean;
}

/** A record as it is sent: links as `[id, name]`, points in time as text, `false` for nothing. */
export type SentRecord = Record<string, unknown>;

/** What Odoo calls the moment at which a ticket came into its stage. */
const STAGE_MOMENT_FIELDS = ['date_last_stage_update', 'last_stage_update'];

/** The records of the practice portal, with the rules that hold for one model at a time. */
export class Records {
  private readonly store: Store;
  private readonly caller: Caller;

  constructor(store: Store, caller: Caller) {
    this.store = store;
    this.caller = caller;
  }

  /** The definition of a model; throws Odoo's error for one that does not exist. */
  model(name: string): ModelDefinition {
    const model = findModel(name, this.store.helpdesk);
    if (model === null) throw notFound(`the model '${name}' does not exist`);
    return model;
  }

  search(modelName: string, search: Search): StoredRecord[] {
    const model = this.model(modelName);
    const domain = parseDomain(search.domain);
    const matches = compileDomain(domain, modelName, model, (relation, id) => {
      const record = this.store.read(relation, id);
      return record === null ? null : { record, model: this.model(relation) };
    });
    const hidesArchived = !search.includesArchived && 'active' in model.fields && !mentionsField(domain, 'active');
    const found = this.store
      .readAll(modelName)
      .filter((record) => this.maySee(modelName, record))
      .filter((record) => matches(record) && !(hidesArchived && record.values['active'] === false))
      .toSorted(compareBy(search.order ?? model.order, modelName, model));
    const offset = search.offset ?? 0;
    return found.slice(offset, search.limit === undefined ? undefined : offset + search.limit);
  }

  /** The records with these ids that exist. */
  browse(modelName: string, ids: readonly number[]): StoredRecord[] {
    this.model(modelName);
    const found = ids.flatMap((id) => this.store.read(modelName, id) ?? []);
    return found.filter((record) => this.maySee(modelName, record));
  }

  /** Nobody sees another one's keys. */
  private maySee(modelName: string, { values }: StoredRecord): boolean {
    return modelName !== 'res.users.apikeys' || values['user_id'] === this.caller.userId;
  }

  send(
    modelName: string,
    records: readonly StoredRecord[],
    fields: readonly string[],
    withNames: boolean,
  ): SentRecord[] {
    const model = this.model(modelName);
    const names = fields.length === 0 ? Object.keys(model.fields) : fields;
    for (const name of names) this.field(modelName, model, name);
    return records.map((record) => {
      const sent: SentRecord = { id: record.id };
      for (const name of names) sent[name] = this.sendValue(modelName, model, record, name, withNames);
      return sent;
    });
  }

  create(modelName: string, values: Readonly<Record<string, unknown>>): number {
    const model = this.model(modelName);
    this.checkRights(modelName, model, 'create');
    const at = this.caller.nowMs;
    const complete = this.complete(modelName, { ...model.defaults, ...this.accept(modelName, model, values) });
    this.checkRequired(model, complete);
    this.checkOwner(modelName, complete, 'create');
    const id = this.store.insert(modelName, {
      create_uid: this.caller.userId,
      ...complete,
      ...this.stageMoment(model, complete),
      create_date: at,
      write_date: at,
    });
    this.afterWrite(modelName, id, values, complete);
    return id;
  }

  write(modelName: string, ids: readonly number[], values: Readonly<Record<string, unknown>>): void {
    const model = this.model(modelName);
    this.checkRights(modelName, model, 'modify');
    const accepted = this.accept(modelName, model, values);
    for (const id of ids) {
      const before = this.store.read(modelName, id);
      if (before === null) throw missingError(modelName, id);
      this.checkOwner(modelName, before.values, 'modify');
      this.checkLock(modelName, before.values, 'modify');
      const after = {
        ...before.values,
        ...accepted,
        ...this.stageMoment(model, accepted),
        write_date: this.caller.nowMs,
      };
      this.checkRequired(model, after);
      this.checkOwner(modelName, after, 'modify');
      this.store.update(modelName, id, after);
      this.afterWrite(modelName, id, values, before.values);
      this.afterWrite(modelName, id, {}, after);
    }
  }

  unlink(modelName: string, ids: readonly number[]): void {
    const model = this.model(modelName);
    this.checkRights(modelName, model, 'delete');
    for (const id of ids) {
      const record = this.store.read(modelName, id);
      if (record === null) throw missingError(modelName, id);
      this.checkOwner(modelName, record.values, 'delete');
      this.checkLock(modelName, record.values, 'delete');
      this.store.delete(modelName, id);
      this.afterWrite(modelName, id, {}, record.values);
    }
  }

  /** A record without the rules for callers: for what the server does by itself. */
  insertAsServer(modelName: string, values: Values): number {
    return this.store.insert(modelName, {
      create_uid: this.caller.userId,
      ...values,
      create_date: this.caller.nowMs,
      write_date: this.caller.nowMs,
    });
  }

  field(modelName: string, model: ModelDefinition, name: string): FieldDefinition {
    const field = Object.hasOwn(model.fields, name) ? model.fields[name] : undefined;
    if (field === undefined) throw valueError(`Invalid field '${name}' on '${modelName}'`);
    return field;
  }

  private sendValue(
    modelName: string,
    model: ModelDefinition,
    record: StoredRecord,
    name: string,
    withNames: boolean,
  ): unknown {
    if (name === 'id') return record.id;
    const field = this.field(modelName, model, name);
    if (field.type === 'binary') {
      const bytes = this.store.readContent(record.id);
      return bytes.length === 0 ? false : Buffer.from(bytes).toString('base64');
    }
    const value = record.values[name];
    if (field.type === 'many2many') return Array.isArray(value) ? value : [];
    if (value === undefined) return field.type === 'integer' || field.type === 'float' ? 0 : false;
    if (field.type === 'datetime' && typeof value === 'number') return formatDatetime(value);
    if (field.type === 'many2one' && typeof value === 'number' && withNames) {
      return [value, this.displayName(field.relation, value)];
    }
    return value;
  }

  private displayName(modelName: string, id: number): string | false {
    const record = this.store.read(modelName, id);
    const name = record?.values['name'];
    if (typeof name !== 'string') return false;
    const parentId = record?.values['parent_id'];
    // A person is shown with the firm in front, as in "Norrskenets Cykel AB, Elin Wahlgren".
    return typeof parentId === 'number' ? `${this.displayName(modelName, parentId)}, ${name}` : name;
  }

  /** Checks and converts what a caller wants to write. */
  private accept(modelName: string, model: ModelDefinition, values: Readonly<Record<string, unknown>>): Values {
    const accepted: Record<string, FieldValue> = {};
    for (const [name, value] of Object.entries(values)) {
      const field = this.field(modelName, model, name);
      // Odoo ignores what only it may set, and keeps files apart from records.
      if (field.isReadonly === true || field.type === 'binary') continue;
      accepted[name] = this.acceptValue(modelName, name, field, value);
    }
    return accepted;
  }

  private acceptValue(modelName: string, name: string, field: FieldDefinition, value: unknown): FieldValue {
    const wrong = () => valueError(`Wrong value for ${modelName}.${name}: ${JSON.stringify(value)}`);
    if (field.type === 'many2many') return this.acceptLinks(field.relation, value, wrong);
    if (value === false || value === null || value === undefined) return false;
    switch (field.type) {
      case 'boolean':
        return Boolean(value);
      case 'integer':
      case 'float': {
        const number = typeof value === 'number' ? value : Number.NaN;
        if (!Number.isFinite(number)) throw wrong();
        return number;
      }
      case 'many2one': {
        if (typeof value !== 'number') throw wrong();
        if (this.store.read(field.relation, value) === null) throw missingError(field.relation, value);
        return value;
      }
      default:
    }
    if (typeof value !== 'string') throw wrong();
    if (field.type === 'selection' && !field.options.includes(value)) {
      throw valueError(`Wrong value for ${modelName}.${name}: '${value}'`);
    }
    if (field.type === 'datetime') return parseDatetime(value);
    if (field.type === 'date') return formatDatetime(parseDatetime(value.slice(0, 10))).slice(0, 10);
    return field.type === 'html' ? sanitiseHtml(value) : value;
  }

  /** Many2many values are a list of ids, or commands: `[6, 0, ids]` replaces, `[4, id]` adds. */
  private acceptLinks(relation: string, value: unknown, wrong: () => Error): number[] {
    const parsed = linksSchema.safeParse(value === false || value === null ? [] : value);
    if (!parsed.success) throw wrong();
    const ids = parsed.data.flatMap((item) => {
      if (typeof item === 'number') return [item];
      return item[0] === 6 ? item[2] : [item[1]];
    });
    for (const id of ids) {
      if (this.store.read(relation, id) === null) throw missingError(relation, id);
    }
    return [...new Set(ids)];
  }

  /** Fills in what Odoo derives from the rest of a new record. */
  private complete(modelName: string, values: Values): Values {
    if (modelName === 'project.task' && (values['stage_id'] ?? false) === false) {
      const [first] = this.search('project.task.type', { domain: [], limit: 1, includesArchived: false });
      return { ...values, stage_id: first?.id ?? false };
    }
    if (modelName === 'helpdesk.ticket') return this.completeHelpdeskTicket(values);
    if (modelName !== 'account.analytic.line') return values;
    const task = this.ticketOfLine(values);
    const employeeId = typeof values['employee_id'] === 'number' ? values['employee_id'] : this.caller.employeeId;
    return {
      ...values,
      date: values['date'] || formatDatetime(this.caller.nowMs).slice(0, 10),
      name: values['name'] || '/',
      project_id: values['project_id'] || task?.values['project_id'] || false,
      employee_id: employeeId,
      user_id: this.store.read('hr.employee', employeeId)?.values['user_id'] ?? false,
    };
  }

  /** Whoever writes the stage of a ticket moves it, as in Odoo. */
  private stageMoment(model: ModelDefinition, written: Values): Values {
    const field = STAGE_MOMENT_FIELDS.find((name) => Object.hasOwn(model.fields, name));
    return field !== undefined && 'stage_id' in written ? { [field]: this.caller.nowMs } : {};
  }

  private checkRequired(model: ModelDefinition, values: Values): void {
    for (const [name, field] of Object.entries(model.fields)) {
      if (field.isRequired !== true || (values[name] ?? false) !== false) continue;
      throw validationError(
        `The operation cannot be completed: Missing required value for the field '${field.label}' (${name}).\nModel: '${model.label}'\n- create/update: a mandatory field is not set\n- delete: another model requires the record being deleted, you can archive it instead\n`,
      );
    }
  }

  private checkRights(modelName: string, model: ModelDefinition, deed: 'create' | 'modify' | 'delete'): void {
    if (model.rights === 'write') return;
    throw accessError(`You are not allowed to ${deed} '${model.label}' (${modelName}) records.`);
  }

  /** Time is recorded for oneself; an attachment belongs to a record that exists. */
  private checkOwner(modelName: string, values: Values, deed: 'create' | 'modify' | 'delete'): void {
    if (modelName === 'account.analytic.line' && values['employee_id'] !== this.caller.employeeId) {
      throw accessError(
        `Uh-oh! Looks like you have stumbled upon some top-secret records.\n\nSorry, you do not have the rights to ${deed} timesheets of other people.`,
      );
    }
    if (
      modelName === 'ir.attachment' &&
      typeof values['res_model'] === 'string' &&
      typeof values['res_id'] === 'number'
    ) {
      if (this.store.read(values['res_model'], values['res_id']) === null) {
        throw accessError('Sorry, you are not allowed to access this document.');
      }
    }
  }

  /** What an approver has validated only an approver changes. */
  private checkLock(modelName: string, values: Values, deed: 'modify' | 'delete'): void {
    if (modelName !== 'account.analytic.line' || values['validated'] !== true) return;
    throw accessError(`Only a Timesheets Approver or Manager is allowed to ${deed} a validated entry.`);
  }

  private afterWrite(modelName: string, id: number, values: Readonly<Record<string, unknown>>, kept: Values): void {
    if (modelName === 'ir.attachment' && typeof values['datas'] === 'string') this.saveContent(id, values['datas']);
    if (modelName === 'account.analytic.line' && typeof kept['task_id'] === 'number') this.sumHours(kept['task_id']);
    const { helpdesk } = this.store;
    if (modelName === 'account.analytic.line' && helpdesk !== null) {
      const ticketId = kept[helpdeskNames(helpdesk).line];
      if (typeof ticketId === 'number') this.sumHelpdeskHours(ticketId);
    }
  }

  /** The task or helpdesk ticket that a line is on. */
  private ticketOfLine(values: Values): StoredRecord | null {
    if (typeof values['task_id'] === 'number') return this.store.read('project.task', values['task_id']);
    const { helpdesk } = this.store;
    const ticketId = helpdesk === null ? undefined : values[helpdeskNames(helpdesk).line];
    return typeof ticketId === 'number' ? this.store.read('helpdesk.ticket', ticketId) : null;
  }

  /** A helpdesk ticket begins in the first stage, has the project of its team, and a number. */
  private completeHelpdeskTicket(values: Values): Values {
    const { helpdesk } = this.store;
    if (helpdesk === null) return values;
    const { stage, team } = helpdeskNames(helpdesk);
    const [first] = this.search(stage, { domain: [], limit: 1, includesArchived: false });
    const ownTeam = typeof values['team_id'] === 'number' ? this.store.read(team, values['team_id']) : null;
    const number = String(this.store.readAll('helpdesk.ticket').length + 1).padStart(5, '0');
    return {
      ...values,
      stage_id: values['stage_id'] || first?.id || false,
      project_id: values['project_id'] || ownTeam?.values['project_id'] || false,
      ...(helpdesk === 'oca' ? { number: `HT${number}` } : { ticket_ref: number }),
    };
  }

  private sumHelpdeskHours(ticketId: number): void {
    const { helpdesk } = this.store;
    const ticket = this.store.read('helpdesk.ticket', ticketId);
    if (helpdesk === null || ticket === null) return;
    const field = helpdeskNames(helpdesk).line;
    const total = this.store
      .readAll('account.analytic.line')
      .filter((line) => line.values[field] === ticketId)
      .reduce((sum, line) => sum + Number(line.values['unit_amount'] ?? 0), 0);
    const sumField = helpdesk === 'oca' ? 'total_hours' : 'total_hours_spent';
    this.store.update('helpdesk.ticket', ticketId, {
      ...ticket.values,
      [sumField]: total,
      write_date: this.caller.nowMs,
    });
  }

  private saveContent(id: number, base64: string): void {
    const bytes = Buffer.from(base64, 'base64');
    this.store.saveContent(id, bytes);
    const record = this.store.read('ir.attachment', id);
    if (record === null) return;
    const checksum = createHash('sha1').update(bytes).digest('hex');
    this.store.update('ir.attachment', id, { ...record.values, file_size: bytes.length, checksum });
  }

  /** A ticket keeps the hours of all its lines, so a line changes the ticket too. */
  private sumHours(taskId: number): void {
    const task = this.store.read('project.task', taskId);
    if (task === null) return;
    const total = this.store
      .readAll('account.analytic.line')
      .filter((line) => line.values['task_id'] === taskId)
      .reduce((sum, line) => sum + Number(line.values['unit_amount'] ?? 0), 0);
    if (total === task.values['effective_hours']) return;
    this.store.update('project.task', taskId, {
      ...task.values,
      effective_hours: total,
      write_date: this.caller.nowMs,
    });
  }
}

const linksSchema = z.array(
  z.union([
    z.number(),
    z.tuple([z.literal(6), z.union([z.literal(0), z.literal(false)]), z.array(z.number())]),
    z.tuple([z.literal(4), z.number()]),
  ]),
);

/** Writes epoch milliseconds as Odoo does, in UTC and whole seconds. */
export function formatDatetime(epochMs: number): string {
  return new Date(epochMs).toISOString().slice(0, 19).replace('T', ' ');
}

function compareBy(order: string, modelName: string, model: ModelDefinition) {
  const keys = order.split(',').map((part) => {
    const [name = '', direction = 'asc'] = part.trim().split(/\s+/);
    if (!Object.hasOwn(model.fields, name)) throw valueError(`Invalid field '${name}' on '${modelName}'`);
    return { name, sign: direction.toLowerCase() === 'desc' ? -1 : 1 };
  });
  return (a: StoredRecord, b: StoredRecord): number => {
    for (const { name, sign } of keys) {
      const [left, right] = name === 'id' ? [a.id, b.id] : [a.values[name] ?? '', b.values[name] ?? ''];
      if (left < right) return -sign;
      if (left > right) return sign;
    }
    return a.id - b.id;
  };
}
