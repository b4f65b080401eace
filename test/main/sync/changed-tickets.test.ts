import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readTicket } from '../../../src/main/db/queries/tickets';
import { changeTicket } from '../../../src/main/usecases/change-ticket';
import { decideConflict } from '../../../src/main/usecases/decide-conflict';
import { handOverTicket } from '../../../src/main/usecases/hand-over-ticket';
import { readConflicts } from '../../../src/main/usecases/read-conflicts';
import { type Fault, odooErrorFault } from '../../support/fault';
import { settle } from '../../support/line-acts';
import { callPortal, expectFailure, expectValue, portalOf } from '../../support/portal-bench';
import { queueOf } from '../../support/queue';
import { loopOf, messagesOnPortal, pullInto, pushFrom, startWithTickets } from '../../support/sync-bench';
import {
  changeHere,
  changeThere,
  conflictsHere,
  fieldsHere,
  stagesOf,
  ticketOperationsIn,
  ticketThere,
} from '../../support/ticket-acts';
import { readElsewhere, readEverything } from '../../support/workbench-file';

const WRITE = { path: '/project.task/write' };
const LOST: Fault[] = [{ kind: 'lose-request' }, { kind: 'lose-answer' }, { kind: 'cut-answer' }];

/** Both sides with one ticket, after a first whole sync: lists and user are known. */
async function startWithTicket() {
  const bench = await startWithTickets('Order');
  await loopOf(bench).run();
  const [ticket] = bench.tickets;
  const stages = await stagesOf(bench);
  const stage = (name: string) => ({ stage: { remoteId: stages[name] ?? expect.fail() } });
  return { ...bench, ticket, stages, stage };
}

describe('a ticket that was changed here', () => {
  it('says so at once, and on the portal after a sync', async () => {
    const bench = await startWithTicket();
    await changeHere(bench, bench.ticket, { ...bench.stage('Väntar på kund'), priority: '1' });
    expect(await readTicket(bench.workbench.database, bench.ticket.id)).toMatchObject({
      stageName: 'Väntar på kund',
      state: 'waiting-for-customer',
    });
    expect(ticketOperationsIn(bench)).toEqual(['update-ticket waiting']);
    await pushFrom(bench);
    expect(await ticketThere(bench, bench.ticket)).toMatchObject({
      stage: { name: 'Väntar på kund' },
      priority: '1',
      title: 'Order',
    });
    expect(ticketOperationsIn(bench)).toEqual(['update-ticket done']);
    const before = readEverything(bench.workbench.file);
    await settle(bench);
    expect(readEverything(bench.workbench.file)).toEqual(before);
  });

  it('writes nothing that did not change', async () => {
    const bench = await startWithTicket();
    await changeHere(bench, bench.ticket, { title: 'Order och faktura' });
    await changeThere(bench, bench.ticket, { priority: '1' });
    await pushFrom(bench);
    expect(await ticketThere(bench, bench.ticket)).toMatchObject({ title: 'Order och faktura', priority: '1' });
    expect(await fieldsHere(bench, bench.ticket)).toMatchObject({ title: 'Order och faktura', priority: '1' });
    expect(await conflictsHere(bench)).toEqual([]);
  });

  it('is found by its new title, and no longer by the old one', async () => {
    const bench = await startWithTicket();
    await changeHere(bench, bench.ticket, { title: 'Faktura' });
    const search = async (word: string) => (await queueOf(bench.workbench, { search: word })).rows.map(({ id }) => id);
    expect(await search('Faktura')).toEqual([bench.ticket.id]);
    expect(await search('Order')).toEqual([]);
  });

  it('is not sent when it was changed back before', async () => {
    const bench = await startWithTicket();
    const before = await changeHere(bench, bench.ticket, { title: 'Faktura', ...bench.stage('Löst') });
    await changeHere(bench, bench.ticket, before);
    expect(ticketOperationsIn(bench)).toEqual([]);
    expect(await fieldsHere(bench, bench.ticket)).toEqual(before);
  });

  it('is solved by its stage, and taken back to work with another one', async () => {
    const bench = await startWithTicket();
    await changeThere(bench, bench.ticket, { stage_id: bench.stages['Löst'], state: '1_done' });
    await pullInto(bench);
    expect(await readTicket(bench.workbench.database, bench.ticket.id)).toMatchObject({ state: 'solved' });
    await changeHere(bench, bench.ticket, bench.stage('Pågår'));
    expect(await readTicket(bench.workbench.database, bench.ticket.id)).toMatchObject({ state: 'working' });
    await pushFrom(bench);
    expect(await ticketThere(bench, bench.ticket)).toMatchObject({ resolution: 'open', stage: { name: 'Pågår' } });
  });

  it.each(LOST)('arrives once when its request or answer is lost ($kind)', async (fault) => {
    const bench = await startWithTicket();
    await changeHere(bench, bench.ticket, bench.stage('Pågår'));
    bench.proxy.inject(fault, WRITE);
    expect(await pushFrom(bench)).toMatchObject({ kind: 'unreachable' });
    expect(ticketOperationsIn(bench)).toEqual(['update-ticket in-flight']);
    await settle(bench);
    expect(await ticketThere(bench, bench.ticket)).toMatchObject({ stage: { name: 'Pågår' } });
    expect(ticketOperationsIn(bench)).toEqual(['update-ticket done']);
    expect(await conflictsHere(bench)).toEqual([]);
  });

  it.each(LOST)('and changed again while the answer was lost ($kind) ends as it was said last', async (fault) => {
    const bench = await startWithTicket();
    await changeHere(bench, bench.ticket, { ...bench.stage('Pågår'), title: 'Ett' });
    bench.proxy.inject(fault, WRITE);
    await pushFrom(bench);
    await changeHere(bench, bench.ticket, { ...bench.stage('Väntar på kund'), title: 'Två' });
    await settle(bench);
    expect(await ticketThere(bench, bench.ticket)).toMatchObject({ stage: { name: 'Väntar på kund' }, title: 'Två' });
    expect(await conflictsHere(bench)).toEqual([]);
  });

  it('whose change the portal refuses is parked with its words, and the rest goes through', async () => {
    const bench = await startWithTicket();
    await changeHere(bench, bench.ticket, bench.stage('Pågår'));
    bench.proxy.inject(odooErrorFault(403, 'odoo.exceptions.AccessError', 'Not your project.'), WRITE);
    expect(await pushFrom(bench)).toBeNull();
    expect(ticketOperationsIn(bench)).toEqual(['update-ticket parked']);
    const [entry] = readElsewhere(bench.workbench.file, 'SELECT problem FROM outbox');
    expect(entry).toEqual({ problem: 'Not your project.' });
    // Changed back, there is nothing left to send.
    await changeHere(bench, bench.ticket, bench.stage('Ny'));
    expect(ticketOperationsIn(bench)).toEqual([]);
  });

  it('that is gone there keeps the change here, parked', async () => {
    const bench = await startWithTicket();
    await changeHere(bench, bench.ticket, { title: 'Kvar här' });
    const unlink = { ids: [bench.ticket.remoteId] };
    await callPortal(bench.practice, bench.practice.apiKey, 'project.task', 'unlink', unlink, z.literal(true));
    await pushFrom(bench);
    expect(ticketOperationsIn(bench)).toEqual(['update-ticket parked']);
    expect(await fieldsHere(bench, bench.ticket)).toMatchObject({ title: 'Kvar här' });
  });

  it('cannot be changed before what can be changed was brought', async () => {
    const bench = await startWithTicket();
    await bench.workbench.database.updateTable('ticket').set({ portalFields: null }).execute();
    const request = { ticketId: bench.ticket.id, change: { title: 'x' } };
    expect(expectFailure(await changeTicket(bench.workbench, request)).kind).toBe('not-brought-yet');
  });
});

describe('a ticket that both sides changed', () => {
  // SYNC, "Conflicts": "both changed → the server wins, the local value stays in the history with 'apply again'".
  it('has the stage of the portal, and mine can be applied again and taken back', async () => {
    const bench = await startWithTicket();
    await changeHere(bench, bench.ticket, bench.stage('Väntar på kund'));
    await changeThere(bench, bench.ticket, { stage_id: bench.stages['Löst'] });
    await settle(bench);
    expect(await readTicket(bench.workbench.database, bench.ticket.id)).toMatchObject({ stageName: 'Löst' });
    expect(await ticketThere(bench, bench.ticket)).toMatchObject({ stage: { name: 'Löst' } });
    const [conflict, ...others] = await conflictsHere(bench);
    expect(others).toEqual([]);
    expect(conflict).toMatchObject({
      field: 'stage',
      base: { stage: { remoteId: bench.stages['Ny'] } },
      mine: { stage: { remoteId: bench.stages['Väntar på kund'] } },
      theirs: { stage: { remoteId: bench.stages['Löst'] } },
    });

    const conflictId = conflict?.id ?? expect.fail();
    expectValue(await decideConflict(bench.workbench, { conflictId, choice: 'mine' }));
    expect(await conflictsHere(bench)).toEqual([]);
    await settle(bench);
    expect(await ticketThere(bench, bench.ticket)).toMatchObject({ stage: { name: 'Väntar på kund' } });

    expectValue(await decideConflict(bench.workbench, { conflictId, choice: null }));
    expect(await conflictsHere(bench)).toHaveLength(1);
    await settle(bench);
    expect(await ticketThere(bench, bench.ticket)).toMatchObject({ stage: { name: 'Löst' } });
  });

  // SYNC, "Conflicts": "the same field → both kept, the person chooses".
  it('keeps both titles until a person has chosen', async () => {
    const bench = await startWithTicket();
    await changeHere(bench, bench.ticket, { title: 'Mitt' });
    await changeThere(bench, bench.ticket, { name: 'Deras' });
    await pullInto(bench);
    expect(await fieldsHere(bench, bench.ticket)).toMatchObject({ title: 'Deras' });
    expect(ticketOperationsIn(bench)).toEqual([]);
    const [conflict] = await conflictsHere(bench);
    expect(conflict).toMatchObject({ base: { title: 'Order' }, mine: { title: 'Mitt' }, theirs: { title: 'Deras' } });
    expectValue(await decideConflict(bench.workbench, { conflictId: conflict?.id ?? expect.fail(), choice: 'theirs' }));
    await settle(bench);
    expect(await ticketThere(bench, bench.ticket)).toMatchObject({ title: 'Deras' });
    expect(ticketOperationsIn(bench)).toEqual([]);
  });

  it('is shown with the three versions in the names of the portal, a description as it is written', async () => {
    const bench = await startWithTicket();
    await changeHere(bench, bench.ticket, {
      ...bench.stage('Väntar på kund'),
      descriptionHtml: '<p>Kassa <b>två</b></p>',
    });
    await changeThere(bench, bench.ticket, { stage_id: bench.stages['Löst'], description: '<p>Kassa <i>tre</i></p>' });
    await pullInto(bench);
    const shown = await readConflicts(bench.workbench.database);
    expect(shown.toSorted((a, b) => a.field.localeCompare(b.field))).toMatchObject([
      {
        field: 'descriptionHtml',
        rule: 'person-chooses',
        base: '',
        mine: '<p>Kassa <b>två</b></p>',
        theirs: '<p>Kassa <i>tre</i></p>',
      },
      { field: 'stage', rule: 'portal-wins', base: 'Ny', mine: 'Väntar på kund', theirs: 'Löst' },
    ]);
  });

  it('is asked about once, though what both changed is seen by each sync', async () => {
    const bench = await startWithTicket();
    await changeHere(bench, bench.ticket, { title: 'Mitt' });
    await changeThere(bench, bench.ticket, { name: 'Deras' });
    await settle(bench);
    await settle(bench);
    expect(await conflictsHere(bench)).toHaveLength(1);
  });

  it('whose answer was lost on the way finds what a colleague made of it since', async () => {
    const bench = await startWithTicket();
    await changeHere(bench, bench.ticket, bench.stage('Pågår'));
    bench.proxy.inject({ kind: 'lose-answer' }, WRITE);
    await pushFrom(bench);
    await changeThere(bench, bench.ticket, { stage_id: bench.stages['Löst'] });
    await settle(bench);
    expect(await ticketThere(bench, bench.ticket)).toMatchObject({ stage: { name: 'Löst' } });
    expect(await conflictsHere(bench)).toHaveLength(1);
    expect(ticketOperationsIn(bench)).toEqual(['update-ticket done']);
  });

  it('is not written over by a decision when it has become another since, and the question stays', async () => {
    const bench = await startWithTicket();
    await changeHere(bench, bench.ticket, { title: 'Mitt' });
    await changeThere(bench, bench.ticket, { name: 'Deras' });
    await pullInto(bench);
    await changeHere(bench, bench.ticket, { title: 'Något tredje' });
    const [conflict] = await conflictsHere(bench);
    const conflictId = conflict?.id ?? expect.fail();
    const refused = await decideConflict(bench.workbench, { conflictId, choice: 'mine' });
    expect(expectFailure(refused)).toEqual({ kind: 'ticket-changed-since' });
    expect(await fieldsHere(bench, bench.ticket)).toMatchObject({ title: 'Något tredje' });
    expect(await conflictsHere(bench)).toHaveLength(1);

    // What the person wrote by hand is what they ask for.
    await changeHere(bench, bench.ticket, { title: 'Mitt' });
    expectValue(await decideConflict(bench.workbench, { conflictId, choice: 'mine' }));
    expect(await fieldsHere(bench, bench.ticket)).toMatchObject({ title: 'Mitt' });
    expect(await conflictsHere(bench)).toEqual([]);
  });

  it('keeps what it has become when a decision that was taken before is taken back', async () => {
    const bench = await startWithTicket();
    await changeHere(bench, bench.ticket, { title: 'Mitt' });
    await changeThere(bench, bench.ticket, { name: 'Deras' });
    await pullInto(bench);
    const [conflict] = await conflictsHere(bench);
    const conflictId = conflict?.id ?? expect.fail();
    expectValue(await decideConflict(bench.workbench, { conflictId, choice: 'mine' }));
    await changeHere(bench, bench.ticket, { title: 'Något tredje' });
    const refused = await decideConflict(bench.workbench, { conflictId, choice: null });
    expect(expectFailure(refused)).toEqual({ kind: 'ticket-changed-since' });
    expect(await fieldsHere(bench, bench.ticket)).toMatchObject({ title: 'Något tredje' });
    expect(await conflictsHere(bench)).toEqual([]);
  });
});

describe('a ticket that is handed to a colleague', () => {
  it('leaves the queue with a note for them, and is theirs after a sync', async () => {
    const bench = await startWithTicket();
    const { userId } = expectValue(await portalOf(bench.practice, bench.practice.colleagueApiKey).identify());
    const request = { ticketId: bench.ticket.id, colleagueRemoteId: userId, note: 'Kunden väntar på svar.' };
    const before = expectValue(await handOverTicket(bench.workbench, request));
    expect(await readTicket(bench.workbench.database, bench.ticket.id)).toMatchObject({ isAssignedToMe: 0 });
    await pushFrom(bench);
    expect(await ticketThere(bench, bench.ticket)).toMatchObject({ assigneeRemoteIds: [userId] });
    expect(await messagesOnPortal(bench, bench.ticket)).toMatchObject([
      { isInternalNote: true, bodyHtml: expect.stringContaining('Kunden väntar på svar.') },
    ]);
    // Taken back with what it said before.
    await changeHere(bench, bench.ticket, before);
    expect(await readTicket(bench.workbench.database, bench.ticket.id)).toMatchObject({ isAssignedToMe: 1 });
    await settle(bench);
    expect(await ticketThere(bench, bench.ticket)).toMatchObject({ isAssignedToMe: true });
  });

  it('goes to nobody who is not known', async () => {
    const bench = await startWithTicket();
    const request = { ticketId: bench.ticket.id, colleagueRemoteId: 987_654, note: '' };
    expect(expectFailure(await handOverTicket(bench.workbench, request)).kind).toBe('not-found');
    expect(ticketOperationsIn(bench)).toEqual([]);
  });
});
