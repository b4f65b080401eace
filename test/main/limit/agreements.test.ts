import type { AgreementKind } from '@core/billing/agreement';
import { type AgreementId, agreementIdSchema, type CustomerId, customerIdSchema, type TicketId } from '@core/ids';
import { describe, expect, it } from 'vitest';
import { listAgreements, listLocalAgreements } from '../../../src/main/db/queries/agreements';
import { upsertCustomer } from '../../../src/main/db/queries/customers';
import { readTicket } from '../../../src/main/db/queries/tickets';
import { type AgreementWrite, deleteAgreement, writeAgreement } from '../../../src/main/usecases/change-agreements';
import { readAgreements } from '../../../src/main/usecases/read-agreements';
import { MONDAY_NINE } from '../../support/hand-clock';
import { change, chargeOn, heldOf, lineOf, record } from '../../support/limit-acts';
import { expectFailure, expectValue } from '../../support/portal-bench';
import { openWorkbench, type TestWorkbench } from '../../support/workbench';
import { addTicket } from '../../support/workbench-rows';

const DAY_MINUTES = 24 * 60;

async function open(agreements: readonly AgreementKind[] = ['on-demand']) {
  const workbench = openWorkbench();
  const ticketId = await addTicket(workbench, { agreements });
  const customerId = (await readTicket(workbench.database, ticketId))?.customerId;
  if (!customerId) throw new Error('The ticket has no customer.');
  const verdictOf = async (lineId: Parameters<typeof lineOf>[1]) => (await lineOf(workbench, lineId)).verdict;
  return { workbench, ticketId, customerId, verdictOf };
}

async function type(
  workbench: TestWorkbench,
  customerId: CustomerId,
  kind: AgreementKind,
  rest: Partial<AgreementWrite> = {},
): Promise<AgreementId> {
  const agreement = {
    id: null,
    terms: 'current',
    validFrom: null,
    validUntil: null,
    origin: 'typed',
    ...rest,
  } as const;
  return expectValue(await writeAgreement(workbench, { ...agreement, customerId, kind })).agreementId;
}

function chargedMinutes(workbench: TestWorkbench, ticketId: TicketId) {
  return chargeOn(workbench, ticketId).then((charge) => charge.chargedMinutes);
}

describe('a typed agreement', () => {
  it('judges the recorded work of its days, and the charge with it, until it is taken back', async () => {
    const { workbench, ticketId, customerId, verdictOf } = await open();
    const sunday = await record(workbench, ticketId, { from: -DAY_MINUTES, minutes: 45 });
    const monday = await record(workbench, ticketId, { from: 0, minutes: 60 });
    expect(await chargedMinutes(workbench, ticketId)).toBe(105);
    const agreementId = await type(workbench, customerId, 'maintenance-and-support', { validFrom: '2026-11-23' });
    expect([await verdictOf(sunday), await verdictOf(monday)]).toEqual(['chargeable', 'included']);
    expect(await chargedMinutes(workbench, ticketId)).toBe(45);
    expectValue(await deleteAgreement(workbench, agreementId));
    expect([await verdictOf(sunday), await verdictOf(monday)]).toEqual(['chargeable', 'chargeable']);
    expect(await chargedMinutes(workbench, ticketId)).toBe(105);
  });

  it('leaves alone what a person decided, and what the portal has locked', async () => {
    const { workbench, ticketId, customerId, verdictOf } = await open();
    const decided = await record(workbench, ticketId, { from: 0, minutes: 30 });
    await change(workbench, decided, { overrideReason: 'Avtalat', overrideBy: 'Maja', overrideAt: MONDAY_NINE });
    const invoiced = await record(workbench, ticketId, { from: 60, minutes: 30 });
    const portalValues = {
      date: '2026-11-23',
      description: 'Felsökning',
      workedSeconds: 1800,
      ticketRemoteId: 1,
      isLocked: true,
    };
    await change(workbench, invoiced, { remoteId: 7, portalValues });
    await type(workbench, customerId, 'maintenance-and-support');
    expect([await verdictOf(decided), await verdictOf(invoiced)]).toEqual(['chargeable', 'chargeable']);
  });

  it('lets go what waited past the limit when the work is no longer charged, and holds it again', async () => {
    const { workbench, ticketId, customerId } = await open();
    const lineId = await record(workbench, ticketId, { from: 0, minutes: 270 });
    expect(await heldOf(workbench, lineId)).toEqual([30, 'unapproved']);
    const agreementId = await type(workbench, customerId, 'maintenance-and-support');
    expect(await heldOf(workbench, lineId)).toEqual([0, null]);
    await workbench.clock.beat();
    const spoken = workbench.warnings.length;
    expectValue(await deleteAgreement(workbench, agreementId));
    expect(await heldOf(workbench, lineId)).toEqual([30, 'unapproved']);
    expect(workbench.warnings.length).toBe(spoken + 1);
  });

  it('under the older Swedish terms charges user support separately: "End user support"', async () => {
    const { workbench, ticketId, customerId, verdictOf } = await open(['maintenance-and-support']);
    const lineId = await record(workbench, ticketId, { from: 0, minutes: 60 }, { verdict: 'included' });
    await type(workbench, customerId, 'maintenance-and-support', { terms: 'older-swedish' });
    expect(await verdictOf(lineId)).toBe('always-separate');
  });

  it('stays when the portal says something else, and holds instead of it on its own days only', async () => {
    const { workbench, customerId } = await open();
    await type(workbench, customerId, 'patch', { validFrom: '2026-12-01' });
    await upsertCustomer(
      workbench.database,
      {
        id: customerIdSchema.parse(workbench.newId()),
        remoteId: 1,
        name: 'Kund 1 AB',
        email: null,
        phone: null,
        language: null,
        priceListId: null,
      },
      ['maintenance-and-support'],
    );
    const kindsOn = async (day: string) =>
      (await listAgreements(workbench.database, customerId, day)).map(({ kind }) => kind);
    expect(await kindsOn('2026-11-30')).toEqual(['maintenance-and-support']);
    expect(await kindsOn('2026-12-01')).toEqual(['patch']);
  });

  it('is changed in its place, also by the one that takes the change back', async () => {
    const { workbench, customerId } = await open();
    const id = await type(workbench, customerId, 'patch', { origin: 'imported' });
    await type(workbench, customerId, 'patch', { id, validUntil: '2026-12-31' });
    expect(await listLocalAgreements(workbench.database, customerId)).toMatchObject([
      { id, origin: 'typed', validUntil: '2026-12-31' },
    ]);
    await type(workbench, customerId, 'patch', { id, origin: 'imported' });
    expect(await listLocalAgreements(workbench.database, customerId)).toMatchObject([
      { id, origin: 'imported', validUntil: null },
    ]);
  });

  it('is refused when it ends before it begins, for nobody, and in the place of another customer’s', async () => {
    const { workbench, customerId } = await open();
    const other = await open();
    const agreement = { kind: 'patch', terms: 'current', validFrom: null, validUntil: null, origin: 'typed' } as const;
    const refusalOf = async (write: Omit<AgreementWrite, keyof typeof agreement> & Partial<AgreementWrite>) =>
      expectFailure(await writeAgreement(workbench, { ...agreement, ...write })).kind;
    const dates = { validFrom: '2026-02-01', validUntil: '2026-01-31' };
    expect(await refusalOf({ id: null, customerId, ...dates })).toBe('agreement-invalid');
    expect(await refusalOf({ id: null, customerId: other.customerId })).toBe('not-found');
    const unknown = agreementIdSchema.parse(workbench.newId());
    expect(await refusalOf({ id: unknown, customerId })).toBe('not-found');
    expect(expectFailure(await deleteAgreement(workbench, unknown)).kind).toBe('not-found');
    expect(await listLocalAgreements(workbench.database, customerId)).toEqual([]);
  });

  it('is shown with what the portal says, and which of them holds today', async () => {
    const { workbench, customerId } = await open(['patch']);
    await type(workbench, customerId, 'on-demand', { validUntil: '2026-11-22' });
    expect(await readAgreements(workbench.database, MONDAY_NINE)).toMatchObject([
      {
        customerId,
        local: [{ kind: 'on-demand', isValid: false, origin: 'typed' }],
        onPortal: ['patch'],
        held: [{ kind: 'patch', terms: 'current' }],
      },
    ]);
  });
});
