import { describe, expect, it } from 'vitest';
import { readTicketDetails } from '../../../src/main/db/queries/details';
import { readTicket } from '../../../src/main/db/queries/tickets';
import { openTableDump } from '../../../src/main/db/table-dump';
import { noteOnTicket } from '../../../src/main/usecases/change-details';
import { draftSplit } from '../../../src/main/usecases/draft-split';
import { splitTicket } from '../../../src/main/usecases/split-ticket';
import { takeLinkBack } from '../../../src/main/usecases/take-link-back';
import { undoChange } from '../../../src/main/usecases/undo-change';
import { writeMessage } from '../../../src/main/usecases/write-message';
import { odooErrorFault } from '../../support/fault';
import { lineHere, sentLine, validateOnPortal } from '../../support/line-acts';
import { linkNotesThere, linksOf, sentencesOn, split, startWithTwo, takeBack, ticketOf } from '../../support/link-acts';
import { expectFailure, expectValue } from '../../support/portal-bench';
import { linesOnPortal } from '../../support/sync-bench';
import { changeHere, ticketOperationsIn } from '../../support/ticket-acts';
import { readElsewhere, readEverything } from '../../support/workbench-file';
import { addLine } from '../../support/workbench-rows';

describe('a part of a ticket', () => {
  it('is a ticket of its own, with the same customer, group and tags, and the chosen lines', async () => {
    const bench = await startWithTwo();
    const { first, workbench } = bench;
    await changeHere(bench, first, { tagRemoteIds: [1, 2] });
    expectValue(await noteOnTicket(workbench, first.id, { details: { preferredContact: 'telephone' } }));
    const going = await addLine(workbench, first.id, { description: 'Kvittot' });
    const staying = await addLine(workbench, first.id, { description: 'Kassan' });
    const { ticketId, number } = await split(bench, { ticketId: first.id, lineIds: [going] });
    expect(number).toBe('N-1');
    const origin = await ticketOf(bench, first.id);
    expect(await ticketOf(bench, ticketId)).toMatchObject({
      title: 'Kvittot',
      customerId: origin.customerId,
      groupRemoteId: origin.groupRemoteId,
      tagRemoteIds: '[1,2]',
      state: 'working',
      isAssignedToMe: 1,
    });
    expect((await readTicketDetails(workbench.database, ticketId)).preferredContact).toBe('telephone');
    expect((await lineHere(bench, going)).ticketId).toBe(ticketId);
    expect((await lineHere(bench, staying)).ticketId).toBe(first.id);
    expect(await sentencesOn(bench, first.id)).toContain('Delat: N-1 Kvittot är ett eget ärende.');
    expect(await sentencesOn(bench, ticketId)).toContain(`Delat från ${origin.number} Två fel i kassan.`);
  });

  it('is sent with its lines after it, each once, and both notes name tickets that the portal has', async () => {
    const bench = await startWithTwo();
    const { first, workbench } = bench;
    const sent = await sentLine(bench, first, { workedSeconds: 1200 });
    const unsent = await addLine(workbench, first.id, { workedSeconds: 600 });
    const { ticketId } = await split(bench, { ticketId: first.id, lineIds: [sent.id, unsent] });
    await bench.sync();
    const part = await ticketOf(bench, ticketId);
    const there = { id: ticketId, remoteId: part.remoteId ?? expect.fail() };
    const hours = (await linesOnPortal(bench, there)).map(({ workedSeconds }) => workedSeconds);
    expect(hours.toSorted((a, b) => a - b)).toEqual([600, 1200]);
    expect(await linesOnPortal(bench, first)).toEqual([]);
    expect(part.number).toBe(`S-${part.remoteId}`);
    expect(await linkNotesThere(bench, first.remoteId)).toEqual([`Delat: ${part.number} Kvittot är ett eget ärende.`]);
    expect(await linkNotesThere(bench, there.remoteId)).toEqual([`Delat från S-${first.remoteId} Två fel i kassan.`]);
    const before = readEverything(workbench.file);
    await bench.sync();
    expect(readEverything(workbench.file)).toEqual(before);
  });

  it('is not told of while the portal refuses it: its number here means nothing to anybody else', async () => {
    const bench = await startWithTwo();
    const { first } = bench;
    await split(bench, { ticketId: first.id });
    bench.proxy.inject(odooErrorFault(403, 'odoo.exceptions.AccessError', 'No new tasks for you.'), {
      path: '/project.task/load',
    });
    await bench.sync();
    expect(ticketOperationsIn(bench)).toEqual(['create-ticket parked']);
    expect(await linkNotesThere(bench, first.remoteId)).toEqual([]);
  });

  it('belongs to the first ticket, also where it was split from another part, and each has its own minimum', async () => {
    const bench = await startWithTwo();
    const { first, workbench } = bench;
    const lines = [await addLine(workbench, first.id, { workedSeconds: 600 })];
    const part = await split(bench, { ticketId: first.id, lineIds: lines });
    const rest = await addLine(workbench, part.ticketId, { workedSeconds: 300 });
    const partOfPart = await split(bench, { ticketId: part.ticketId, title: 'Skrivaren', lineIds: [rest] });
    const links = await linksOf(bench, partOfPart.ticketId);
    expect(links.split?.tickets.map(({ ticket, chargedMinutes }) => [ticket.id, chargedMinutes])).toEqual([
      [first.id, 0],
      [part.ticketId, 30],
      [partOfPart.ticketId, 30],
    ]);
    expect(links.split?.chargedMinutes).toBe(60);
    expect(await linksOf(bench, first.id)).toEqual(links);
  });

  it('has four hours of its own', async () => {
    const bench = await startWithTwo();
    const { first, workbench } = bench;
    await addLine(workbench, first.id, { workedSeconds: 4 * 3600 });
    const going = await addLine(workbench, first.id, { workedSeconds: 3600 });
    const { ticketId } = await split(bench, { ticketId: first.id, lineIds: [going] });
    expect(await lineHere(bench, going)).toMatchObject({ ticketId, heldSeconds: 0 });
  });

  it('takes no line that is locked, and says why', async () => {
    const bench = await startWithTwo();
    const { first, workbench } = bench;
    const line = await sentLine(bench, first);
    validateOnPortal(bench, line.remoteId, true);
    await bench.sync();
    const draft = await draftSplit(workbench, first.id);
    expect(draft?.lines).toMatchObject([{ id: line.id, stays: 'locked' }]);
    const request = { ticketId: first.id, title: 'Kvittot', description: '', lineIds: [line.id] };
    expect(expectFailure(await splitTicket(workbench, request)).kind).toBe('line-stays');
    expect(ticketOperationsIn(bench)).toEqual([]);
  });
});

describe('taking a split back', () => {
  it('leaves everything as if it had never been', async () => {
    const bench = await startWithTwo();
    const { first, workbench } = bench;
    const line = await sentLine(bench, first);
    await bench.sync();
    const told = () => readElsewhere(workbench.file, 'SELECT count(*) AS count FROM message');
    const before = { lines: await lineHere(bench, line.id), messages: told() };
    const { ticketId, linkId } = await split(bench, { ticketId: first.id, lineIds: [line.id] });
    await takeBack(bench, linkId);
    expect(await readTicket(workbench.database, ticketId)).toBeUndefined();
    expect({ lines: await lineHere(bench, line.id), messages: told() }).toEqual(before);
    expect(readElsewhere(workbench.file, `SELECT * FROM outbox WHERE state <> 'done'`)).toEqual([]);
    expect((await linksOf(bench, first.id)).split).toBeNull();
    // No step speaks of a ticket that is no more.
    await undoChange(workbench);
    expect(await lineHere(bench, line.id)).toEqual(before.lines);
  });

  it('goes on where the timesheet has taken the lines back already', async () => {
    const bench = await startWithTwo();
    const { first, workbench } = bench;
    const line = await addLine(workbench, first.id);
    const { ticketId, linkId } = await split(bench, { ticketId: first.id, lineIds: [line] });
    expectValue(await undoChange(workbench));
    expect((await lineHere(bench, line)).ticketId).toBe(first.id);
    await takeBack(bench, linkId);
    expect(await readTicket(workbench.database, ticketId)).toBeUndefined();
  });

  it('is refused once the portal has the part, or something was done on it', async () => {
    const bench = await startWithTwo();
    const { first, workbench } = bench;
    const written = await split(bench, { ticketId: first.id });
    await writeMessage(workbench, { ticketId: written.ticketId, text: 'Hej!', isInternalNote: false });
    expect(expectFailure(await takeLinkBack(workbench, written.linkId)).kind).toBe('part-in-use');
    const worked = await split(bench, { ticketId: first.id });
    await addLine(workbench, worked.ticketId);
    expect(expectFailure(await takeLinkBack(workbench, worked.linkId)).kind).toBe('part-in-use');
    const sent = await split(bench, { ticketId: first.id });
    await bench.sync();
    expect(expectFailure(await takeLinkBack(workbench, sent.linkId)).kind).toBe('part-in-use');
    expect((await linksOf(bench, first.id)).split?.tickets).toHaveLength(4);
  });
});

it('exports links with everything else', async () => {
  const bench = await startWithTwo();
  await split(bench, { ticketId: bench.first.id });
  const dump = openTableDump(bench.workbench.file);
  expect(dump.tables).toContainEqual({ name: 'ticket_link', count: 1 });
  dump.close();
});
