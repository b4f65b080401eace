import type { AgreementKind } from '@core/billing/agreement';
import { type CustomerId, customerIdSchema, type TicketId, ticketIdSchema, timesheetLineIdSchema } from '@core/ids';
import { stockholmDate } from '@core/time/stockholm';
import type { WorkbenchDatabase } from '../../src/main/db/open';
import { upsertCustomer } from '../../src/main/db/queries/customers';
import { upsertTicket } from '../../src/main/db/queries/tickets';
import { insertTimesheetLine, type TimesheetLine } from '../../src/main/db/queries/timesheet-lines';
import { tellPortalOfLine } from '../../src/main/usecases/tell-portal-of-line';
import type { Workbench } from '../../src/main/usecases/workbench';
import { PLAIN_TICKET } from './plain-ticket';

/** The first of several; fails the test when there is none. */
export function firstOf<Item>(items: readonly Item[]): Item {
  const [first] = items;
  if (first === undefined) throw new Error('There is none.');
  return first;
}

async function nextRemoteId(database: WorkbenchDatabase, table: 'customer' | 'ticket'): Promise<number> {
  const { last } = await database
    .selectFrom(table)
    .select((eb) => eb.fn.max('remoteId').as('last'))
    .executeTakeFirstOrThrow();
  return Number(last ?? 0) + 1;
}

async function addCustomer(workbench: Workbench, agreements: readonly AgreementKind[]): Promise<CustomerId> {
  const remoteId = await nextRemoteId(workbench.database, 'customer');
  return upsertCustomer(
    workbench.database,
    {
      id: customerIdSchema.parse(workbench.newId()),
      remoteId,
      name: `Kund ${remoteId} AB`,
      email: null,
      phone: null,
      language: null,
      priceListId: null,
    },
    agreements,
  );
}

/** A ticket as a pull would have brought it, of a customer on demand unless said otherwise. */
export async function addTicket(
  workbench: Workbench,
  { agreements = ['on-demand'] }: { agreements?: readonly AgreementKind[] } = {},
): Promise<TicketId> {
  const remoteId = await nextRemoteId(workbench.database, 'ticket');
  const { wall } = workbench.clock.read();
  const { id } = await upsertTicket(workbench.database, {
    id: ticketIdSchema.parse(workbench.newId()),
    remoteId,
    number: `S-${remoteId}`,
    title: `Ärende ${remoteId}`,
    descriptionHtml: '',
    customerId: await addCustomer(workbench, agreements),
    projectRemoteId: 1,
    ...PLAIN_TICKET,
    state: 'working',
    registeredAt: wall,
    changedAt: wall,
  });
  return id;
}

/** A line on a ticket; one of mine without a remote id goes to the outbox, as it does when a timer stops. */
export async function addLine(
  workbench: Workbench,
  ticketId: TicketId,
  line: Partial<Omit<TimesheetLine, 'id' | 'ticketId'>> = {},
): Promise<TimesheetLine['id']> {
  const id = timesheetLineIdSchema.parse(workbench.newId());
  const { wall } = workbench.clock.read();
  const row: TimesheetLine = {
    id,
    remoteId: null,
    ticketId,
    timerId: null,
    origin: 'mine',
    employeeName: workbench.userName,
    date: stockholmDate(wall),
    activity: null,
    intervals: [],
    overtimeSeconds: 0,
    overtimeDecision: null,
    overrideReason: null,
    overrideBy: null,
    overrideAt: null,
    coverageDecisionId: null,
    heldSeconds: 0,
    holdReason: null,
    portalValues: null,
    deletedAt: null,
    workedSeconds: 1_800,
    description: 'Felsökning',
    kindOfWork: 'general-user-support',
    verdict: 'chargeable',
    ...line,
  };
  await workbench.database.transaction().execute(async (trx) => {
    await insertTimesheetLine(trx, row);
    if (row.origin === 'mine' && row.remoteId === null) await tellPortalOfLine(workbench, trx, id, wall);
  });
  return id;
}
