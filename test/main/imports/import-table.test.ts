import type { CustomerId } from '@core/ids';
import { guessColumns } from '@core/imports/import-fields';
import { toTable } from '@core/tables/table';
import { describe, expect, it } from 'vitest';
import { listAgreements, listAllAgreements } from '../../../src/main/db/queries/agreements';
import { listCustomers } from '../../../src/main/db/queries/customers';
import { listPriceLists } from '../../../src/main/db/queries/price-lists';
import { listPacks } from '../../../src/main/db/queries/support-packs';
import { deletePack } from '../../../src/main/usecases/change-packs';
import { assignPriceList } from '../../../src/main/usecases/change-prices';
import { importTable, undoImport } from '../../../src/main/usecases/import-table';
import type { ImportTask } from '../../../src/main/usecases/plan-import';
import { previewImport } from '../../../src/main/usecases/preview-import';
import type { Workbench } from '../../../src/main/usecases/workbench';
import { heldOf, lineOf, record } from '../../support/limit-acts';
import { expectFailure, expectValue } from '../../support/portal-bench';
import { pullInto, startSyncBench } from '../../support/sync-bench';
import { openWorkbench } from '../../support/workbench';
import { connect, readEverything } from '../../support/workbench-file';
import { addTicket } from '../../support/workbench-rows';

function taskOf(kind: ImportTask['kind'], ...lines: readonly string[]) {
  const table = expectValue(toTable(lines.map((line) => line.split(';'))));
  return { kind, table, columns: guessColumns(kind, table.headers) };
}

function importLines(workbench: Workbench, kind: ImportTask['kind'], ...lines: readonly string[]) {
  return importTable(workbench, taskOf(kind, ...lines));
}

/** A workbench with the customers `Kund 1 AB` and `Kund 2 AB`. */
async function openWithCustomers() {
  const workbench = openWorkbench();
  const tickets = [await addTicket(workbench), await addTicket(workbench)];
  const [first, second] = await listCustomers(workbench.database);
  if (!first || !second || !tickets[0]) throw new Error('There are two.');
  return { workbench, ticketId: tickets[0], first: first.id, second: second.id };
}

const PACKS = [
  'Kund;Timmar;Kvar;Köpt;Saldo per',
  'Kund 1 AB;25;10;2026-11-01;2026-11-20',
  'Kund 2 AB;100;;2026-11-02;',
];
const LISTS = ['Prislista;Timpris;Steg', 'Guld;1 250,50;15', 'Silver;950;'];
const AGREEMENTS = ['Kund;Avtal', 'Kund 1 AB;Patchavtal', 'Kund 2 AB;Löpande', 'Kund 3 AB;Patchavtal'];

describe('importing a table', () => {
  it.each([
    ['packs', PACKS, { new: 2, changed: 0, same: 0, 'passed-over': 0, unreadable: 0 }],
    ['price-lists', LISTS, { new: 2, changed: 0, same: 0, 'passed-over': 0, unreadable: 0 }],
    ['agreements', AGREEMENTS, { new: 2, changed: 0, same: 0, 'passed-over': 0, unreadable: 1 }],
  ] as const)('of %s writes every row that can be read, and nothing the second time', async (kind, lines, counts) => {
    const { workbench } = await openWithCustomers();
    const first = await importLines(workbench, kind, ...lines);
    expect(first.counts).toEqual(counts);
    const after = readEverything(workbench.file);
    const second = await importLines(workbench, kind, ...lines);
    expect(second).toEqual({ counts: { ...counts, new: 0, same: counts.new }, steps: [] });
    expect(readEverything(workbench.file)).toEqual(after);
  });

  it.each([
    ['packs', PACKS, ['Kund;Timmar;Köpt;Anteckning', 'Kund 1 AB;50;2026-11-01;Utökat', 'Kund 1 AB;25;2026-11-09;']],
    ['price-lists', LISTS, ['Prislista;Timpris', 'Guld;1300', 'Brons;700']],
    ['agreements', AGREEMENTS, ['Kund;Avtal', 'Kund 1 AB;Löpande', 'Kund 2 AB;Löpande']],
  ] as const)('of %s is taken back as a whole', async (kind, before, lines) => {
    const { workbench } = await openWithCustomers();
    const empty = readEverything(workbench.file);
    const first = await importLines(workbench, kind, ...before);
    const known = readEverything(workbench.file);
    const second = await importLines(workbench, kind, ...lines);
    expect(second.counts.changed).toBe(1);
    expectValue(await undoImport(workbench, second.steps));
    expect(readEverything(workbench.file)).toEqual(known);
    expectValue(await undoImport(workbench, first.steps));
    expect(readEverything(workbench.file)).toEqual(empty);
  });

  it('writes nothing at all when one write fails', async () => {
    const { workbench } = await openWithCustomers();
    connect(workbench.file).exec(
      `CREATE TRIGGER refuse BEFORE INSERT ON support_pack WHEN NEW.bought_on = '2026-11-02'
       BEGIN SELECT RAISE(ABORT, 'refused'); END`,
    );
    const before = readEverything(workbench.file);
    await expect(importLines(workbench, 'packs', ...PACKS)).rejects.toThrow('refused');
    expect(readEverything(workbench.file)).toEqual(before);
  });

  it('settles anew what waits for packs and agreements, and once more when it is taken back', async () => {
    const { workbench, ticketId } = await openWithCustomers();
    await importLines(workbench, 'packs', 'Kund;Timmar;Kvar;Köpt;Saldo per', 'Kund 1 AB;25;0;2026-11-01;2026-11-23');
    const lineId = await record(workbench, ticketId, { from: 0, minutes: 60 });
    const reason = async () => (await heldOf(workbench, lineId))[1];
    expect(await reason()).toBeNull();
    const agreed = await importLines(workbench, 'agreements', 'Kund;Avtal', 'Kund 1 AB;Klippkort');
    expect(await reason()).toBe('pack-empty');
    const bought = await importLines(workbench, 'packs', 'Kund;Timmar;Köpt', 'Kund 1 AB;25;2026-11-23');
    expect(await reason()).toBeNull();
    expectValue(await undoImport(workbench, bought.steps));
    expect(await reason()).toBe('pack-empty');
    expectValue(await undoImport(workbench, agreed.steps));
    expect(await reason()).toBeNull();
  });

  it('is not taken back once any of it was changed or is in use', async () => {
    const { workbench, first } = await openWithCustomers();
    const packs = await importLines(workbench, 'packs', ...PACKS);
    const [pack] = await listPacks(workbench.database, first);
    await deletePack(workbench, pack?.id ?? expect.fail());
    const lists = await importLines(workbench, 'price-lists', ...LISTS);
    const [gold] = await listPriceLists(workbench.database);
    await assignPriceList(workbench, { customerId: first, priceListId: gold?.id ?? expect.fail() });
    const before = readEverything(workbench.file);
    expect(expectFailure(await undoImport(workbench, packs.steps))).toEqual({ kind: 'changed-since' });
    expect(expectFailure(await undoImport(workbench, lists.steps))).toEqual({ kind: 'changed-since' });
    expect(readEverything(workbench.file)).toEqual(before);
  });
});

describe('the preview of an import', () => {
  it('says of each row what would become of it, and writes nothing', async () => {
    const { workbench } = await openWithCustomers();
    await importLines(workbench, 'price-lists', ...LISTS);
    const before = readEverything(workbench.file);
    const lines = ['Prislista;Timpris', 'Guld;1300', 'Silver;950', '', 'Brons;dyrt', 'Koppar;1'];
    expect(await previewImport(workbench.database, taskOf('price-lists', ...lines))).toEqual({
      missing: [],
      fields: ['priceList', 'rate'],
      counts: { new: 1, changed: 1, same: 1, 'passed-over': 0, unreadable: 1 },
      rows: [
        {
          number: 2,
          outcome: 'changed',
          cells: ['Guld', '1300'],
          changes: [{ field: 'rate', before: '1250,50', after: '1300' }],
          problems: [],
          passedOver: null,
        },
        { number: 3, outcome: 'same', cells: ['Silver', '950'], changes: [], problems: [], passedOver: null },
        {
          number: 5,
          outcome: 'unreadable',
          cells: ['Brons', 'dyrt'],
          changes: [],
          problems: [{ kind: 'not-an-amount', field: 'rate', text: 'dyrt' }],
          passedOver: null,
        },
        { number: 6, outcome: 'new', cells: ['Koppar', '1'], changes: [], problems: [], passedOver: null },
      ],
      list: null,
    });
    expect(readEverything(workbench.file)).toEqual(before);
  });

  it('looks at no row before every field that is needed has a column', async () => {
    const { workbench } = await openWithCustomers();
    expect(await previewImport(workbench.database, taskOf('packs', 'Kund;Timmar', 'Kund 1 AB;25'))).toMatchObject({
      missing: [['boughtOn']],
      rows: [],
    });
  });

  it('shows the first rows of many, and counts all', async () => {
    const { workbench } = await openWithCustomers();
    const lines = Array.from({ length: 5_000 }, (_, index) => `Okänd ${index};Löpande`);
    const preview = await previewImport(workbench.database, taskOf('agreements', 'Kund;Avtal', ...lines));
    expect(preview.counts.unreadable).toBe(5_000);
    expect(preview.rows).toHaveLength(200);
  });
});

describe('agreements that were imported', () => {
  const agreementsOf = async (workbench: Workbench, customerId: CustomerId) => ({
    one: await listAgreements(workbench.database, customerId, '2026-11-23'),
    all: (await listAllAgreements(workbench.database, '2026-11-23')).get(customerId),
  });

  const underCurrentTerms = (kind: string) => ({ kind, terms: 'current' });
  const onDemand = [underCurrentTerms('on-demand')];

  it('hold instead of the portal’s, for that customer only, and the portal’s again when it is taken back', async () => {
    const { workbench, first, second } = await openWithCustomers();
    const imported = await importLines(workbench, 'agreements', 'Kund;Avtal', 'Kund 1 AB;Patchavtal + Klippkort');
    const both = ['patch', 'support-pack'].map(underCurrentTerms);
    expect(await agreementsOf(workbench, first)).toEqual({ one: both, all: both });
    expect(await agreementsOf(workbench, second)).toEqual({ one: onDemand, all: onDemand });
    expectValue(await undoImport(workbench, imported.steps));
    expect(await agreementsOf(workbench, first)).toEqual({ one: onDemand, all: onDemand });
  });

  it('judge recorded work by the agreements of its day, as typed ones do, and taking it back judges it back', async () => {
    const { workbench } = await openWithCustomers();
    const [ticket] = await workbench.database.selectFrom('ticket').select('id').orderBy('remoteId').execute();
    const lineId = await record(workbench, ticket?.id ?? expect.fail(), { from: 0, minutes: 60 });
    const lines = ['Kund;Avtal;Gäller från', 'Kund 1 AB;Underhåll och support;2026-11-23'] as const;
    const imported = await importLines(workbench, 'agreements', ...lines);
    expect((await lineOf(workbench, lineId)).verdict).toBe('included');
    expectValue(await undoImport(workbench, imported.steps));
    expect((await lineOf(workbench, lineId)).verdict).toBe('chargeable');
  });

  it('stay when the portal is pulled again', async () => {
    const bench = await startSyncBench({ hasPracticeTickets: true });
    const { workbench } = bench;
    await pullInto(bench);
    const [customer] = await listCustomers(workbench.database);
    if (!customer) throw new Error('The practice portal has customers.');
    const before = await listAgreements(workbench.database, customer.id, '2026-11-23');
    const name = before.some(({ kind }) => kind === 'patch') ? 'Löpande' : 'Patchavtal';
    await importLines(workbench, 'agreements', 'ID;Avtal', `${customer.remoteId};${name}`);
    const chosen = await listAgreements(workbench.database, customer.id, '2026-11-23');
    expect(chosen).not.toEqual(before);
    await workbench.database.deleteFrom('syncCursor').execute();
    await pullInto(bench);
    expect(await listAgreements(workbench.database, customer.id, '2026-11-23')).toEqual(chosen);
  });
});
