import { type TicketId, timesheetLineIdSchema } from '@core/ids';
import { mergePortalLine, type PortalValues } from '@core/timesheet/merge-portal-line';
import { readCoverage } from '../db/coverage';
import { judgementOf } from '../db/judgement';
import { planLineOutbox, portalValuesOf } from '../db/line-outbox';
import type { WorkbenchDatabase } from '../db/open';
import { forgetLineConflict, readLatestLineConflict } from '../db/queries/line-conflicts';
import { listOpenEntriesOf } from '../db/queries/outbox';
import { readTicketByRemoteId, type Ticket } from '../db/queries/tickets';
import {
  insertTimesheetLine,
  readLineByRemoteId,
  readTimesheetLine,
  type TimesheetLine,
  updateTimesheetLine,
} from '../db/queries/timesheet-lines';
import { takeOver } from '../db/take-over';
import type { PortalTicketLine } from '../portal/portal';
import { keepContested } from './line-at-odds';
import type { PullContext } from './pull';

/** What a line is taken for that was not written here; the portal has no field for it. */
const UNTOLD_KIND_OF_WORK = 'general-user-support';

/** What I decide about a kind of work on a ticket says nothing of colleagues' lines. */
const NOBODYS_DECISION = { overrideReason: null, overrideBy: null, overrideAt: null, coverageDecisionId: null };

/** Stores a line as the portal has it. Answers the tickets on which something changed. */
export async function storeLine(
  context: PullContext,
  trx: WorkbenchDatabase,
  line: PortalTicketLine,
): Promise<readonly TicketId[]> {
  const ticket = await readTicketByRemoteId(trx, line.ticketRemoteId);
  if (!ticket) return [];
  const known = await readLineByRemoteId(trx, line.remoteId);
  if (!known) return insertLine(context, trx, ticket, line);
  return known.origin === 'mine' ? mergeOwnLine(context, trx, known, line) : overwriteLine(trx, ticket, known, line);
}

function knownOf({ date, description, workedSeconds, ticketRemoteId, isLocked }: PortalTicketLine) {
  return { date, description, workedSeconds, ticketRemoteId, isLocked };
}

async function verdictOf(trx: WorkbenchDatabase, ticket: Ticket, kindOfWork: TimesheetLine['kindOfWork'], day: string) {
  return (await readCoverage(trx, ticket, kindOfWork, day)).verdict;
}

async function insertLine(context: PullContext, trx: WorkbenchDatabase, ticket: Ticket, line: PortalTicketLine) {
  const isMine = line.employeeId !== null && line.employeeId === context.employeeId;
  const work = { kindOfWork: UNTOLD_KIND_OF_WORK, date: line.date } as const;
  const judged = isMine
    ? await judgementOf(trx, ticket, work)
    : { ...NOBODYS_DECISION, verdict: await verdictOf(trx, ticket, work.kindOfWork, work.date) };
  await insertTimesheetLine(trx, {
    id: timesheetLineIdSchema.parse(context.newId()),
    remoteId: line.remoteId,
    ticketId: ticket.id,
    activity: null,
    timerId: null,
    origin: isMine ? 'mine' : 'colleague',
    employeeName: line.employeeName,
    date: line.date,
    intervals: [],
    workedSeconds: line.workedSeconds,
    overtimeSeconds: 0,
    overtimeDecision: null,
    description: line.description,
    kindOfWork: UNTOLD_KIND_OF_WORK,
    ...judged,
    heldSeconds: 0,
    holdReason: null,
    portalValues: isMine ? knownOf(line) : null,
    deletedAt: null,
  });
  return [ticket.id];
}

/** A colleague's line is as the portal says. */
async function overwriteLine(trx: WorkbenchDatabase, ticket: Ticket, known: TimesheetLine, line: PortalTicketLine) {
  const values = {
    ticketId: ticket.id,
    date: line.date,
    description: line.description,
    workedSeconds: line.workedSeconds,
    employeeName: line.employeeName,
  };
  const isSame = (Object.keys(values) as (keyof typeof values)[]).every((key) => known[key] === values[key]);
  if (isSame) return [];
  // Moved to another ticket, it can be another customer's.
  const isMoved = known.ticketId !== ticket.id;
  const verdict = isMoved ? await verdictOf(trx, ticket, known.kindOfWork, line.date) : known.verdict;
  const overtimeSeconds = Math.min(known.overtimeSeconds, line.workedSeconds);
  await updateTimesheetLine(trx, known.id, { ...values, verdict, overtimeSeconds });
  return isMoved && known.ticketId !== null ? [known.ticketId, ticket.id] : [ticket.id];
}

/**
 * A line of mine takes what was changed on the portal and not here. What was changed here and waits to be sent stays,
 * unless the portal has locked the line; what both changed is kept to be looked at. A line that was deleted here does not
 * come back.
 */
async function mergeOwnLine(
  context: PullContext,
  trx: WorkbenchDatabase,
  known: TimesheetLine,
  line: PortalTicketLine,
): Promise<readonly TicketId[]> {
  if (known.deletedAt !== null) return [];
  const here = await portalValuesOf(trx, known);
  const there = knownOf(line);
  const sent = (await listOpenEntriesOf(trx, known.id)).flatMap(({ operation }) =>
    operation.kind === 'create-timesheet-line' || operation.kind === 'update-timesheet-line' ? operation.sent : [],
  );
  // Of a line that nobody knows to have been changed here the portal is right.
  const base = known.portalValues ?? (await readBaseOfGone(trx, known)) ?? here;
  const { isLocked } = there;
  const merge = mergePortalLine({ base, sent, here, there, isLocked });
  await keepContested(context, trx, known, merge, { base, here, there, isLocked, at: context.now() });
  await takeOver(trx, known, merge.toTakeOver, merge.merged, context.calendar);
  await updateTimesheetLine(trx, known.id, { portalValues: there, employeeName: line.employeeName });
  await planLineOutbox(trx, known.id, context, context.now());
  if (merge.toTakeOver.length === 0) return [];
  const merged = await readTimesheetLine(trx, known.id);
  return [...new Set([known.ticketId, merged?.ticketId ?? null])].flatMap((id) => id ?? []);
}

/** Taken for gone, a line was only out of reach: what both began with, so that what was changed here meanwhile stays. */
async function readBaseOfGone(trx: WorkbenchDatabase, { id }: TimesheetLine): Promise<PortalValues | undefined> {
  const conflict = await readLatestLineConflict(trx, id);
  if (conflict?.kind !== 'gone') return undefined;
  await forgetLineConflict(trx, conflict.id);
  return conflict.base;
}
