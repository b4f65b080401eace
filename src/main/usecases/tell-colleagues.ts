import type { TicketId, TimesheetLineId } from '@core/ids';
import { describeLineNote } from '@core/sync/note-sentence';
import { formatPortalNote } from '@core/sync/portal-note';
import type { LineNote } from '@core/sync/portal-note-kinds';
import type { Instant } from '@core/time/instant';
import { stockholmDate } from '@core/time/stockholm';
import { ownOverrideOfLine } from '../db/judgement';
import type { WorkbenchDatabase } from '../db/open';
import { rewriteWaitingMessage } from '../db/queries/messages';
import {
  forgetToldLine,
  keepToldLine,
  listNotedWork,
  listToldLineIds,
  readToldLine,
  type ToldLine,
} from '../db/queries/noted-work';
import { listEntriesOf } from '../db/queries/outbox';
import { readTicket } from '../db/queries/tickets';
import { readTimesheetLine, type TimesheetLine } from '../db/queries/timesheet-lines';
import { isGoneFromPortal } from './own-line';
import { postNote } from './post-note';
import { readCharge, readCountedTicket } from './ticket-charge';
import type { Workbench } from './workbench';

type Teller = Pick<Workbench, 'newId' | 'userName' | 'settings'>;

function noteOf(line: TimesheetLine): LineNote {
  return {
    kind: 'line',
    lineId: line.id,
    state: line.remoteId === null ? 'held' : 'sent',
    remoteId: line.remoteId,
    date: line.date,
    intervals: [...line.intervals],
    workedSeconds: line.workedSeconds,
    heldSeconds: line.heldSeconds,
    kindOfWork: line.kindOfWork,
    verdict: line.verdict,
    overtimeDecision: line.overtimeDecision,
    overrideReason: line.overrideReason,
  };
}

/** Whether something about the line is still on its way to the portal: what becomes of it is told when that has ended. */
async function isOnItsWay(trx: WorkbenchDatabase, lineId: TimesheetLineId): Promise<boolean> {
  return (await listEntriesOf(trx, lineId)).some(({ state }) => state !== 'done');
}

/** Whether somebody decided here about a line that the portal brought, and no note tells of it. */
async function isVerdictNews(trx: WorkbenchDatabase, line: TimesheetLine): Promise<boolean> {
  const own = ownOverrideOfLine(line);
  if (own === null || line.remoteId === null || line.ticketId === null) return false;
  const notes = await listNotedWork(trx, line.ticketId);
  return !notes.some(({ remoteId, notedAt }) => remoteId === line.remoteId && notedAt >= own.at);
}

/**
 * Sees to it that colleagues are told what a line of mine is by now, in an internal note on its ticket: once it is on the
 * portal or partly waits here, and whenever it is no longer what they were told. A note that has not been sent yet is
 * written anew instead of being followed by another. Called after every change of a line and at the end of every
 * operation about it, in the same transaction. `wasSent`: the portal has just got it.
 */
export async function tellColleaguesOfLine(
  workbench: Teller,
  trx: WorkbenchDatabase,
  lineId: TimesheetLineId,
  at: Instant,
  { wasSent = false }: { wasSent?: boolean } = {},
): Promise<void> {
  const line = await readTimesheetLine(trx, lineId);
  const told = await readToldLine(trx, lineId);
  if (await isOnItsWay(trx, lineId)) return;
  // What becomes of a line that is gone from the portal is told when a person has decided about it.
  if (line && isGoneFromPortal(line)) return;
  const isHere = line?.origin === 'mine' && line.deletedAt === null && line.ticketId !== null;
  // Where it was, it is no more: told before it is told where it is now.
  if (told && (!isHere || told.ticketId !== line.ticketId)) await tellRemoval(workbench, trx, told, at);
  if (!isHere || line.ticketId === null) return;
  if (told === undefined && line.heldSeconds === 0 && !wasSent && !(await isVerdictNews(trx, line))) return;
  const note = noteOf(line);
  if (told && told.ticketId === line.ticketId && JSON.stringify(told.note) === JSON.stringify(note)) return;
  await tell(workbench, trx, { ticketId: line.ticketId, note, holdReason: line.holdReason, told, at });
}

/** As {@link tellColleaguesOfLine}, for all lines of mine that are or were on a ticket. */
export async function tellColleaguesOfTicket(
  workbench: Teller,
  trx: WorkbenchDatabase,
  ticketId: TicketId,
  lineIds: readonly TimesheetLineId[],
  at: Instant,
): Promise<void> {
  for (const lineId of new Set([...lineIds, ...(await listToldLineIds(trx, ticketId))])) {
    await tellColleaguesOfLine(workbench, trx, lineId, at);
  }
}

async function tellRemoval(workbench: Teller, trx: WorkbenchDatabase, told: ToldLine, at: Instant): Promise<void> {
  const note: LineNote = { ...told.note, state: 'removed', heldSeconds: 0 };
  if (told.note.state !== 'removed') {
    await tell(workbench, trx, { ticketId: told.ticketId, note, holdReason: null, told, at });
  }
  await forgetToldLine(trx, told.lineId);
}

async function tell(
  workbench: Teller,
  trx: WorkbenchDatabase,
  {
    ticketId,
    note,
    holdReason,
    told,
    at,
  }: {
    ticketId: TicketId;
    note: LineNote;
    holdReason: TimesheetLine['holdReason'];
    told: ToldLine | undefined;
    at: Instant;
  },
): Promise<void> {
  const ticket = await readTicket(trx, ticketId);
  if (!ticket) return;
  const charge = await readCharge(trx, await readCountedTicket(trx, ticket, stockholmDate(at)));
  const sentence = describeLineNote(note, { holdReason, charge }, workbench.settings().language);
  const isRewritten =
    told?.ticketId === ticketId && (await rewriteWaitingMessage(trx, told.messageId, formatPortalNote(note, sentence)));
  const messageId = isRewritten ? told.messageId : await postNote(workbench, trx, ticketId, { note, sentence, at });
  await keepToldLine(trx, { lineId: note.lineId, ticketId, note, messageId });
}
