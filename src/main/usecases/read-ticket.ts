import { computeCharge, DEFAULT_PRICE_LIST } from '@core/billing/charge';
import { countsAgainstLimit, DEFAULT_LIMIT_SECONDS } from '@core/billing/four-hour-rule';
import type { TicketId } from '@core/ids';
import type { OperationState } from '@core/sync/operation';
import { stockholmDate } from '@core/time/stockholm';
import type { WorkingCalendar } from '@core/time/working-hours';
import type { ClockReading } from '@core/timer/timer-log';
import type { WorkbenchDatabase } from '../db/open';
import { listAgreements, readCustomer } from '../db/queries/customers';
import { listMessagesOfTicket } from '../db/queries/messages';
import { listStatesOf } from '../db/queries/outbox';
import { listScreenshotsOfTicket } from '../db/queries/screenshots';
import { escalationOf, listWorkBegunAt, readTicket, type Ticket } from '../db/queries/tickets';
import { listLinesOfTicket, type TimesheetLine } from '../db/queries/timesheet-lines';
import { SHORTEST_LINE_SENT_SECONDS } from './enqueue-line';
import { targetOf } from './read-queue';
import { sendStateOf, toScreenshotView } from './read-screenshot';
import { coverageOnTicket, listWorkOnTicket, readMeter } from './ticket-figures';

function lineSyncOf(line: TimesheetLine, state: OperationState | undefined) {
  if (line.remoteId !== null || line.origin === 'colleague') return 'sent';
  if (line.workedSeconds < SHORTEST_LINE_SENT_SECONDS) return 'too-short';
  if (line.description === '') return 'needs-description';
  return sendStateOf(state, false);
}

async function toLineView(
  database: WorkbenchDatabase,
  ticket: Ticket,
  line: TimesheetLine,
  states: ReadonlyMap<string, OperationState>,
) {
  const coverage = await coverageOnTicket(database, ticket, line.kindOfWork, line.date);
  return {
    id: line.id,
    origin: line.origin,
    employeeName: line.employeeName,
    date: line.date,
    startedAt: line.startedAt,
    stoppedAt: line.stoppedAt,
    workedSeconds: line.workedSeconds,
    description: line.description,
    kindOfWork: line.kindOfWork,
    verdict: line.verdict,
    verdictSource: coverage.source,
    sync: lineSyncOf(line, states.get(line.id)),
  } as const;
}

/** Everything the ticket pane shows; undefined for a ticket that is not here. */
export async function readTicketView(
  database: WorkbenchDatabase,
  ticketId: TicketId,
  now: ClockReading,
  calendar: WorkingCalendar,
) {
  const ticket = await readTicket(database, ticketId);
  if (!ticket) return undefined;
  const customer = ticket.customerId === null ? undefined : await readCustomer(database, ticket.customerId);
  const lines = await listLinesOfTicket(database, ticketId);
  const messages = await listMessagesOfTicket(database, ticketId);
  const screenshots = await listScreenshotsOfTicket(database, ticketId);
  const states = await listStatesOf(
    database,
    [...lines, ...messages, ...screenshots].map(({ id }) => id),
  );
  const workBegunAt = (await listWorkBegunAt(database)).get(ticketId) ?? null;
  const chargeableSeconds = (await listWorkOnTicket(database, ticket, stockholmDate(now.wall)))
    .filter(({ verdict }) => countsAgainstLimit(verdict))
    .reduce((sum, { workedSeconds }) => sum + workedSeconds, 0);
  return {
    id: ticket.id,
    number: ticket.number,
    title: ticket.title,
    descriptionHtml: ticket.descriptionHtml,
    customer: customer
      ? {
          id: customer.id,
          name: customer.name,
          email: customer.email,
          phone: customer.phone,
          language: customer.language,
          agreements: await listAgreements(database, customer.id),
        }
      : null,
    projectName: ticket.projectName,
    stageName: ticket.stageName,
    state: ticket.state,
    escalation: escalationOf(ticket),
    timeCriticalCategory: ticket.timeCriticalCategory,
    registeredAt: ticket.registeredAt,
    target: targetOf(ticket, workBegunAt, now.wall, calendar),
    meter: await readMeter(database, ticket, now),
    charge: computeCharge({
      chargeableSeconds,
      priceList: DEFAULT_PRICE_LIST,
      limitMinutes: DEFAULT_LIMIT_SECONDS / 60,
    }),
    lines: await Promise.all(lines.map((line) => toLineView(database, ticket, line, states))),
    messages: messages.map((message) => ({
      id: message.id,
      authorName: message.authorName,
      isInternalNote: message.isInternalNote === 1,
      bodyHtml: message.bodyHtml,
      writtenAt: message.writtenAt,
      sync: sendStateOf(states.get(message.id), message.remoteId !== null),
    })),
    screenshots: screenshots.map((screenshot) => toScreenshotView(screenshot, states)),
  };
}
