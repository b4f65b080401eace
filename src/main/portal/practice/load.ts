import { fieldOf } from './find-model';
import type { FieldDefinition } from './models';
import { OdooError, valueError } from './odoo-error';
import type { Records } from './records';
import type { Store } from './store';

interface LoadMessage {
  readonly rows: { readonly from: number; readonly to: number };
  readonly record: number;
  readonly type: 'error';
  readonly message: string;
  readonly field?: string;
  readonly field_name?: string;
}

interface LoadResult {
  readonly ids: readonly number[] | false;
  readonly messages: readonly LoadMessage[];
  readonly nextrow: number;
}

/** Thrown out of the transaction, so that nothing of a refused import stays; it carries the answer. */
class LoadRefused extends Error {
  readonly messages: readonly LoadMessage[];

  constructor(messages: readonly LoadMessage[]) {
    super('load refused');
    this.messages = messages;
  }
}

/**
 * Odoo's import: creates the records, or overwrites those whose external id is known. All rows or none; a refusal is
 * an ordinary answer with `ids: false`.
 */
export function load(
  store: Store,
  records: Records,
  modelName: string,
  columns: readonly string[],
  rows: readonly (readonly unknown[])[],
): LoadResult {
  const model = records.model(modelName);
  const targets = columns.map((column) => {
    const [name = '', subfield] = column.split('/');
    if (!Object.hasOwn(model.fields, name)) throw valueError(`Invalid field name '${column}'`);
    return { name, subfield, field: fieldOf(modelName, model, name) };
  });

  const loadRow = (row: readonly unknown[], index: number): number => {
    const values: Record<string, unknown> = {};
    let externalId: string | null = null;
    const messages: LoadMessage[] = [];
    for (const [position, target] of targets.entries()) {
      const cell = row[position];
      if (target.name === 'id') {
        externalId = withModule(String(cell));
        continue;
      }
      const converted = convert(store, target.field, target.subfield, cell);
      if (converted.ok) values[target.name] = converted.value;
      else {
        const place = { rows: { from: index, to: index }, record: index, type: 'error' } as const;
        messages.push({ ...place, field: target.name, field_name: target.field.label, message: converted.message });
      }
    }
    if (messages.length > 0) throw new LoadRefused(messages);
    try {
      const existing = externalId === null ? null : store.findExternalId(externalId);
      if (existing !== null) {
        records.write(modelName, [existing.id], values);
        return existing.id;
      }
      const id = records.create(modelName, values);
      if (externalId !== null) store.saveExternalId(externalId, modelName, id);
      return id;
    } catch (error) {
      if (!(error instanceof OdooError)) throw error;
      throw new LoadRefused([
        { rows: { from: index, to: index }, record: index, type: 'error', message: error.message },
      ]);
    }
  };

  try {
    return { ids: store.inTransaction(() => rows.map(loadRow)), messages: [], nextrow: 0 };
  } catch (error) {
    if (error instanceof LoadRefused) return { ids: false, messages: error.messages, nextrow: 0 };
    throw error;
  }
}

type Converted = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly message: string };

/** Reads one cell. Cells are text, as in a file; numbers are taken too. */
function convert(store: Store, field: FieldDefinition, subfield: string | undefined, cell: unknown): Converted {
  const text = String(cell ?? '');
  if (text === '' || cell === false) return { ok: true, value: false };
  switch (field.type) {
    case 'many2one':
    case 'many2many': {
      const ids = text.split(',').map(Number);
      const unknown = subfield === '.id' ? ids.find((id) => store.read(field.relation, id) === null) : ids[0];
      if (unknown === undefined) return { ok: true, value: field.type === 'many2one' ? ids[0] : ids };
      const shown = Number.isNaN(unknown) ? text : String(unknown);
      return { ok: false, message: `No matching record found for database id '${shown}' in field '${field.label}'` };
    }
    case 'integer':
    case 'float': {
      const number = Number(text);
      if (Number.isFinite(number)) return { ok: true, value: number };
      return { ok: false, message: `'${text}' does not seem to be a number for field '${field.label}'` };
    }
    case 'date': {
      const isDate =
        /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text) === true;
      if (isDate) return { ok: true, value: text };
      return { ok: false, message: `'${text}' does not seem to be a valid date for field '${field.label}'` };
    }
    case 'boolean':
      return { ok: true, value: ['1', 'true', 'yes'].includes(text.toLowerCase()) };
    default:
      return { ok: true, value: text };
  }
}

function withModule(externalId: string): string {
  return externalId.includes('.') ? externalId : `__import__.${externalId}`;
}
