import { acceptValues } from './accept-values';
import type { Caller } from './caller';
import { checkLock, checkOwner, checkRequired, checkRights } from './checks';
import { afterWrite, completeValues, stageMoment } from './derived-values';
import { compileDomain, mentionsField, parseDomain } from './domain';
import { fieldOf, findModel } from './find-model';
import type { ModelDefinition } from './models';
import { missingError, notFound, valueError } from './odoo-error';
import { sendValue } from './send-values';
import type { Store, StoredRecord, Values } from './store';

export interface Search {
  readonly domain: unknown;
  readonly order?: string | undefined;
  readonly limit?: number | undefined;
  readonly offset?: number | undefined;
  readonly includesArchived: boolean;
}

/** A record as it is sent: links as `[id, name]`, points in time as text, `false` for nothing. */
export type SentRecord = Record<string, unknown>;

/** The records of the practice portal, with the rules that hold for one model at a time. */
export class Records {
  readonly store: Store;
  readonly caller: Caller;

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

  /** The first of the records that are in use, in the model's own order; false where there is none. */
  firstOf(modelName: string): number | false {
    const [first] = this.search(modelName, { domain: [], limit: 1, includesArchived: false });
    return first?.id ?? false;
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
    for (const name of names) fieldOf(modelName, model, name);
    return records.map((record) => {
      const sent: SentRecord = { id: record.id };
      for (const name of names) sent[name] = sendValue(this.store, modelName, model, record, name, withNames);
      return sent;
    });
  }

  create(modelName: string, values: Readonly<Record<string, unknown>>): number {
    const model = this.model(modelName);
    checkRights(modelName, model, 'create');
    const at = this.caller.nowMs;
    const complete = completeValues(this, modelName, {
      ...model.defaults,
      ...acceptValues(this.store, modelName, model, values),
    });
    checkRequired(model, complete);
    checkOwner(this, modelName, complete, 'create');
    const id = this.store.insert(modelName, {
      create_uid: this.caller.userId,
      ...complete,
      ...stageMoment(this.caller, model, complete),
      create_date: at,
      write_date: at,
    });
    afterWrite(this, modelName, id, values, complete);
    return id;
  }

  write(modelName: string, ids: readonly number[], values: Readonly<Record<string, unknown>>): void {
    const model = this.model(modelName);
    checkRights(modelName, model, 'modify');
    const accepted = acceptValues(this.store, modelName, model, values);
    for (const id of ids) {
      const before = this.store.read(modelName, id);
      if (before === null) throw missingError(modelName, id);
      checkOwner(this, modelName, before.values, 'modify');
      checkLock(modelName, before.values, 'modify');
      const after = {
        ...before.values,
        ...accepted,
        ...stageMoment(this.caller, model, accepted),
        write_date: this.caller.nowMs,
      };
      checkRequired(model, after);
      checkOwner(this, modelName, after, 'modify');
      this.store.update(modelName, id, after);
      afterWrite(this, modelName, id, values, before.values);
      afterWrite(this, modelName, id, {}, after);
    }
  }

  unlink(modelName: string, ids: readonly number[]): void {
    const model = this.model(modelName);
    checkRights(modelName, model, 'delete');
    for (const id of ids) {
      const record = this.store.read(modelName, id);
      if (record === null) throw missingError(modelName, id);
      checkOwner(this, modelName, record.values, 'delete');
      checkLock(modelName, record.values, 'delete');
      this.store.delete(modelName, id);
      afterWrite(this, modelName, id, {}, record.values);
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
