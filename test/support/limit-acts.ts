import { countsAgainstLimit } from '@core/billing/four-hour-rule';
import type { TicketId, TimesheetLineId } from '@core/ids';
import { parsePortalNote } from '@core/sync/portal-note';
import type { PortalNote } from '@core/sync/portal-note-kinds';
import { addMs } from '@core/time/instant';
import { stockholmDate } from '@core/time/stockholm';
import { listMessagesOfTicket } from '../../src/main/db/queries/messages';
import { readTicket } from '../../src/main/db/queries/tickets';
import {
  insertTimesheetLine,
  readTimesheetLine,
  type TimesheetLine,
  updateTimesheetLine,
} from '../../src/main/db/queries/timesheet-lines';
import { newLine } from '../../src/main/usecases/new-line';
import { raiseFourHourWarning } from '../../src/main/usecases/raise-four-hour-warning';
import { readLimit } from '../../src/main/usecases/read-limit';
import { settleLimit } from '../../src/main/usecases/settle-limit';
import { readChargeWithAmount, readCountedTicket } from '../../src/main/usecases/ticket-charge';
import type { Workbench } from '../../src/main/usecases/workbench';
import { MINUTE, MONDAY_NINE } from './hand-clock';

/** Work of mine: from so many minutes after Monday nine o'clock on, for so many minutes. */
export interface RecordedWork {
  readonly from: number;
  readonly minutes: number;
}

/** Writes a line of mine as everything that writes lines does: settled, and with what follows told. */
export async function record(
  workbench: Workbench,
  ticketId: TicketId,
  { from, minutes }: RecordedWork,
  line: Partial<TimesheetLine> = {},
): Promise<TimesheetLineId> {
  const startedAt = addMs(MONDAY_NINE, from * MINUTE);
  const row = newLine(workbench, {
    ticketId,
    activity: null,
    date: stockholmDate(startedAt),
    intervals: [{ startedAt, durationMs: minutes * MINUTE }],
    workedSeconds: minutes * 60,
    description: 'Felsökning',
    kindOfWork: 'general-user-support',
    verdict: 'chargeable',
    ...line,
  });
  await workbench.database.transaction().execute(async (trx) => {
    await insertTimesheetLine(trx, row);
    await settleLimit(workbench, trx, ticketId, workbench.clock.read().wall);
  });
  await raiseFourHourWarning(workbench, ticketId);
  return row.id;
}

/** Changes a line of mine, settled as every change is. */
export async function change(
  workbench: Workbench,
  lineId: TimesheetLineId,
  changes: Partial<TimesheetLine>,
): Promise<void> {
  const { ticketId } = await lineOf(workbench, lineId);
  await workbench.database.transaction().execute(async (trx) => {
    await updateTimesheetLine(trx, lineId, changes);
    if (ticketId) await settleLimit(workbench, trx, ticketId, workbench.clock.read().wall);
  });
  if (ticketId) await raiseFourHourWarning(workbench, ticketId);
}

/** A line that has to be here. */
export async function lineOf({ database }: Workbench, lineId: TimesheetLineId): Promise<TimesheetLine> {
  const line = await readTimesheetLine(database, lineId);
  if (!line) throw new Error('The line is not here.');
  return line;
}

/** What of a line waits, in minutes, and why. */
export async function heldOf(workbench: Workbench, lineId: TimesheetLineId) {
  const { heldSeconds, holdReason } = await lineOf(workbench, lineId);
  return [heldSeconds / 60, holdReason] as const;
}

/** The counted work of a ticket, parted at its limit. */
export async function countedOn({ database, clock }: Workbench, ticketId: TicketId) {
  const ticket = await readTicket(database, ticketId);
  if (!ticket) throw new Error('The ticket is not here.');
  return readCountedTicket(database, ticket, stockholmDate(clock.read().wall));
}

/** What the ticket pane shows of the limit. */
export async function limitOn(workbench: Workbench, ticketId: TicketId) {
  return readLimit(workbench.database, await countedOn(workbench, ticketId));
}

/** What the ticket costs. */
export async function chargeOn(workbench: Workbench, ticketId: TicketId) {
  return readChargeWithAmount(workbench.database, await countedOn(workbench, ticketId), workbench.calendar);
}

/** Who is approved up to when: minutes of each piece of work in order of time, and from when on nothing is approved. */
export async function attributionOn(workbench: Workbench, ticketId: TicketId) {
  const { counted, attribution, unlistedSeconds } = await countedOn(workbench, ticketId);
  const inOrder = counted
    .filter(({ verdict }) => countsAgainstLimit(verdict))
    .map(({ key, intervals, workedSeconds }) => {
      const part = attribution.parts.get(key);
      return {
        from: intervals[0] === undefined ? null : (intervals[0].startedAt - MONDAY_NINE) / MINUTE,
        minutes: workedSeconds / 60,
        approved: (part?.approvedSeconds ?? 0) / 60,
        unapproved: (part?.unapprovedSeconds ?? 0) / 60,
      };
    })
    .sort((a, b) => (a.from ?? -1) - (b.from ?? -1) || a.minutes - b.minutes);
  return { work: inOrder, unapprovedFrom: attribution.unapprovedFrom, unlistedMinutes: unlistedSeconds / 60 };
}

/** The notes on a ticket that this app can read, oldest first. */
export async function notesOn({ database }: Workbench, ticketId: TicketId): Promise<PortalNote[]> {
  const messages = await listMessagesOfTicket(database, ticketId);
  return messages
    .toReversed()
    .flatMap(({ bodyHtml, isInternalNote }) => (isInternalNote === 1 ? (parsePortalNote(bodyHtml) ?? []) : []));
}

/** What a note says of a line, in minutes. */
export function told(note: PortalNote | undefined) {
  if (note?.kind !== 'line') throw new Error('This is no note about a line.');
  return [note.state, note.workedSeconds / 60, note.heldSeconds / 60, note.verdict] as const;
}
