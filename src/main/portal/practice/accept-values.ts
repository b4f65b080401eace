import { z } from 'zod';
import { parseDatetime } from './domain';
import { fieldOf } from './find-model';
import { formatDatetime } from './format-datetime';
import type { FieldDefinition, ModelDefinition } from './models';
import { missingError, valueError } from './odoo-error';
import { sanitiseHtml } from './sanitise-html';
import type { FieldValue, Store, Values } from './store';

/** Checks and converts what a caller wants to write. */
export function acceptValues(
  store: Store,
  modelName: string,
  model: ModelDefinition,
  values: Readonly<Record<string, unknown>>,
): Values {
  const accepted: Record<string, FieldValue> = {};
  for (const [name, value] of Object.entries(values)) {
    const field = fieldOf(modelName, model, name);
    // Odoo ignores what only it may set, and keeps files apart from records.
    if (field.isReadonly === true || field.type === 'binary') continue;
    accepted[name] = acceptValue(store, modelName, name, field, value);
  }
  return accepted;
}

function acceptValue(
  store: Store,
  modelName: string,
  name: string,
  field: FieldDefinition,
  value: unknown,
): FieldValue {
  const wrong = () => valueError(`Wrong value for ${modelName}.${name}: ${JSON.stringify(value)}`);
  if (field.type === 'many2many') return acceptLinks(store, field.relation, value, wrong);
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
      if (store.read(field.relation, value) === null) throw missingError(field.relation, value);
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
function acceptLinks(store: Store, relation: string, value: unknown, wrong: () => Error): number[] {
  const parsed = linksSchema.safeParse(value === false || value === null ? [] : value);
  if (!parsed.success) throw wrong();
  const ids = parsed.data.flatMap((item) => {
    if (typeof item === 'number') return [item];
    return item[0] === 6 ? item[2] : [item[1]];
  });
  for (const id of ids) {
    if (store.read(relation, id) === null) throw missingError(relation, id);
  }
  return [...new Set(ids)];
}

const linksSchema = z.array(
  z.union([
    z.number(),
    z.tuple([z.literal(6), z.union([z.literal(0), z.literal(false)]), z.array(z.number())]),
    z.tuple([z.literal(4), z.number()]),
  ]),
);
