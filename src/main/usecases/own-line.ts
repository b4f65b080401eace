import type { TimesheetLineId } from '@core/ids';
import { fail, type Outcome, succeed } from '@core/outcome';
import { addDays } from '@core/time/stockholm-days';
import { computeTimerIntervals } from '@core/timer/timer-intervals';
import type { ClockReading } from '@core/timer/timer-log';
import type { Line, LineContent } from '@core/timesheet/line-content';
import { withIntervals } from '@core/timesheet/line-time';
import { findOverlapping, type Occupied, proposeCut } from '@core/timesheet/overlap';
import { contentOf } from '../db/line-content';
import type { WorkbenchDatabase } from '../db/open';
import { readTicket } from '../db/queries/tickets';
import { listOpenTimers, readTimerEvents } from '../db/queries/timers';
import { listMyLinesBetween, readTimesheetLine, type TimesheetLine } from '../db/queries/timesheet-lines';

/** Why a change of lines was not made; each is a reply the window has words for. */
export interface LineFailure {
  readonly kind:
    | 'not-found'
    | 'line-overlaps'
    | 'line-locked'
    | 'time-invalid'
    | 'lines-differ'
    | 'description-missing'
    | 'changed-since'
    | 'nothing-to-undo';
}

export interface OwnLine extends Line {
  readonly row: TimesheetLine;
}

/** A line of mine that is there to be changed. */
export async function readOwnLine(trx: WorkbenchDatabase, lineId: TimesheetLineId): Promise<OwnLine | undefined> {
  const row = await readTimesheetLine(trx, lineId);
  if (row?.origin !== 'mine' || row.deletedAt !== null) return undefined;
  return { id: row.id, content: contentOf(row), row };
}

/** Several lines of mine; undefined when one of them is not there. */
export async function readOwnLines(
  trx: WorkbenchDatabase,
  lineIds: readonly TimesheetLineId[],
): Promise<readonly OwnLine[] | undefined> {
  const lines: OwnLine[] = [];
  for (const lineId of new Set(lineIds)) {
    const line = await readOwnLine(trx, lineId);
    if (!line) return undefined;
    lines.push(line);
  }
  return lines;
}

/** Whether the portal has validated or invoiced the line, as far as is known here. */
export function isLocked({ row }: OwnLine): boolean {
  return row.portalValues?.isLocked === true;
}

/** Whether a line of mine was on the portal and is known to be there no more, though nobody deleted it here. */
export function isGoneFromPortal({ origin, remoteId, portalValues, deletedAt }: TimesheetLine): boolean {
  return origin === 'mine' && remoteId !== null && portalValues === null && deletedAt === null;
}

/** Whether a line can be put there. */
export async function isTargetKnown(trx: WorkbenchDatabase, { target }: Pick<LineContent, 'target'>): Promise<boolean> {
  return target.kind === 'activity' || (await readTicket(trx, target.ticketId)) !== undefined;
}

/** What takes up my time around a date: other lines of mine, and what open timers have recorded. */
async function listOccupied(
  trx: WorkbenchDatabase,
  date: string,
  except: TimesheetLineId | null,
  now: ClockReading,
): Promise<Occupied<TimesheetLineId | null>[]> {
  const lines = await listMyLinesBetween(trx, addDays(date, -1), addDays(date, 1));
  const timers = [];
  for (const timer of await listOpenTimers(trx)) {
    timers.push(computeTimerIntervals(await readTimerEvents(trx, timer.id), now).worked);
  }
  return [
    ...lines.filter(({ id }) => id !== except).map(({ id, intervals }) => ({ key: id, intervals })),
    ...timers.map((intervals) => ({ key: null, intervals })),
  ];
}

/**
 * The line so that it overlaps nothing of mine: as it is, or cut where that is asked for. `line-overlaps` where it would
 * have to be cut and is not to be, or where nothing would be left of it.
 */
export async function freeOfOverlaps(
  trx: WorkbenchDatabase,
  content: LineContent,
  { except, now, cutOverlaps }: { except: TimesheetLineId | null; now: ClockReading; cutOverlaps: boolean },
): Promise<Outcome<LineContent, LineFailure>> {
  if (content.intervals.length === 0) return succeed(content);
  const occupied = await listOccupied(trx, content.date, except, now);
  if (findOverlapping(content.intervals, occupied).length === 0) return succeed(content);
  const cut = cutOverlaps ? proposeCut(content.intervals, occupied) : [];
  return cut.length === 0 ? fail({ kind: 'line-overlaps' }) : succeed(withIntervals(content, cut));
}
