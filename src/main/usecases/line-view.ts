import { SHORTEST_LINE_SENT_SECONDS } from '../db/line-outbox';
import type { WorkbenchDatabase } from '../db/open';
import { readCustomer } from '../db/queries/customers';
import type { SendState } from '../db/queries/outbox';
import { readInternalProjectId } from '../db/queries/portal-facts';
import { readTicket } from '../db/queries/tickets';
import type { TimesheetLine } from '../db/queries/timesheet-lines';
import { isGoneFromPortal } from './own-line';
import { sendStateOf } from './read-screenshot';
import { coverageOnTicket } from './ticket-figures';

/**
 * `state` is that of the latest operation about the line. One that is ready to be sent has an operation; where there is
 * none, this says what it waits for.
 */
function lineSyncOf(line: TimesheetLine, state: SendState | undefined, internalProjectRemoteId: number | null) {
  if (line.origin === 'colleague') return 'sent';
  if (isGoneFromPortal(line) && (state === undefined || state === 'done')) return 'gone';
  if (line.remoteId !== null) return sendStateOf(state, state === undefined);
  if (state !== undefined && state !== 'kept-here') return sendStateOf(state, false);
  if (line.ticketId === null && internalProjectRemoteId === null) return 'kept-here';
  if (line.holdReason !== null && line.workedSeconds - line.heldSeconds < SHORTEST_LINE_SENT_SECONDS) return 'held';
  if (line.workedSeconds < SHORTEST_LINE_SENT_SECONDS) return 'too-short';
  return line.description === '' ? 'needs-description' : sendStateOf(state, false);
}

/** A line for the screen. `states` holds the state of the latest operation about each line. */
export async function toLineView(
  database: WorkbenchDatabase,
  line: TimesheetLine,
  states: ReadonlyMap<string, SendState>,
) {
  const ticket = line.ticketId === null ? undefined : await readTicket(database, line.ticketId);
  const customer = ticket?.customerId ? await readCustomer(database, ticket.customerId) : undefined;
  const coverage = ticket && (await coverageOnTicket(database, ticket, line.kindOfWork, line.date));
  const { overrideReason: reason, overrideBy: by, overrideAt: at } = line;
  const isOfLine = line.coverageDecisionId === null;
  return {
    id: line.id,
    origin: line.origin,
    employeeName: line.employeeName,
    ticketId: line.ticketId,
    ticketNumber: ticket?.number ?? null,
    ticketTitle: ticket?.title ?? null,
    customerName: customer?.name ?? null,
    activity: line.activity,
    date: line.date,
    intervals: line.intervals,
    workedSeconds: line.workedSeconds,
    overtimeSeconds: line.overtimeSeconds,
    overtimeDecision: line.overtimeDecision,
    description: line.description,
    kindOfWork: line.kindOfWork,
    verdict: line.verdict,
    verdictSource: coverage?.source ?? null,
    override: reason === null || at === null ? null : { reason, by: by ?? '', at, isOfLine },
    heldSeconds: line.heldSeconds,
    holdReason: line.holdReason,
    sync: lineSyncOf(line, states.get(line.id), await readInternalProjectId(database)),
  } as const;
}
