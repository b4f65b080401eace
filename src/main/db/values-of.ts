import { type RawBuilder, sql } from 'kysely';

/** Values to compare a column with by `IN`, as one parameter: one prepared statement serves lists of every length. */
export function valuesOf<Value extends string | number>(values: readonly Value[]): RawBuilder<Value> {
  return sql<Value>`(SELECT value FROM json_each(${JSON.stringify(values)}))`;
}
