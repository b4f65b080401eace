import { type TicketEventId, type TicketId, ticketEventIdSchema } from '@core/ids';
import { fail, type Outcome, succeed } from '@core/outcome';
import { describeEscalationNote, describeSupportLineNote } from '@core/sync/note-sentence';
import type { EscalationNote, SupportLineNote } from '@core/sync/portal-note-kinds';
import type { TicketHandling } from '@core/ticket/ticket-event';
import type { Instant } from '@core/time/instant';
import type { WorkbenchDatabase } from '../db/open';
import {
  insertTicketEvent,
  type KeptEvent,
  readTicketEvent,
  withdrawTicketEventRow,
} from '../db/queries/ticket-events';
import { readTicket } from '../db/queries/tickets';
import { settleEscalation } from '../db/settle-escalation';
import { announceTicket } from './change-ticket';
import { postNote } from './post-note';
import type { Workbench } from './workbench';

/** What colleagues are told of it; null: it is of use on this computer only. */
function noteOf(
  { id: eventId, handling, at }: Pick<KeptEvent, 'id' | 'handling' | 'at'>,
  state: 'given' | 'withdrawn',
): EscalationNote | SupportLineNote | null {
  const decided = { calledBy: null, calledAt: null, userDetails: null, hasScreenDump: null };
  switch (handling.kind) {
    case 'moved-to-line':
      return { kind: 'support-line', eventId, state, line: handling.line, at, reason: handling.reason };
    case 'escalation-requested': {
      const { calledBy, calledAt, about, userDetails, hasScreenDump } = handling;
      const call = { calledBy, calledAt, userDetails, hasScreenDump, text: about };
      return { kind: 'escalation', eventId, step: 'requested', state, at, ...call };
    }
    case 'escalation-accepted':
      return { kind: 'escalation', eventId, step: 'accepted', state, at, ...decided, text: handling.note };
    case 'escalation-declined':
      return { kind: 'escalation', eventId, step: 'declined', state, at, ...decided, text: handling.reason };
    case 'passed-over':
    case 'follow-up':
      return null;
  }
}

/** Tells colleagues, and lets the queue follow. */
async function carryOver(
  workbench: Workbench,
  trx: WorkbenchDatabase,
  event: Pick<KeptEvent, 'id' | 'ticketId' | 'handling' | 'at'>,
  state: 'given' | 'withdrawn',
): Promise<void> {
  const note = noteOf(event, state);
  if (note === null) return;
  const at = workbench.clock.read().wall;
  const { language } = workbench.settings();
  const sentence =
    note.kind === 'escalation' ? describeEscalationNote(note, language) : describeSupportLineNote(note, language);
  await postNote(workbench, trx, event.ticketId, { note, sentence, at });
  if (note.kind === 'escalation') await settleEscalation(trx, event.ticketId, at);
}

/** Keeps it in a transaction of the caller's, who announces the ticket. */
export async function recordHandling(
  workbench: Workbench,
  trx: WorkbenchDatabase,
  { ticketId, handling }: { readonly ticketId: TicketId; readonly handling: TicketHandling },
  at: Instant,
): Promise<TicketEventId> {
  const id = ticketEventIdSchema.parse(workbench.newId());
  const event = { id, ticketId, handling, at, by: workbench.userName, origin: 'mine' as const };
  await insertTicketEvent(trx, event);
  await carryOver(workbench, trx, event, 'given');
  return id;
}

/**
 * Keeps what a consultant decided or wrote down about a ticket, and tells colleagues where it is theirs to know. Answers
 * the id by which it can be taken back.
 */
export async function handleTicket(
  workbench: Workbench,
  request: { readonly ticketId: TicketId; readonly handling: TicketHandling },
): Promise<Outcome<{ eventId: TicketEventId }, { kind: 'not-found' }>> {
  const at = workbench.clock.read().wall;
  const eventId = await workbench.database.transaction().execute(async (trx) => {
    if ((await readTicket(trx, request.ticketId)) === undefined) return null;
    return recordHandling(workbench, trx, request, at);
  });
  if (eventId === null) return fail({ kind: 'not-found' });
  announceTicket(workbench, request.ticketId);
  return succeed({ eventId });
}

/** Takes back what was decided or written down about a ticket. It stays in the history, and what held before holds again. */
export async function withdrawHandling(
  workbench: Workbench,
  eventId: TicketEventId,
): Promise<Outcome<null, { kind: 'not-found' }>> {
  const at = workbench.clock.read().wall;
  const ticketId = await workbench.database.transaction().execute(async (trx) => {
    const event = await readTicketEvent(trx, eventId);
    if (!event || !(await withdrawTicketEventRow(trx, eventId, at))) return null;
    await carryOver(workbench, trx, event, 'withdrawn');
    return event.ticketId;
  });
  if (ticketId === null) return fail({ kind: 'not-found' });
  announceTicket(workbench, ticketId);
  return succeed(null);
}
