import type { LineConflictId, TimesheetLineId } from '@core/ids';
import type { Instant } from '@core/time/instant';
import {
  isKnownConflict,
  joinConflicts,
  type LineConflict,
  type LineConflictChoice,
} from '@core/timesheet/line-conflict';
import { type PortalValues, portalFieldSchema, portalValuesSchema } from '@core/timesheet/merge-portal-line';
import type { Selectable } from 'kysely';
import { z } from 'zod';
import type { WorkbenchDatabase } from '../open';
import type { LineConflictTable } from '../tables/time-tables';

const fieldsSchema = z.array(portalFieldSchema).readonly();

/** A conflict about a line that is kept. It stands as long as `chosenAt` is null. */
export interface KeptLineConflict extends LineConflict {
  readonly id: LineConflictId;
  readonly lineId: TimesheetLineId;
  readonly foundAt: Instant;
  readonly choice: LineConflictChoice | null;
  readonly chosenAt: Instant | null;
}

function parse({ fields, base, mine, theirs, ...row }: Selectable<LineConflictTable>): KeptLineConflict {
  const version = (json: string): PortalValues => portalValuesSchema.parse(JSON.parse(json));
  return {
    ...row,
    fields: fieldsSchema.parse(JSON.parse(fields)),
    base: version(base),
    mine: mine === null ? null : version(mine),
    theirs: theirs === null ? null : version(theirs),
  };
}

function toColumns({ kind, fields, base, mine, theirs }: LineConflict) {
  return {
    kind,
    fields: JSON.stringify(fields),
    base: JSON.stringify(base),
    mine: mine === null ? null : JSON.stringify(mine),
    theirs: theirs === null ? null : JSON.stringify(theirs),
  };
}

/**
 * Keeps a conflict until somebody has said something to it. One that was met before is not asked about again; what is
 * new about a line joins the question that stands.
 */
export async function keepLineConflict(
  trx: WorkbenchDatabase,
  found: LineConflict & Pick<KeptLineConflict, 'id' | 'lineId' | 'foundAt'>,
): Promise<void> {
  const known = await readLatestLineConflict(trx, found.lineId);
  if (known !== undefined && isKnownConflict(known, found)) return;
  if (known?.kind === found.kind && known.chosenAt === null) {
    await trx
      .updateTable('lineConflict')
      .set(toColumns(joinConflicts(known, found)))
      .where('id', '=', known.id)
      .execute();
    return;
  }
  const { id, lineId, foundAt } = found;
  await trx
    .insertInto('lineConflict')
    .values({ id, lineId, foundAt, ...toColumns(found), choice: null, chosenAt: null })
    .execute();
}

/** The conflict that was found last about a line, decided or not; undefined when there was none. */
export async function readLatestLineConflict(
  trx: WorkbenchDatabase,
  lineId: TimesheetLineId,
): Promise<KeptLineConflict | undefined> {
  const row = await trx
    .selectFrom('lineConflict')
    .selectAll()
    .where('lineId', '=', lineId)
    .orderBy('foundAt', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && parse(row);
}

/** The conflicts about lines to which nobody has said anything, the newest first. */
export async function listOpenLineConflicts(trx: WorkbenchDatabase): Promise<KeptLineConflict[]> {
  const rows = await trx
    .selectFrom('lineConflict')
    .selectAll()
    .where('chosenAt', 'is', null)
    .orderBy('foundAt', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map(parse);
}

/** A conflict about a line, or undefined. */
export async function readLineConflict(
  trx: WorkbenchDatabase,
  id: LineConflictId,
): Promise<KeptLineConflict | undefined> {
  const row = await trx.selectFrom('lineConflict').selectAll().where('id', '=', id).executeTakeFirst();
  return row && parse(row);
}

/** Notes what a person said to a conflict. */
export async function chooseInLineConflict(
  trx: WorkbenchDatabase,
  id: LineConflictId,
  choice: LineConflictChoice,
  at: Instant,
): Promise<void> {
  await trx.updateTable('lineConflict').set({ choice, chosenAt: at }).where('id', '=', id).execute();
}

/** The question stands again (null), or what was said to it before holds again. */
export async function setLineConflictChosenAt(
  trx: WorkbenchDatabase,
  id: LineConflictId,
  chosenAt: Instant | null,
): Promise<void> {
  await trx.updateTable('lineConflict').set({ chosenAt }).where('id', '=', id).execute();
}

/** Forgets a conflict that was none: what was taken for gone is there. */
export async function forgetLineConflict(trx: WorkbenchDatabase, id: LineConflictId): Promise<void> {
  await trx.deleteFrom('lineConflict').where('id', '=', id).execute();
}
