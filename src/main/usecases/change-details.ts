import { type CustomerDetails, customerDetailsSchema } from '@core/customer/customer-details';
import type { CustomerId, TicketId } from '@core/ids';
import { fail, type Outcome, succeed } from '@core/outcome';
import type { StepsAnswer } from '@core/ticket/intake';
import { type TicketDetails, ticketDetailsSchema } from '@core/ticket/ticket-details';
import type { Instant } from '@core/time/instant';
import type { z } from 'zod';
import type { WorkbenchDatabase } from '../db/open';
import { readCustomer } from '../db/queries/customers';
import {
  listTypedReferences,
  readCustomerDetails,
  readTicketDetails,
  replaceTypedReferences,
  writeCustomerDetails,
  writeTicketDetails,
} from '../db/queries/details';
import { readTicketSteps, writeTicketSteps } from '../db/queries/ticket-steps';
import { readTicket } from '../db/queries/tickets';
import { announceAgreements } from './change-agreements';
import { settleAgreements } from './settle-agreements';
import type { Workbench } from './workbench';

/** Everything that can be noted about a ticket. */
export interface NotedOnTicket {
  readonly details: TicketDetails;
  /** Names of records, as they were typed. */
  readonly references: string[];
  readonly steps: Readonly<Record<StepsAnswer, string>>;
}

/** What is to be noted; of the details and the steps only what is given changes. */
export interface TicketNotes {
  readonly details?: { readonly [Key in keyof TicketDetails]?: TicketDetails[Key] | undefined } | undefined;
  readonly references?: readonly string[] | undefined;
  readonly steps?: { readonly [Key in StepsAnswer]?: string | undefined } | undefined;
}

/** Values with those of the changes that are given in their place. */
function changed<Values extends object>(schema: z.ZodType<Values>, before: Values, changes: object): Values {
  const given = Object.entries(changes).filter(([, value]) => value !== undefined);
  return schema.parse({ ...before, ...Object.fromEntries(given) });
}

/** Notes something about a ticket in a transaction of the caller's. Answers what was noted before. */
export async function noteOnTicketIn(
  trx: WorkbenchDatabase,
  ticketId: TicketId,
  notes: TicketNotes,
  at: Instant,
): Promise<NotedOnTicket> {
  const details = await readTicketDetails(trx, ticketId);
  const references = await listTypedReferences(trx, ticketId);
  const { done, happened, expected } = await readTicketSteps(trx, ticketId);
  const steps = { done, happened, expected };
  await writeTicketDetails(trx, ticketId, changed(ticketDetailsSchema, details, notes.details ?? {}));
  if (notes.references) await replaceTypedReferences(trx, ticketId, notes.references, at);
  if (notes.steps) {
    await writeTicketSteps(trx, {
      ticketId,
      done: notes.steps.done ?? done,
      happened: notes.steps.happened ?? happened,
      expected: notes.steps.expected ?? expected,
    });
  }
  return { details, references, steps };
}

/** Notes something about a ticket here. Answers what was noted before: noted again, it takes this back. */
export async function noteOnTicket(
  workbench: Workbench,
  ticketId: TicketId,
  notes: TicketNotes,
): Promise<Outcome<NotedOnTicket, { kind: 'not-found' }>> {
  const before = await workbench.database.transaction().execute(async (trx) => {
    if ((await readTicket(trx, ticketId)) === undefined) return null;
    return noteOnTicketIn(trx, ticketId, notes, workbench.clock.read().wall);
  });
  if (before === null) return fail({ kind: 'not-found' });
  workbench.announce.ticketChanged(ticketId);
  return succeed(before);
}

/**
 * Notes something about a customer here. Services decide about recorded work as agreements do. Answers what was noted before.
 */
export async function noteOnCustomer(
  workbench: Workbench,
  customerId: CustomerId,
  changes: { readonly [Key in keyof CustomerDetails]?: CustomerDetails[Key] | undefined },
): Promise<Outcome<CustomerDetails, { kind: 'not-found' }>> {
  const before = await workbench.database.transaction().execute(async (trx) => {
    if ((await readCustomer(trx, customerId)) === undefined) return null;
    const details = await readCustomerDetails(trx, customerId);
    await writeCustomerDetails(trx, customerId, changed(customerDetailsSchema, details, changes));
    const ticketIds =
      changes.services === undefined
        ? []
        : await settleAgreements(workbench, trx, customerId, workbench.clock.read().wall);
    return { details, ticketIds };
  });
  if (before === null) return fail({ kind: 'not-found' });
  await announceAgreements(workbench, { customerIds: [customerId], ticketIds: before.ticketIds });
  return succeed(before.details);
}
