import { countsAgainstLimit, type MeterLine } from '@core/billing/four-hour-rule';
import type { KindOfWork, Verdict } from '@core/billing/kind-of-work';
import type { WorkEntry } from '@core/billing/work-entry';
import type { TicketId } from '@core/ids';
import type { WorkbenchDatabase } from '../db/open';
import { listNotedWork, type NotedWork } from '../db/queries/noted-work';
import { listLinesOfTicket, type TimesheetLine } from '../db/queries/timesheet-lines';

/** Work on a ticket as far as it is known here: a line, what a note says of it, or a note alone. */
export interface TicketWork extends WorkEntry {
  readonly origin: 'mine' | 'colleague';
  readonly kindOfWork: KindOfWork;
  readonly verdict: Verdict;
  readonly overtimeDecision: 'confirmed' | 'waived' | null;
  /** The part that waits, here or on a colleague's computer. */
  readonly heldSeconds: number;
  /** Whether the rest of it is on the portal. */
  readonly isOnPortal: boolean;
  /** How much of it the portal is known to hold. */
  readonly secondsOnPortal: number;
  /** The line of mine that this computer sends, and whose held part is decided here; null for any other work. */
  readonly ownLine: TimesheetLine | null;
}

const KEY_DIGITS = 15;

/**
 * Alike on every computer once the portal knows the line, and before that by the id that notes name. What the portal
 * knows comes first where nothing else tells two lines apart.
 */
function keyOf(remoteId: number | null, lineId: string): string {
  return remoteId === null ? `b${lineId}` : `a${String(remoteId).padStart(KEY_DIGITS, '0')}`;
}

function fromLine(line: TimesheetLine, noted: NotedWork | undefined): TicketWork {
  // What waits on another computer is not in the hours that the portal shows.
  const heldElsewhere = noted?.heldSeconds ?? 0;
  return {
    key: keyOf(line.remoteId, line.id),
    workedSeconds: line.workedSeconds + heldElsewhere,
    intervals: noted !== undefined && heldElsewhere > 0 ? noted.intervals : line.intervals,
    date: line.date,
    origin: line.origin,
    kindOfWork: line.kindOfWork,
    verdict: line.verdict,
    overtimeDecision: line.overtimeDecision,
    heldSeconds: line.heldSeconds + heldElsewhere,
    isOnPortal: line.remoteId !== null,
    secondsOnPortal:
      line.remoteId === null ? 0 : (line.portalValues?.workedSeconds ?? line.workedSeconds - line.heldSeconds),
    ownLine: line.origin === 'mine' && heldElsewhere === 0 ? line : null,
  };
}

function fromNote(noted: NotedWork): TicketWork {
  const { workedSeconds, intervals, date, kindOfWork, verdict, overtimeDecision } = noted;
  return {
    key: keyOf(noted.remoteId, noted.lineId),
    workedSeconds,
    intervals,
    date,
    origin: 'colleague',
    kindOfWork,
    verdict,
    overtimeDecision,
    // Nothing of it is on the portal yet.
    heldSeconds: noted.state === 'held' ? workedSeconds : noted.heldSeconds,
    isOnPortal: noted.state === 'sent',
    secondsOnPortal: noted.state === 'sent' ? workedSeconds - noted.heldSeconds : 0,
    ownLine: null,
  };
}

/**
 * Everything worked on a ticket by anybody, as far as it has a line or a note. A line and the note about it are one.
 * Not in it: the running timer, and colleagues' time of which the portal shows only the sum.
 */
export async function listTicketWork(trx: WorkbenchDatabase, ticketId: TicketId): Promise<TicketWork[]> {
  const lines = await listLinesOfTicket(trx, ticketId);
  const noted = await listNotedWork(trx, ticketId);
  const byRemoteId = new Map(noted.flatMap((work) => (work.remoteId === null ? [] : [[work.remoteId, work]])));
  const here = new Set(lines.map(({ remoteId }) => remoteId));
  const noteOf = ({ remoteId }: TimesheetLine) => (remoteId === null ? undefined : byRemoteId.get(remoteId));
  const isKnownByNoteOnly = (work: NotedWork) =>
    work.remoteId === null || (!here.has(work.remoteId) && byRemoteId.get(work.remoteId) === work);
  return [...lines.map((line) => fromLine(line, noteOf(line))), ...noted.filter(isKnownByNoteOnly).map(fromNote)];
}

/** The part of the work that counts against the limit. */
export function countedWork(work: readonly TicketWork[]): TicketWork[] {
  return work.filter(({ verdict }) => countsAgainstLimit(verdict));
}

/** The work as the meter shows it: what is on the portal, and what waits. */
export function toMeterLines(work: readonly TicketWork[]): MeterLine[] {
  return work.flatMap(({ workedSeconds, heldSeconds, verdict, origin, isOnPortal }) => {
    const sent = { workedSeconds: workedSeconds - heldSeconds, verdict, origin, isSent: isOnPortal };
    return heldSeconds === 0 ? [sent] : [sent, { workedSeconds: heldSeconds, verdict, origin, isSent: false }];
  });
}
