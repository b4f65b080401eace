import type { TicketId } from '@core/ids';
import { describe, expect, it } from 'vitest';
import { listCustomers } from '../../../src/main/db/queries/customers';
import { readPortalLists } from '../../../src/main/db/queries/portal-lists';
import { listAllTickets } from '../../../src/main/db/queries/tickets';
import { changeTicket } from '../../../src/main/usecases/change-ticket';
import { exportLines } from '../../../src/main/usecases/export-lines';
import { undoTicketImport } from '../../../src/main/usecases/import-tickets';
import { previewImport } from '../../../src/main/usecases/preview-import';
import { readOutbox } from '../../../src/main/usecases/read-outbox';
import { readTicketView } from '../../../src/main/usecases/read-ticket';
import { registerTicket } from '../../../src/main/usecases/register-ticket';
import type { Workbench } from '../../../src/main/usecases/workbench';
import { writeMessage } from '../../../src/main/usecases/write-message';
import { record } from '../../support/limit-acts';
import { importList, listOf, openWithoutPortal } from '../../support/lists';
import { expectFailure, expectValue } from '../../support/portal-bench';
import { type Asked, queueOf } from '../../support/queue';
import { connect, readEverything } from '../../support/workbench-file';
import { addTicket, firstOf } from '../../support/workbench-rows';

const LIST = [
  'External ID;Title;Customer;Stage;Assignees;Tags;Created on',
  '__export__.project_task_42_1f2e3d4c;Faktura saknas;Alfa AB, Anna Ek;In Progress;Maja Lindqvist;;2026-11-20 08:12:00',
  '__export__.project_task_43_2f2e3d4c;Kassan startar inte;Beta AB;New;Erik Berg,Maja Lindqvist;Kassa;2026-11-23 08:00:00',
  '__export__.project_task_44_3f2e3d4c;Fråga om lager;Alfa AB;Waiting;Erik Berg;;2026-11-21 09:00:00',
  '__export__.project_task_45_4f2e3d4c;Ingen har den;;Done;;;2026-11-21 09:30:00',
] as const;

const NOTHING = { new: 0, changed: 0, same: 0, 'passed-over': 0, unreadable: 0 };

async function ticketNamed(workbench: Workbench, title: string) {
  const found = (await listAllTickets(workbench.database)).find((ticket) => ticket.title === title);
  if (!found) throw new Error(`${title} is not here.`);
  return found;
}

function viewOf({ database, clock, calendar }: Workbench, id: TicketId) {
  return readTicketView(database, id, clock.read(), calendar);
}

async function namesInQueue(workbench: Workbench, asked: Asked = { view: 'working' }) {
  const { rows } = await queueOf(workbench, asked);
  return rows.map(({ number, title, customerName }) => `${number} ${title} (${customerName})`);
}

describe('importing tickets from a list', () => {
  it('brings mine into the queue in the terms’ order, by what Odoo says of them', async () => {
    const workbench = await openWithoutPortal();
    const { counts } = await importList(workbench, LIST);
    expect(counts).toEqual({ ...NOTHING, new: 4 });
    // "Point of sale" is a time-critical category; the others stand first come, first served.
    expect(await namesInQueue(workbench)).toEqual([
      'S-43 Kassan startar inte (Beta AB)',
      'S-42 Faktura saknas (Alfa AB)',
    ]);
    expect(await namesInQueue(workbench, { view: 'all' })).not.toContain('S-44 Fråga om lager (Alfa AB)');
    expect((await listCustomers(workbench.database)).map(({ name }) => name)).toEqual(['Alfa AB', 'Beta AB']);
    expect(await ticketNamed(workbench, 'Fråga om lager')).toMatchObject({ state: 'waiting-for-customer' });
    expect(await ticketNamed(workbench, 'Ingen har den')).toMatchObject({ state: 'solved', customerId: null });
    expect(await ticketNamed(workbench, 'Faktura saknas')).toMatchObject({ contactName: 'Anna Ek' });
  });

  it('shows what nobody has, and takes tickets for mine where no column tells', async () => {
    const workbench = await openWithoutPortal();
    await importList(workbench, ['Title;Stage;Assignees', 'Ledig;New;']);
    expect(await namesInQueue(workbench)).toEqual([]);
    expect(await namesInQueue(workbench, { view: 'all', scope: 'team' })).toEqual(['L-1 Ledig (null)']);
    await importList(workbench, ['Title;Stage', 'Min;New']);
    expect(await namesInQueue(workbench)).toEqual(['L-2 Min (null)']);
  });

  it('writes nothing the second time', async () => {
    const workbench = await openWithoutPortal();
    await importList(workbench, LIST);
    const after = readEverything(workbench.file);
    expect(await importList(workbench, LIST)).toEqual({ counts: { ...NOTHING, same: 4 }, steps: [], newCustomers: [] });
    expect(readEverything(workbench.file)).toEqual(after);
  });

  it('changes by a newer list what that says otherwise, and leaves what was changed or recorded here', async () => {
    const workbench = await openWithoutPortal();
    await importList(workbench, LIST);
    const { id } = await ticketNamed(workbench, 'Faktura saknas');
    const lineId = await record(workbench, id, { from: 0, minutes: 45 });
    expectValue(await changeTicket(workbench, { ticketId: id, change: { title: 'Faktura 17 saknas' } }));
    const lines = readEverything(workbench.file)['timesheet_line'];
    const newer = LIST.slice(0, 2).map((line) =>
      line.replace('In Progress', 'Waiting').replace('Alfa AB', 'Alfa Gruppen AB'),
    );
    expect((await importList(workbench, newer)).counts).toEqual({ ...NOTHING, changed: 1 });
    expect(await ticketNamed(workbench, 'Faktura 17 saknas')).toMatchObject({ id, state: 'waiting-for-customer' });
    expect((await viewOf(workbench, id))?.customer?.name).toBe('Alfa Gruppen AB');
    expect(readEverything(workbench.file)['timesheet_line']).toEqual(lines);
    expect(lines).toMatchObject([{ id: lineId }]);
    // What is missing in the newer list stays.
    expect(await listAllTickets(workbench.database)).toHaveLength(4);
    expect((await importList(workbench, newer)).counts).toEqual({ ...NOTHING, same: 1 });
  });

  it('knows a ticket that was registered here when it comes in a list', async () => {
    const workbench = await openWithoutPortal();
    const [group] = (await readPortalLists(workbench.database)).groups;
    const request = {
      title: 'Ringde om lagret',
      description: '',
      customerId: null,
      groupRemoteId: group?.remoteId ?? 0,
      tagRemoteIds: [],
    };
    const { ticketId } = expectValue(await registerTicket(workbench, request));
    const { counts } = await importList(workbench, ['ID;Title;Stage', '50;Ringde om lagret;In Progress']);
    expect(counts).toEqual({ ...NOTHING, changed: 1 });
    expect(await listAllTickets(workbench.database)).toMatchObject([
      { id: ticketId, number: 'N-1', stageName: 'In Progress' },
    ]);
  });

  it('puts nothing into the outbox, whatever is recorded, written or registered', async () => {
    const workbench = await openWithoutPortal();
    await importList(workbench, LIST);
    const { id } = await ticketNamed(workbench, 'Faktura saknas');
    await record(workbench, id, { from: 0, minutes: 300 });
    await writeMessage(workbench, { ticketId: id, text: 'Hej', isInternalNote: false });
    expectValue(await changeTicket(workbench, { ticketId: id, change: { title: 'Annat' } }));
    expect(readEverything(workbench.file)['outbox']).toEqual([]);
    expect((await readOutbox(workbench.database)).waitingCount).toBe(0);
    const view = await viewOf(workbench, id);
    expect(view?.sync).toBe('kept-here');
    expect(view?.messages.map(({ sync }) => sync)).toContain('kept-here');
    // Above the four hours of the terms it waits for the customer's approval all the same.
    expect(view?.lines).toMatchObject([{ sync: 'kept-here', heldSeconds: 3_600 }]);
  });

  it('tells before what would come: whose tickets they are, and what their stages mean', async () => {
    const workbench = await openWithoutPortal();
    const before = readEverything(workbench.file);
    const preview = await previewImport(workbench.database, listOf(...LIST));
    expect(preview.list).toEqual({
      userName: 'Maja Lindqvist',
      count: 4,
      mineCount: 2,
      stages: [
        { name: 'In Progress', state: 'working' },
        { name: 'New', state: 'working' },
        { name: 'Waiting', state: 'waiting-for-customer' },
        { name: 'Done', state: 'solved' },
      ],
    });
    expect(readEverything(workbench.file)).toEqual(before);
  });

  it('is taken back as a whole, with the customers that came with it', async () => {
    const workbench = await openWithoutPortal();
    const empty = readEverything(workbench.file);
    const first = await importList(workbench, LIST);
    const known = readEverything(workbench.file);
    const newer = [...LIST.map((line) => line.replace('Alfa AB', 'Gamma AB')), 'x.y;Ny;Delta AB;New;;;'];
    const second = await importList(workbench, newer);
    expect(second.counts).toMatchObject({ new: 1, changed: 2 });
    expectValue(await undoTicketImport(workbench, second));
    expect(readEverything(workbench.file)).toEqual(known);
    expectValue(await undoTicketImport(workbench, first));
    const { portal_name, portal_stage, portal_facts, ...left } = readEverything(workbench.file);
    expect({ portal_name, portal_stage, portal_facts, ...left }).toEqual({
      ...empty,
      portal_name,
      portal_stage,
      portal_facts,
    });
  });

  it.each(['record', 'change'] as const)('is not taken back once there is a %s on one of its tickets', async (act) => {
    const workbench = await openWithoutPortal();
    const imported = await importList(workbench, LIST);
    const { id } = await ticketNamed(workbench, 'Faktura saknas');
    if (act === 'record') await record(workbench, id, { from: 0, minutes: 5 });
    else expectValue(await changeTicket(workbench, { ticketId: id, change: { title: 'Annat' } }));
    const before = readEverything(workbench.file);
    expect(expectFailure(await undoTicketImport(workbench, imported))).toEqual({ kind: 'changed-since' });
    expect(readEverything(workbench.file)).toEqual(before);
  });

  it('that is stopped keeps what it has written, and the same list brings the rest', async () => {
    const workbench = await openWithoutPortal();
    const lines = [
      'ID;Title;Stage',
      ...Array.from({ length: 60 }, (_, index) => `${index + 1};Ärende ${index + 1};New`),
    ];
    const controller = new AbortController();
    const told: unknown[] = [];
    const stopped = await importList(workbench, lines, {
      signal: controller.signal,
      onProgress: (progress) => {
        told.push(progress);
        controller.abort();
      },
    });
    expect(told).toEqual([{ done: 25, total: 60 }]);
    expect(stopped.counts.new).toBe(25);
    expect((await importList(workbench, lines)).counts).toMatchObject({ new: 35, same: 25 });
    expect(await listAllTickets(workbench.database)).toHaveLength(60);
  });

  it('loses nothing of what came before a fault, and brings the rest afterwards', async () => {
    const workbench = await openWithoutPortal();
    const lines = [
      'ID;Title;Stage',
      ...Array.from({ length: 60 }, (_, index) => `${index + 1};Ärende ${index + 1};New`),
    ];
    const file = connect(workbench.file);
    file.exec(`CREATE TRIGGER refuse BEFORE INSERT ON ticket WHEN NEW.number = 'S-30'
      BEGIN SELECT RAISE(ABORT, 'refused'); END`);
    await expect(importList(workbench, lines)).rejects.toThrow('refused');
    expect(await listAllTickets(workbench.database)).toHaveLength(25);
    file.exec('DROP TRIGGER refuse');
    expect((await importList(workbench, lines)).counts).toMatchObject({ new: 35, same: 25 });
    expect(await listAllTickets(workbench.database)).toHaveLength(60);
  });

  it('refuses a second ticket with the external id of another, whatever planned it', async () => {
    const workbench = await openWithoutPortal();
    await importList(workbench, LIST);
    const [ticketId] = [await addTicket(workbench)];
    expect(() =>
      connect(workbench.file)
        .prepare('INSERT INTO listed_ticket SELECT ?, said FROM listed_ticket LIMIT 1')
        .run(ticketId),
    ).toThrow('UNIQUE');
  });
});

describe('lines that are kept here', () => {
  it('are exported with the ids by which Odoo knows them again; what is held back is not in their hours', async () => {
    const workbench = await openWithoutPortal();
    await importList(workbench, [LIST[0], LIST[1].replace('Faktura saknas', '=Faktura saknas')]);
    const { id } = firstOf(await listAllTickets(workbench.database));
    const lineId = await record(workbench, id, { from: 0, minutes: 250 }, { description: 'Sökte; hittade "felet"' });
    const exported = await exportLines(workbench, { from: '2026-11-01', to: '2026-11-30' });
    const [mark, ...rows] = new TextDecoder('utf-8', { ignoreBOM: true }).decode(exported?.bytes).split('\r\n');
    expect(mark).toBe(
      '\uFEFFExternt ID;Datum;Anställd;Ärendets ID;Ärendenummer;Ärende;Kund;Beskrivning;Timmar;Hålls tillbaka;Bedömning',
    );
    expect(rows).toEqual([
      `__import__.wb_${lineId};2026-11-23;Maja Lindqvist;__export__.project_task_42_1f2e3d4c;S-42;'=Faktura saknas;Alfa AB;"Sökte; hittade ""felet""";4;0,1667;Debiteras`,
      '',
    ]);
    expect(await exportLines(workbench, { from: '2026-10-01', to: '2026-10-31' })).toBe(null);
  });
});
