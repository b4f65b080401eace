import { assertNever } from '@core/assert-never';
import { cutWork } from '@core/billing/work-entry';
import type { TicketId } from '@core/ids';
import { parsePortalNote } from '@core/sync/portal-note';
import type {
  ApprovalNote,
  EscalationNote,
  EstimateNote,
  LineNote,
  LinkNote,
  SupportLineNote,
} from '@core/sync/portal-note-kinds';
import { ticketHandlingSchema } from '@core/ticket/ticket-event';
import type { Instant } from '@core/time/instant';
import { ownOverrideOfLine } from '../db/judgement';
import type { WorkbenchDatabase } from '../db/open';
import { insertApproval, insertEstimate, readApproval, withdrawApprovalRow } from '../db/queries/approvals';
import { keepNotedWork, listNotedWork, type NotedWork } from '../db/queries/noted-work';
import { listEntriesOf } from '../db/queries/outbox';
import { insertTicketEvent, readTicketEvent, withdrawTicketEventRow } from '../db/queries/ticket-events';
import { keepToldLink, withdrawLinkRow } from '../db/queries/ticket-links';
import {
  listLinesOfTicket,
  readLineByRemoteId,
  readTimesheetLine,
  type TimesheetLine,
  updateTimesheetLine,
} from '../db/queries/timesheet-lines';
import { settleEscalation } from '../db/settle-escalation';

/** An internal note as a pull brought it. */
export interface PulledNote {
  readonly ticketId: TicketId;
  readonly authorName: string;
  readonly bodyHtml: string;
  readonly postedAt: Instant;
}

/**
 * Takes in what a colleague's Fyra, or mine on another computer, tells in an internal note. A note never touches a line
 * that was written here. Answers whether it told anything.
 */
export async function storeNote(trx: WorkbenchDatabase, pulled: PulledNote): Promise<boolean> {
  const note = parsePortalNote(pulled.bodyHtml);
  switch (note?.kind) {
    case 'line':
      return storeLineNote(trx, pulled, note);
    case 'approval':
      await storeApprovalNote(trx, pulled, note);
      return true;
    case 'estimate':
      await storeEstimateNote(trx, pulled, note);
      return true;
    case 'escalation':
    case 'support-line':
      return storeHandlingNote(trx, pulled, note);
    case 'link':
      return storeLinkNote(trx, pulled, note);
    case undefined:
      return false;
  }
}

/** Whether a line was written on this computer: whatever others say of it, it is known better here. */
async function isWrittenHere(trx: WorkbenchDatabase, { lineId, remoteId }: LineNote): Promise<boolean> {
  if ((await readTimesheetLine(trx, lineId)) !== undefined) return true;
  const known = remoteId === null ? undefined : await readLineByRemoteId(trx, remoteId);
  if (known?.origin !== 'mine') return false;
  return (await listEntriesOf(trx, known.id)).some(({ operation }) => operation.kind === 'create-timesheet-line');
}

async function storeLineNote(trx: WorkbenchDatabase, pulled: PulledNote, note: LineNote): Promise<boolean> {
  if (await isWrittenHere(trx, note)) return false;
  const { kind: _kind, ...work } = note;
  const { ticketId, authorName, postedAt } = pulled;
  await keepNotedWork(trx, { ...work, ticketId, authorName, notedAt: postedAt });
  return true;
}

async function storeApprovalNote(trx: WorkbenchDatabase, pulled: PulledNote, note: ApprovalNote): Promise<void> {
  const { kind: _kind, approvalId: id, state, ...approval } = note;
  const { ticketId, authorName, postedAt } = pulled;
  const known = await readApproval(trx, id);
  if (known && known.ticketId !== ticketId) return;
  await insertApproval(trx, {
    ...approval,
    id,
    ticketId,
    origin: 'colleague',
    recordedBy: authorName,
    recordedAt: postedAt,
    withdrawnAt: null,
  });
  if (state === 'withdrawn') await withdrawApprovalRow(trx, id, postedAt);
}

async function storeEstimateNote(trx: WorkbenchDatabase, pulled: PulledNote, note: EstimateNote): Promise<void> {
  const { kind: _kind, estimateId: id, ...estimate } = note;
  await insertEstimate(trx, { ...estimate, id, ticketId: pulled.ticketId, messageId: null, madeBy: pulled.authorName });
}

/** What a note says was decided or written down, in the words of an event; what says too little of it is none. */
function handlingOf(note: EscalationNote | SupportLineNote) {
  if (note.kind === 'support-line') {
    return ticketHandlingSchema.safeParse({ kind: 'moved-to-line', line: note.line, reason: note.reason });
  }
  const { step, text, calledBy, calledAt, userDetails, hasScreenDump } = note;
  switch (step) {
    case 'requested':
      return ticketHandlingSchema.safeParse({
        kind: 'escalation-requested',
        calledBy,
        calledAt,
        userDetails,
        hasScreenDump,
        about: text,
      });
    case 'accepted':
      return ticketHandlingSchema.safeParse({ kind: 'escalation-accepted', note: text });
    case 'declined':
      return ticketHandlingSchema.safeParse({ kind: 'escalation-declined', reason: text });
    default:
      return assertNever(step);
  }
}

async function storeHandlingNote(
  trx: WorkbenchDatabase,
  { ticketId, authorName, postedAt }: PulledNote,
  note: EscalationNote | SupportLineNote,
): Promise<boolean> {
  const { eventId: id, state, at } = note;
  const handling = handlingOf(note);
  const known = await readTicketEvent(trx, id);
  if (!handling.success || (known && known.ticketId !== ticketId)) return false;
  await insertTicketEvent(trx, { id, ticketId, handling: handling.data, at, by: authorName, origin: 'colleague' });
  if (state === 'withdrawn') await withdrawTicketEventRow(trx, id, postedAt);
  if (note.kind === 'escalation') await settleEscalation(trx, ticketId, postedAt);
  return true;
}

async function storeLinkNote(
  trx: WorkbenchDatabase,
  { ticketId, authorName: by, postedAt }: PulledNote,
  { linkId: id, link: kind, side, state, at }: LinkNote,
): Promise<boolean> {
  if (!(await keepToldLink(trx, { id, kind, side, ticketId, at, by }))) return false;
  if (state === 'withdrawn') await withdrawLinkRow(trx, id, postedAt);
  return true;
}

/**
 * Lets the lines of a ticket that the portal brought say what notes tell of them: when they were worked, and under which
 * verdict. A line of mine is left alone once it says when it was worked, or its verdict was decided here since.
 */
export async function applyNotedWork(trx: WorkbenchDatabase, ticketId: TicketId): Promise<void> {
  const byRemoteId = new Map((await listNotedWork(trx, ticketId)).map((work) => [work.remoteId, work]));
  for (const line of await listLinesOfTicket(trx, ticketId)) {
    const noted = line.remoteId === null ? undefined : byRemoteId.get(line.remoteId);
    if (!noted || (line.origin === 'mine' && (line.intervals.length > 0 || isJudgedSince(line, noted)))) continue;
    const told = toldValues(line, noted);
    const isSame = JSON.stringify(told) === JSON.stringify(pickTold(line));
    if (!isSame) await updateTimesheetLine(trx, line.id, told);
  }
}

/** Whether a person decided the verdict of the line here, later than the note says anything of it. */
function isJudgedSince(line: TimesheetLine, { notedAt }: NotedWork): boolean {
  const own = ownOverrideOfLine(line);
  return own !== null && own.at > notedAt;
}

type Told = Pick<
  TimesheetLine,
  | 'intervals'
  | 'kindOfWork'
  | 'verdict'
  | 'overtimeDecision'
  | 'overrideReason'
  | 'overrideBy'
  | 'overrideAt'
  | 'coverageDecisionId'
>;

function pickTold(line: TimesheetLine): Told {
  const { intervals, kindOfWork, verdict, overtimeDecision } = line;
  const { overrideReason, overrideBy, overrideAt, coverageDecisionId } = line;
  return {
    intervals,
    kindOfWork,
    verdict,
    overtimeDecision,
    overrideReason,
    overrideBy,
    overrideAt,
    coverageDecisionId,
  };
}

function toldValues(line: TimesheetLine, noted: NotedWork): Told {
  const { kindOfWork, verdict, overtimeDecision, overrideReason, heldSeconds, workedSeconds } = noted;
  // Hours that were changed on the portal since leave nothing to say of when they were worked.
  const isSameTime = workedSeconds - heldSeconds === line.workedSeconds;
  const { first } = cutWork({ ...noted, key: noted.lineId }, line.workedSeconds);
  return {
    intervals: isSameTime ? first : [],
    kindOfWork,
    verdict,
    overtimeDecision,
    overrideReason,
    overrideBy: overrideReason === null ? null : noted.authorName,
    overrideAt: overrideReason === null ? null : noted.notedAt,
    coverageDecisionId: null,
  };
}
