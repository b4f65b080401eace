import type { TicketId } from '@core/ids';
import { describe, expect, it } from 'vitest';
import { readTicket, updateTicket } from '../../src/main/db/queries/tickets';
import { noteOnCustomer, noteOnTicket, type TicketNotes } from '../../src/main/usecases/change-details';
import { readDetails } from '../../src/main/usecases/read-details';
import { lineOf, record } from '../support/limit-acts';
import { expectValue } from '../support/portal-bench';
import { openWorkbench, type TestWorkbench } from '../support/workbench';
import { addTicket } from '../support/workbench-rows';

async function detailsOf(workbench: TestWorkbench, ticketId: TicketId) {
  const details = await readDetails(workbench, ticketId, 'Partnern AB');
  if (!details) throw new Error('no ticket');
  return details;
}

const note = async (workbench: TestWorkbench, ticketId: TicketId, notes: TicketNotes) =>
  expectValue(await noteOnTicket(workbench, ticketId, notes));

describe('what is behind a ticket', () => {
  it('tells what is missing of a good ticket, and drafts the question in the customer’s language', async () => {
    const workbench = openWorkbench();
    const ticketId = await addTicket(workbench);
    const before = await detailsOf(workbench, ticketId);
    expect(before.intake.missing).toEqual(['screen-dump', 'reference', 'steps', 'contact']);
    expect(before.intakeQuestion).toContain('en skärmbild där webbadressen syns');
    expect(before.intakeQuestion).toContain('Partnern AB');

    await updateTicket(workbench.database, ticketId, {
      title: 'S00042 går inte att bekräfta',
      contactEmail: 'anna@exempel.se',
    });
    await note(workbench, ticketId, { steps: { done: 'Tryckte Bekräfta', happened: 'Fel', expected: 'En order' } });
    const { intake } = await detailsOf(workbench, ticketId);
    expect(intake.missing).toEqual(['screen-dump']);
    expect(intake.references).toMatchObject([{ from: 'text', text: 'S00042', kind: 'sales-order', href: null }]);
  });

  it('changes what is said and leaves the rest; what was before takes it back', async () => {
    const workbench = openWorkbench();
    const ticketId = await addTicket(workbench);
    await note(workbench, ticketId, { details: { codePart: 'odoo-community' }, references: ['Kaffekvarn', 'Anna'] });
    const before = await note(workbench, ticketId, { details: { isReproducedOnStandardData: true }, references: [] });
    const now = await detailsOf(workbench, ticketId);
    expect(now.details).toMatchObject({ codePart: 'odoo-community', isReproducedOnStandardData: true });
    expect(now.bugStep).toMatchObject({ kind: 'verdict', verdict: { owner: 'odoo-sa-and-oca' } });
    expect(now.typedReferences).toEqual([]);
    await note(workbench, ticketId, before);
    const after = await detailsOf(workbench, ticketId);
    expect(after.details).toMatchObject({ codePart: 'odoo-community', isReproducedOnStandardData: null });
    expect(after.typedReferences).toEqual(['Anna', 'Kaffekvarn']);
  });

  it('tells the portal nothing', async () => {
    const workbench = openWorkbench();
    const ticketId = await addTicket(workbench);
    await note(workbench, ticketId, { details: { limitedAccess: ['dns'] }, steps: { done: 'x' } });
    expect(await workbench.database.selectFrom('outbox').selectAll().execute()).toEqual([]);
    expect((await detailsOf(workbench, ticketId)).limitedAccessReply).toContain('DNS');
  });

  it('says what the terms do of every kind of work, a service that is held included', async () => {
    const workbench = openWorkbench();
    const ticketId = await addTicket(workbench, { agreements: ['on-demand'] });
    const dnsOf = async () =>
      (await detailsOf(workbench, ticketId)).coverage.find(({ kindOfWork }) => kindOfWork === 'dns');
    expect(await dnsOf()).toMatchObject({ verdict: 'always-separate' });
    const customerId = (await readTicket(workbench.database, ticketId))?.customerId;
    if (!customerId) throw new Error('no customer');
    const before = expectValue(await noteOnCustomer(workbench, customerId, { services: ['smart-connect'] }));
    expect(await dnsOf()).toMatchObject({ verdict: 'included', source: { document: '002' } });
    expectValue(await noteOnCustomer(workbench, customerId, before));
    expect(await dnsOf()).toMatchObject({ verdict: 'always-separate' });
  });

  it('lets a service decide about work that is recorded, and takes that back', async () => {
    const workbench = openWorkbench();
    const ticketId = await addTicket(workbench, { agreements: ['on-demand'] });
    const lineId = await record(
      workbench,
      ticketId,
      { from: 0, minutes: 20 },
      {
        kindOfWork: 'dns',
        verdict: 'always-separate',
      },
    );
    const customerId = (await readTicket(workbench.database, ticketId))?.customerId;
    if (!customerId) throw new Error('no customer');
    const before = expectValue(await noteOnCustomer(workbench, customerId, { services: ['smart-connect'] }));
    expect((await lineOf(workbench, lineId)).verdict).toBe('included');
    expectValue(await noteOnCustomer(workbench, customerId, before));
    expect((await lineOf(workbench, lineId)).verdict).toBe('always-separate');
  });

  it('warns of a service without the backup it requires, and shows the customer’s other tickets', async () => {
    const workbench = openWorkbench();
    const [first, second] = [await addTicket(workbench), await addTicket(workbench)];
    const customerId = (await readTicket(workbench.database, first))?.customerId;
    if (!customerId) throw new Error('no customer');
    await workbench.database.updateTable('ticket').set({ customerId }).where('id', '=', second).execute();
    expectValue(await noteOnCustomer(workbench, customerId, { services: ['drift-och-patch'] }));
    const { customer } = await detailsOf(workbench, first);
    expect(customer).toMatchObject({ openTicketCount: 2, latestTickets: [{ id: second }] });
    expect(customer?.missingBackups).toMatchObject([{ service: 'drift-och-patch' }]);
  });

  it('warns when Odoo SA is about to close its case', async () => {
    const workbench = openWorkbench();
    const ticketId = await addTicket(workbench);
    const odooCase = { reference: '4711', state: 'odoo-replied' as const, lastReplyOn: '2026-11-18' };
    await note(workbench, ticketId, { details: { odooCase } });
    expect((await detailsOf(workbench, ticketId)).odooCase).toEqual({
      kind: 'closing-soon',
      closesOn: '2026-11-25',
      daysLeft: 2,
    });
  });
});
