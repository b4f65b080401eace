import { missingBackups } from '@core/billing/services';
import { type BugCircumstances, nextBugStep } from '@core/bugs/bug-guide';
import { NO_CUSTOMER_DETAILS } from '@core/customer/customer-details';
import { wordsOfHtml } from '@core/html-words';
import type { TicketId } from '@core/ids';
import { languageOfCustomer } from '@core/language';
import { checkIntake } from '@core/ticket/intake';
import { draftIntakeQuestion } from '@core/ticket/intake-draft';
import type { LetterMatter } from '@core/ticket/letter';
import { draftLimitedAccessReply } from '@core/ticket/limited-access';
import { standingOfOdooCase } from '@core/ticket/odoo-case';
import { addressOfReferences } from '@core/ticket/reference-address';
import { contactOf } from '@core/ticket/ticket-details';
import type { Instant } from '@core/time/instant';
import { stockholmDate } from '@core/time/stockholm';
import { listAgreements } from '../db/queries/agreements';
import { countOpenTicketsOf, listLatestTicketsOf } from '../db/queries/customer-tickets';
import { type Customer, readCustomer } from '../db/queries/customers';
import { listTypedReferences, readCustomerDetails, readTicketDetails } from '../db/queries/details';
import { listMessagesOfTicket } from '../db/queries/messages';
import { listScreenshotsOfTicket } from '../db/queries/screenshots';
import { listTestCopies } from '../db/queries/test-copies';
import { readTicketSteps } from '../db/queries/ticket-steps';
import { contactOnPortal, readTicket, type Ticket } from '../db/queries/tickets';
import { listCoverageOnTicket } from './read-coverage';
import { readTestCopies } from './read-test-copies';
import type { Workbench } from './workbench';

/** So many earlier tickets say what a customer usually asks. */
const LATEST_TICKETS = 5;

/** What is behind a ticket: what it holds of what it should, whose fault it is, what the terms say, and its customer. */
export async function readDetails(workbench: Workbench, ticketId: TicketId, partnerName: string) {
  const { database, clock, userName } = workbench;
  const ticket = await readTicket(database, ticketId);
  if (!ticket) return undefined;
  const today = stockholmDate(clock.read().wall);
  const customer = ticket.customerId === null ? undefined : await readCustomer(database, ticket.customerId);
  const ofCustomer = customer ? await readCustomerDetails(database, customer.id) : NO_CUSTOMER_DETAILS;
  const details = await readTicketDetails(database, ticketId);
  const contact = contactOf(details, contactOnPortal(ticket));
  const { done, happened, expected } = await readTicketSteps(database, ticketId);
  const steps = { done, happened, expected };
  const typed = await listTypedReferences(database, ticketId);
  const intake = checkIntake({
    pictureAddresses: (await listScreenshotsOfTicket(database, ticketId)).map(({ address }) => address),
    texts: await readTexts(workbench, ticket),
    typedReferences: typed,
    steps,
    contact: {
      preferred: details.preferredContact,
      email: contact.email ?? customer?.email ?? null,
      telephone: contact.telephone ?? customer?.phone ?? null,
    },
  });
  const language = languageOfCustomer(customer?.language ?? null);
  const matter: LetterMatter = {
    ticketNumber: ticket.number,
    ticketTitle: ticket.title,
    recipientName: contact.name,
    consultantName: userName,
    partnerName,
  };
  const agreements = await listAgreements(database, ticket.customerId, today);
  const testCopies = customer ? await listTestCopies(database, customer.id) : [];
  const circumstances: BugCircumstances = {
    agreements,
    services: ofCustomer.services,
    day: today,
    portalAddress: null,
    repositoryAddress: null,
    vendorAddress: null,
  };
  return {
    details,
    steps,
    typedReferences: typed,
    intake: {
      ...intake,
      references: intake.references.map((reference) => ({
        ...reference,
        href:
          reference.from === 'text' ? addressOfReferences(ofCustomer.odooAddress, reference.kind) : hrefOf(reference),
      })),
    },
    intakeQuestion: draftIntakeQuestion(matter, intake, language),
    limitedAccessReply:
      details.limitedAccess.length === 0
        ? null
        : draftLimitedAccessReply({ ...matter, areas: details.limitedAccess }, language),
    odooCase: details.odooCase === null ? null : standingOfOdooCase(details.odooCase, today),
    bugStep: nextBugStep(
      {
        ...(details.codePart === null ? {} : { codePart: details.codePart }),
        ...(details.isReproducedOnStandardData === null
          ? {}
          : { isReproducedOnStandardData: details.isReproducedOnStandardData }),
      },
      circumstances,
    ),
    coverage: await listCoverageOnTicket(database, ticketId, { ...circumstances, testCopies }),
    customer: customer ? await readCustomerCard(workbench, customer, ticketId, circumstances) : null,
  };
}

function hrefOf(reference: { readonly from: 'typed' } | { readonly from: 'address'; readonly address: string }) {
  return reference.from === 'address' ? reference.address : null;
}

/** Title, description and what was written on the ticket but for our notes, as words. */
async function readTexts({ database }: Workbench, { id, title, descriptionHtml }: Ticket): Promise<string[]> {
  const messages = await listMessagesOfTicket(database, id);
  const written = messages.filter(({ isInternalNote }) => isInternalNote === 0);
  return [title, ...[descriptionHtml, ...written.map(({ bodyHtml }) => bodyHtml)].map(wordsOfHtml)];
}

/** What is worth knowing of a customer. */
async function readCustomerCard(
  { database }: Workbench,
  { id }: Customer,
  exceptId: TicketId,
  circumstances: Pick<BugCircumstances, 'agreements' | 'services' | 'day'>,
) {
  const details = await readCustomerDetails(database, id);
  const latest = await listLatestTicketsOf(database, id, { exceptId, most: LATEST_TICKETS });
  return {
    id,
    details,
    openTicketCount: await countOpenTicketsOf(database, id),
    latestTickets: latest.map((ticket): typeof ticket & { registeredAt: Instant } => ticket),
    missingBackups: missingBackups(details.services),
    testCopies: await readTestCopies(database, id, circumstances),
  };
}
