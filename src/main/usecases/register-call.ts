import type { TicketId } from '@core/ids';
import { languageOfCustomer } from '@core/language';
import { fail, succeed } from '@core/outcome';
import { type CallForm, readPlaces } from '@core/ticket/call-form';
import { formatCallHtml } from '@core/ticket/steps-message-html';
import type { TicketHandling } from '@core/ticket/ticket-event';
import type { Instant } from '@core/time/instant';
import type { ClockReading } from '@core/timer/timer-log';
import type { WorkbenchDatabase } from '../db/open';
import { type Customer, readCustomer } from '../db/queries/customers';
import { deletePhoneCall, type PhoneCall, readPhoneCall } from '../db/queries/phone-call';
import { giveCallTo, goOnWithPaused } from './call-time';
import { noteOnTicketIn } from './change-details';
import { announceTicket } from './change-ticket';
import { recordHandling } from './handle-ticket';
import { type Registered, registerTicketIn } from './register-ticket';
import type { Workbench } from './workbench';

/** Where nobody wrote down what it is about or who called, something has to stand for it in the note to colleagues. */
const NOT_SAID = '–';

function namedContact({ contactName, contactEmail, contactTelephone }: CallForm) {
  const contact = { name: contactName.trim(), email: contactEmail.trim(), telephone: contactTelephone.trim() };
  return Object.values(contact).every((said) => said === '') ? null : contact;
}

/** What is written down about an escalation, in order. */
function escalationOf(form: CallForm, customer: Customer | undefined, calledAt: Instant): TicketHandling[] {
  if (form.escalation === 'none') return [];
  const reason = form.escalationReason.trim();
  const requested: TicketHandling = {
    kind: 'escalation-requested',
    calledBy: form.contactName.trim() || customer?.name || NOT_SAID,
    calledAt,
    about: reason || form.title.trim(),
    userDetails: form.userDetails.trim(),
    hasScreenDump: false,
  };
  switch (form.escalation) {
    case 'requested':
      return [requested];
    case 'accepted':
      return [requested, { kind: 'escalation-accepted', note: reason }];
    case 'declined':
      return [requested, { kind: 'escalation-declined', reason: reason || NOT_SAID }];
  }
}

/** Keeps what the customer said where the overview looks for it. */
async function noteCall(trx: WorkbenchDatabase, ticketId: TicketId, form: CallForm, at: Instant): Promise<void> {
  const { preferredContact, done, happened, expected } = form;
  await noteOnTicketIn(
    trx,
    ticketId,
    {
      details: { preferredContact, contact: namedContact(form) },
      references: readPlaces(form.where).map(({ text }) => text),
      steps: { done: done.trim(), happened: happened.trim(), expected: expected.trim() },
    },
    at,
  );
}

/** A call without a beginning begins now. */
function callFrom(kept: PhoneCall | undefined, form: CallForm, at: ClockReading): PhoneCall {
  if (kept?.state === 'open') return kept;
  return { state: 'open', form, events: [], heartbeat: at, pausedTimerId: null };
}

/**
 * Registers what was taken down during a call: the ticket, what a good one holds, its escalation, and the time since the
 * call began, all at once. Without `startsTimer` the time is recorded nowhere, and what was paused goes on.
 */
export async function registerCall(
  workbench: Workbench,
  form: CallForm & { readonly groupRemoteId: number },
): Promise<Registered> {
  const registered = await workbench.database.transaction().execute(async (trx): Promise<Registered> => {
    const clock = workbench.clock.read();
    const at = clock.wall;
    const kept = await readPhoneCall(trx);
    const call = callFrom(kept, form, clock);
    const customer = form.customerId === null ? undefined : await readCustomer(trx, form.customerId);
    if (form.customerId !== null && customer === undefined) return fail({ kind: 'not-found' });
    const contact = namedContact(form);
    const { timeCriticalTagRemoteId: criticalTag } = form;
    const ticket = await registerTicketIn(
      workbench,
      trx,
      {
        title: form.title.trim(),
        description: form.description,
        descriptionHtml: formatCallHtml(
          { ...form, places: readPlaces(form.where).map(({ text }) => text) },
          languageOfCustomer(customer?.language ?? null),
        ),
        customerId: form.customerId,
        contact: {
          name: contact?.name || null,
          email: contact?.email || null,
          telephone: contact?.telephone || null,
        },
        groupRemoteId: form.groupRemoteId,
        tagRemoteIds: criticalTag === null ? form.tagRemoteIds : [...form.tagRemoteIds, criticalTag],
      },
      at,
    );
    if (!ticket.ok) return ticket;
    const { ticketId } = ticket.value;
    await noteCall(trx, ticketId, form, at);
    for (const handling of escalationOf(form, customer, call.events[0]?.at.wall ?? at)) {
      await recordHandling(workbench, trx, { ticketId, handling }, at);
    }
    if (form.startsTimer) await giveCallTo(workbench, trx, { call, ticketId, at: clock });
    else await goOnWithPaused(workbench, trx, call, clock);
    await deletePhoneCall(trx);
    return succeed(ticket.value);
  });
  if (registered.ok) {
    announceTicket(workbench, registered.value.ticketId);
    workbench.announce.timersChanged();
    workbench.announce.queueChanged();
  }
  return registered;
}
