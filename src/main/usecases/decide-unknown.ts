import type { TicketId, TimerId, TimesheetLineId } from '@core/ids';
import { fail, type Outcome, succeed } from '@core/outcome';
import type { Instant } from '@core/time/instant';
import { intersectIntervals } from '@core/time/interval-sets';
import { type Absence, mergeAbsences, planAnswer, planSplit } from '@core/timer/absences';
import { computeTimerIntervals } from '@core/timer/timer-intervals';
import type { ClockReading } from '@core/timer/timer-log';
import type { WorkbenchDatabase } from '../db/open';
import { readTicket, type Ticket } from '../db/queries/tickets';
import { appendTimerEvent, readTimer, readTimerEvents, type TimerRow } from '../db/queries/timers';
import { readLastKindOfWork } from '../db/queries/timesheet-lines';
import { announceLines } from './announce-lines';
import { keepToLimitDecision } from './charge-nothing-past-limit';
import { listLineTimesAround } from './recorded-time';
import { settleLines } from './settle-lines';
import { addTimerTime } from './timer-line-time';
import type { Workbench } from './workbench';
import { writeTimerLines } from './write-timer-lines';

/** What becomes of time nobody knows about. */
export type UnknownAnswer =
  | { readonly kind: 'keep' | 'discard' }
  /** It was work on another ticket. */
  | { readonly kind: 'give'; readonly ticketId: TicketId }
  /** Two questions instead of one, parted at that instant. */
  | { readonly kind: 'split'; readonly at: Instant };

export type DecideFailure = { readonly kind: 'not-found' | 'time-invalid' | 'line-overlaps' };

interface Question {
  readonly timer: TimerRow;
  readonly absence: Absence;
  readonly at: ClockReading;
}

/**
 * A person says whether an absence was work; all its parts get the same answer. `from` is where it begins. What is kept
 * of a stopped timer goes into its lines, what is given away becomes a line on the other ticket, in the same
 * transaction. Refused where a line of mine claims that time already, and while the person is still away.
 */
export async function decideUnknown(
  workbench: Workbench,
  request: { timerId: TimerId; from: Instant; answer: UnknownAnswer },
): Promise<Outcome<null, DecideFailure>> {
  const decided = await workbench.database.transaction().execute(async (trx) => {
    const timer = await readTimer(trx, request.timerId);
    if (!timer) return fail({ kind: 'not-found' as const });
    const at = workbench.clock.read();
    const { unknown } = computeTimerIntervals(await readTimerEvents(trx, timer.id), at);
    const absence = mergeAbsences(unknown).find(({ from, isOngoing }) => from === request.from && !isOngoing);
    if (!absence) return fail({ kind: 'not-found' as const });
    return carryOut(workbench, trx, { timer, absence, at }, request.answer);
  });
  if (!decided.ok) return decided;
  workbench.announce.timersChanged();
  await announceLines(workbench, decided.value);
  return succeed(null);
}

/** Answers the tickets whose time has changed. */
async function carryOut(
  workbench: Workbench,
  trx: WorkbenchDatabase,
  question: Question,
  answer: UnknownAnswer,
): Promise<Outcome<TicketId[], DecideFailure>> {
  const { timer, absence, at } = question;
  switch (answer.kind) {
    case 'split': {
      const split = planSplit(absence, answer.at, at);
      if (split === null) return fail({ kind: 'time-invalid' });
      await appendTimerEvent(trx, timer.id, split, timer.state);
      return succeed([timer.ticketId]);
    }
    case 'discard':
      await appendAnswer(trx, question, { decision: 'discard' });
      return succeed([timer.ticketId]);
    case 'keep':
      return keep(workbench, trx, question);
    case 'give':
      return give(workbench, trx, question, answer.ticketId);
  }
}

async function appendAnswer(
  trx: WorkbenchDatabase,
  { timer, absence, at }: Question,
  answer: { decision: 'keep' | 'discard' | 'give'; givenToTicketId?: TicketId },
): Promise<void> {
  for (const event of planAnswer(absence, { at, ...answer })) await appendTimerEvent(trx, timer.id, event, timer.state);
}

/** What follows from lines that were written or grew on a ticket. */
async function settle(
  workbench: Workbench,
  trx: WorkbenchDatabase,
  ticketId: TicketId,
  lineIds: readonly TimesheetLineId[],
  { at }: Question,
): Promise<void> {
  await settleLines(workbench, trx, lineIds, at.wall, [ticketId]);
  await keepToLimitDecision(workbench, trx, ticketId, at.wall);
}

/** Somebody may have typed a line for that time before answering: then it would count twice. */
async function isClaimedByLine(trx: WorkbenchDatabase, { parts, from, until }: Absence): Promise<boolean> {
  return intersectIntervals(parts, await listLineTimesAround(trx, from, until)).length > 0;
}

async function keep(
  workbench: Workbench,
  trx: WorkbenchDatabase,
  question: Question,
): Promise<Outcome<TicketId[], DecideFailure>> {
  const { timer, absence } = question;
  if (await isClaimedByLine(trx, absence)) return fail({ kind: 'line-overlaps' });
  await appendAnswer(trx, question, { decision: 'keep' });
  const ticket = timer.state === 'stopped' ? await readTicket(trx, timer.ticketId) : undefined;
  if (ticket) {
    const work = { added: absence.parts, kindOfWork: timer.kindOfWork };
    await settle(workbench, trx, ticket.id, await addTimerTime(workbench, trx, timer, ticket, work), question);
  }
  return succeed([timer.ticketId]);
}

async function give(
  workbench: Workbench,
  trx: WorkbenchDatabase,
  question: Question,
  ticketId: TicketId,
): Promise<Outcome<TicketId[], DecideFailure>> {
  const { timer, absence } = question;
  if (ticketId === timer.ticketId) return keep(workbench, trx, question);
  const ticket: Ticket | undefined = await readTicket(trx, ticketId);
  if (!ticket) return fail({ kind: 'not-found' });
  if (await isClaimedByLine(trx, absence)) return fail({ kind: 'line-overlaps' });
  await appendAnswer(trx, question, { decision: 'give', givenToTicketId: ticketId });
  const kindOfWork = (await readLastKindOfWork(trx, ticketId)) ?? 'general-user-support';
  const work = { intervals: absence.parts, description: '', kindOfWork };
  await settle(workbench, trx, ticketId, await writeTimerLines(workbench, trx, timer, ticket, work), question);
  return succeed([timer.ticketId, ticketId]);
}
