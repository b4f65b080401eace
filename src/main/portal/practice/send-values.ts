import { fieldOf } from './find-model';
import { formatDatetime } from './format-datetime';
import type { ModelDefinition } from './models';
import type { Store, StoredRecord } from './store';

/** The value of a field as it is sent: links as `[id, name]` where names are wanted, `false` for nothing. */
export function sendValue(
  store: Store,
  modelName: string,
  model: ModelDefinition,
  record: StoredRecord,
  name: string,
  withNames: boolean,
): unknown {
  if (name === 'id') return record.id;
  const field = fieldOf(modelName, model, name);
  if (field.type === 'binary') {
    const bytes = store.readContent(record.id);
    return bytes.length === 0 ? false : Buffer.from(bytes).toString('base64');
  }
  const value = record.values[name];
  if (field.type === 'many2many') return Array.isArray(value) ? value : [];
  if (value === undefined) return field.type === 'integer' || field.type === 'float' ? 0 : false;
  if (field.type === 'datetime' && typeof value === 'number') return formatDatetime(value);
  if (field.type === 'many2one' && typeof value === 'number' && withNames) {
    return [value, displayName(store, field.relation, value)];
  }
  return value;
}

function displayName(store: Store, modelName: string, id: number): string | false {
  const record = store.read(modelName, id);
  const name = record?.values['name'];
  if (typeof name !== 'string') return false;
  const parentId = record?.values['parent_id'];
  // A person is shown with the firm in front, as in "Norrskenets Cykel AB, Elin Wahlgren".
  return typeof parentId === 'number' ? `${displayName(store, modelName, parentId)}, ${name}` : name;
}
