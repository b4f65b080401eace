import { z } from 'zod';
import type { ModelDefinition } from './models';
import { valueError } from './odoo-error';
import type { FieldValue, StoredRecord } from './store';

const scalarSchema = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const leafSchema = z.tuple([z.string(), z.string(), z.union([scalarSchema, z.array(scalarSchema)])]);
const domainSchema = z.array(z.union([z.enum(['&', '|', '!']), leafSchema]));

export type Domain = z.infer<typeof domainSchema>;
type Leaf = z.infer<typeof leafSchema>;
type Scalar = z.infer<typeof scalarSchema>;
type Test = (record: StoredRecord) => boolean;

/** Reads a domain, Odoo's filter notation. */
export function parseDomain(input: unknown): Domain {
  const parsed = domainSchema.safeParse(input);
  if (!parsed.success) throw valueError(`Domain() invalid item in domain: ${JSON.stringify(input)}`);
  return parsed.data;
}

/** Reads a record that another points to, and the definition of its model; null for one that is not there. */
export type Follow = (
  model: string,
  id: number,
) => { readonly record: StoredRecord; readonly model: ModelDefinition } | null;

/** Turns a domain into a test of one record. Conditions that nothing joins all have to hold. */
export function compileDomain(domain: Domain, modelName: string, model: ModelDefinition, follow: Follow): Test {
  // Read from behind, each operator finds what it joins on top of the stack.
  const stack: Test[] = [];
  const pop = (): Test => {
    const test = stack.pop();
    if (test === undefined) throw valueError(`Domain() invalid arity: ${JSON.stringify(domain)}`);
    return test;
  };
  for (const item of domain.toReversed()) {
    if (item === '!') {
      const test = pop();
      stack.push((record) => !test(record));
    } else if (item === '&' || item === '|') {
      const [first, second] = [pop(), pop()];
      stack.push(item === '&' ? (r) => first(r) && second(r) : (r) => first(r) || second(r));
    } else {
      stack.push(compilePath(item, modelName, model, follow));
    }
  }
  return (record) => stack.every((test) => test(record));
}

/** Whether a domain speaks of a field itself; archived records are hidden unless it does. */
export function mentionsField(domain: Domain, field: string): boolean {
  return domain.some((item) => Array.isArray(item) && item[0] === field);
}

/** A condition on a field of the record, or with a dot on one of the record that it points to. */
function compilePath(leaf: Leaf, modelName: string, model: ModelDefinition, follow: Follow): Test {
  const [path, operator, value] = leaf;
  const dot = path.indexOf('.');
  const fieldName = path.slice(0, dot);
  const field = dot > 0 && Object.hasOwn(model.fields, fieldName) ? model.fields[fieldName] : undefined;
  if (field?.type !== 'many2one') return compileLeaf(leaf, modelName, model);
  const { relation } = field;
  return (record) => {
    const id = record.values[fieldName];
    const target = typeof id === 'number' ? follow(relation, id) : null;
    if (target === null) return false;
    return compilePath([path.slice(dot + 1), operator, value], relation, target.model, follow)(target.record);
  };
}

function compileLeaf([fieldName, operator, value]: Leaf, modelName: string, model: ModelDefinition): Test {
  const field = Object.hasOwn(model.fields, fieldName) ? model.fields[fieldName] : undefined;
  if (field === undefined)
    throw valueError(`Invalid field ${modelName}.${fieldName} in condition ${quote([fieldName, operator, value])}`);
  const isDatetime = field.type === 'datetime';
  const read = (record: StoredRecord): FieldValue => {
    if (fieldName === 'id') return record.id;
    const kept = record.values[fieldName] ?? false;
    // Kept finer than it is shown; compared as it is shown.
    return isDatetime && typeof kept === 'number' ? Math.floor(kept / 1000) : kept;
  };
  const wanted = (scalar: Scalar): string | number | boolean => {
    if (scalar === null) return false;
    return isDatetime && typeof scalar === 'string' ? parseDatetime(scalar) / 1000 : scalar;
  };
  const hasAny = (record: StoredRecord, candidates: ReadonlySet<string | number | boolean>): boolean => {
    const kept = read(record);
    if (!Array.isArray(kept)) return candidates.has(kept);
    return kept.length === 0 ? candidates.has(false) : kept.some((id) => candidates.has(id));
  };

  switch (operator) {
    case '=':
    case 'in': {
      const candidates = new Set((Array.isArray(value) ? value : [value]).map(wanted));
      return (record) => hasAny(record, candidates);
    }
    case '!=':
    case 'not in': {
      const candidates = new Set((Array.isArray(value) ? value : [value]).map(wanted));
      return (record) => !hasAny(record, candidates);
    }
    case '<':
    case '<=':
    case '>':
    case '>=': {
      if (Array.isArray(value)) throw valueError(`Invalid value in condition ${quote([fieldName, operator, value])}`);
      const limit = wanted(value);
      return (record) => isOrdered(read(record), operator, limit);
    }
    case 'like':
    case 'ilike': {
      const part = String(value).toLowerCase();
      return (record) => {
        const text = String(read(record));
        return operator === 'like' ? text.includes(String(value)) : text.toLowerCase().includes(part);
      };
    }
    default:
      throw valueError(`Invalid operator in condition ${quote([fieldName, operator, value])}`);
  }
}

function isOrdered(kept: FieldValue, operator: '<' | '<=' | '>' | '>=', limit: string | number | boolean): boolean {
  // An empty field is neither above nor below anything.
  if (Array.isArray(kept) || kept === false || typeof kept !== typeof limit) return false;
  if (operator === '<') return kept < limit;
  if (operator === '<=') return kept <= limit;
  return operator === '>' ? kept > limit : kept >= limit;
}

/** Reads Odoo's form of a point in time as epoch milliseconds. */
export function parseDatetime(text: string): number {
  const isWellFormed = /^\d{4}-\d{2}-\d{2}( \d{2}:\d{2}:\d{2})?$/.test(text);
  const epochMs = isWellFormed ? Date.parse(`${text.slice(0, 10)}T${text.slice(11) || '00:00:00'}Z`) : Number.NaN;
  if (Number.isNaN(epochMs)) throw valueError(`time data '${text}' does not match format '%Y-%m-%d %H:%M:%S'`);
  return epochMs;
}

function quote(leaf: readonly unknown[]): string {
  return JSON.stringify(leaf);
}
