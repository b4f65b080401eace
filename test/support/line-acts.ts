import type { TimesheetLineId } from '@core/ids';
import Database from 'better-sqlite3';
import { z } from 'zod';
import { readTimesheetLine, type TimesheetLine } from '../../src/main/db/queries/timesheet-lines';
import { type EditLineRequest, editLine } from '../../src/main/usecases/edit-line';
import type { Workbench } from '../../src/main/usecases/workbench';
import { MINUTE } from './hand-clock';
import { callPortal, expectValue } from './portal-bench';
import { type BothTicket, linesOnPortal, pullInto, pushFrom, type SyncBench } from './sync-bench';
import { readElsewhere } from './workbench-file';
import { addLine } from './workbench-rows';

/** A line as it is kept here, deleted or not. */
export async function lineHere({ workbench }: { workbench: Workbench }, id: TimesheetLineId): Promise<TimesheetLine> {
  const line = await readTimesheetLine(workbench.database, id);
  if (!line) throw new Error('The line is not here.');
  return line;
}

/** A person changes a line. */
export async function edit(
  { workbench }: { workbench: Workbench },
  lineId: TimesheetLineId,
  changes: Omit<EditLineRequest, 'lineId' | 'cutOverlaps'>,
): Promise<void> {
  expectValue(await editLine(workbench, { lineId, cutOverlaps: false, ...changes }));
}

/** A line of mine that the portal has. */
export async function sentLine(
  bench: SyncBench,
  { id }: BothTicket,
  line: Parameters<typeof addLine>[2] = {},
): Promise<{ id: TimesheetLineId; remoteId: number }> {
  const lineId = await addLine(bench.workbench, id, line);
  await pushFrom(bench);
  return { id: lineId, remoteId: z.int().parse((await lineHere(bench, lineId)).remoteId) };
}

/** Sends and brings everything, with no faults between, as syncs do until there is nothing left to do. */
export async function settle(bench: SyncBench): Promise<void> {
  for (let round = 0; round < 3; round += 1) {
    bench.workbench.clock.pass(10 * MINUTE);
    await pushFrom(bench);
    await pullInto(bench);
  }
}

/** The operations about lines, oldest first, such as `update waiting`. */
export function operationsIn({ workbench }: SyncBench): string[] {
  return readElsewhere(workbench.file, 'SELECT kind, state FROM outbox ORDER BY sequence').map(
    ({ kind, state }) => `${String(kind).replace('-timesheet-line', '')} ${state}`,
  );
}

/** Somebody changes a line on the portal. */
export async function changeOnPortal(
  { practice }: SyncBench,
  remoteId: number,
  vals: Readonly<Record<string, unknown>>,
): Promise<void> {
  const named = { ids: [remoteId], vals };
  await callPortal(practice, practice.apiKey, 'account.analytic.line', 'write', named, z.literal(true));
}

/** Somebody deletes a line on the portal. */
export async function deleteOnPortal({ practice }: SyncBench, remoteId: number): Promise<void> {
  const named = { ids: [remoteId] };
  await callPortal(practice, practice.apiKey, 'account.analytic.line', 'unlink', named, z.literal(true));
}

/** An approver validates a line on the portal, or takes that back. */
export function validateOnPortal(
  { portalFile }: Pick<SyncBench, 'portalFile'>,
  remoteId: number,
  isValidated: boolean,
): void {
  const connection = new Database(portalFile);
  connection
    .prepare(
      `UPDATE record SET "values" = json_set("values", '$.validated', json(?))
       WHERE model = 'account.analytic.line' AND id = ?`,
    )
    .run(String(isValidated), remoteId);
  connection.close();
}

/** What the portal holds on a ticket, in short. */
export async function shortlyOnPortal(bench: SyncBench, ticket: BothTicket): Promise<string[]> {
  const lines = await linesOnPortal(bench, ticket);
  return lines.map(({ date, description, workedSeconds }) => `${date} ${workedSeconds / 60} ${description}`).toSorted();
}
