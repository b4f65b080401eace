import type { AgreementKind } from '@core/billing/agreement';
import type { DatedAgreement } from '@core/billing/held-agreement';
import { customerIdSchema, priceListIdSchema, supportPackIdSchema } from '@core/ids';
import { guessColumns, type ImportKind } from '@core/imports/import-fields';
import { type CustomerWithAgreements, planAgreements } from '@core/imports/plan-agreements';
import { type KnownPack, planPacks } from '@core/imports/plan-packs';
import { type KnownPriceList, planPriceLists } from '@core/imports/plan-price-lists';
import type { PlannedRow } from '@core/imports/planned-row';
import { toTable } from '@core/tables/table';
import { stockholmDayStart } from '@core/time/stockholm';
import { describe, expect, it } from 'vitest';
import { expectValue } from '../../support/portal-bench';

const id = (number: number) => `01a00000-0000-7000-8000-${String(number).padStart(12, '0')}`;
const ALFA = customerIdSchema.parse(id(1));
const BETA = customerIdSchema.parse(id(2));

function customer(customerId: typeof ALFA, remoteId: number, name: string, changes = {}): CustomerWithAgreements {
  return { id: customerId, remoteId, name, local: null, ...changes };
}

const undated = (kind: AgreementKind): DatedAgreement => ({
  kind,
  terms: 'current',
  validFrom: null,
  validUntil: null,
});

const customers = [customer(ALFA, 7, 'Alfa AB'), customer(BETA, 8, 'Beta & Söner HB')];

function tableOf(kind: ImportKind, ...lines: readonly string[]) {
  const table = expectValue(toTable(lines.map((line) => line.split(';'))));
  return [table, guessColumns(kind, table.headers)] as const;
}

/** What is planned for each row, or what is wrong with it. */
function outcomes<Write>(rows: readonly PlannedRow<Write>[]) {
  return rows.map(({ outcome }) =>
    outcome.kind === 'unreadable'
      ? outcome.problems
          .map((problem) => ('field' in problem ? `${problem.field}: ${problem.kind}` : problem.kind))
          .join()
      : outcome.kind,
  );
}

describe('a row about a customer', () => {
  const plan = (...lines: string[]) => outcomes(planAgreements(...tableOf('agreements', ...lines), customers));

  it('finds the customer by name, whatever the case and the punctuation, or by number', () => {
    expect(plan('Kund;Avtal', 'alfa ab;Löpande', 'BETA & SÖNER, HB;Patchavtal')).toEqual(['new', 'new']);
    expect(plan('ID;Avtal', '7;Löpande', '9;Löpande')).toEqual(['new', 'customerNumber: customer-unknown']);
  });

  it('is refused where name and number do not belong together', () => {
    expect(plan('ID;Kund;Avtal', '7;Alfa AB;Löpande', '7;Beta & Söner HB;Löpande')).toEqual([
      'new',
      'customer: customer-differs',
    ]);
  });

  it('is refused for a customer who is not here, is named twice here or not at all', () => {
    const twice = [...customers, customer(customerIdSchema.parse(id(3)), 9, 'ALFA AB.')];
    const table = tableOf(
      'agreements',
      'Kund;Avtal',
      'Gamma;Löpande',
      ';Löpande',
      'alfa-ab;Löpande',
      'Alfa AB;Löpande',
    );
    expect(outcomes(planAgreements(...table, twice))).toEqual([
      'customer: customer-unknown',
      'customer: missing',
      'customer: customer-ambiguous',
      'new',
    ]);
  });

  it('is refused when its cells have moved beside the headers', () => {
    expect(plan('Kund;Avtal', 'Alfa AB;Patchavtal;;', 'Alfa AB;Patchavtal;1')).toEqual([
      'new',
      'more-cells-than-headers',
    ]);
  });
});

describe('a customer’s agreements', () => {
  it('are those of all rows about the customer together', () => {
    const table = tableOf('agreements', 'Kund;Avtal', 'Alfa AB;Löpande', 'Alfa AB;Patch agreement, Klippkort 25 h');
    const write = { customerId: ALFA, agreements: (['on-demand', 'support-pack', 'patch'] as const).map(undated) };
    expect(planAgreements(...table, customers).map(({ outcome }) => outcome)).toEqual([
      { kind: 'new', write },
      { kind: 'new', write },
    ]);
  });

  it('are the same, or change what was chosen here before', () => {
    const held = [
      customer(ALFA, 7, 'Alfa AB', { local: [undated('patch')] }),
      customer(BETA, 8, 'Beta', { local: [undated('patch')] }),
    ];
    const table = tableOf('agreements', 'Kund;Avtal', 'Alfa AB;Patchavtal', 'Beta;Löpande');
    expect(planAgreements(...table, held).map(({ outcome }) => outcome)).toEqual([
      { kind: 'same' },
      {
        kind: 'changed',
        write: { customerId: BETA, agreements: [undated('on-demand')] },
        changes: [{ field: 'agreement', before: 'patch current . .', after: 'on-demand current . .' }],
      },
    ]);
  });

  it('can have dates and the terms they were signed under', () => {
    const table = tableOf(
      'agreements',
      'Kund;Avtal;Gäller från;Gäller till;Villkor',
      'Alfa AB;Patchavtal;2025-01-01;2025-12-31;Äldre svenska',
      'Alfa AB;Underhåll och support;2026-01-01;;',
    );
    const agreements: DatedAgreement[] = [
      { kind: 'patch', terms: 'older-swedish', validFrom: '2025-01-01', validUntil: '2025-12-31' },
      { kind: 'maintenance-and-support', terms: 'current', validFrom: '2026-01-01', validUntil: null },
    ];
    const [first] = planAgreements(...table, customers);
    expect(first?.outcome).toEqual({ kind: 'new', write: { customerId: ALFA, agreements } });
    const known = [customer(ALFA, 7, 'Alfa AB', { local: agreements.toReversed() })];
    expect(outcomes(planAgreements(...table, known))).toEqual(['same', 'same']);
  });

  it('are refused with dates that cannot be read, an end before the beginning, or terms that nobody knows', () => {
    const table = tableOf(
      'agreements',
      'Kund;Avtal;Gäller från;Gäller till;Villkor',
      'Alfa AB;Patchavtal;snart;;',
      'Alfa AB;Patchavtal;2026-02-01;2026-01-31;',
      'Alfa AB;Patchavtal;03/04/2026;;Egna',
    );
    expect(outcomes(planAgreements(...table, customers))).toEqual([
      'validFrom: not-a-date',
      'validUntil: ends-before-it-begins',
      'validFrom: date-ambiguous,terms: not-terms',
    ]);
  });

  it('are refused where one of several is none, or none is named', () => {
    const table = tableOf('agreements', 'Kund;Avtal', 'Alfa AB;Löpande, VIP', 'Alfa AB;', 'Alfa AB;;');
    expect(outcomes(planAgreements(...table, customers))).toEqual([
      'agreement: not-an-agreement',
      'agreement: missing',
      'agreement: missing',
    ]);
  });
});

describe('price lists', () => {
  const GOLD: KnownPriceList = {
    id: priceListIdSchema.parse(id(5)),
    name: 'Guld',
    minimumMinutes: 15,
    stepMinutes: 15,
    ratePerHourOre: 125_050,
    overtimePermille: 1500,
  };
  const plan = (known: readonly KnownPriceList[], ...lines: string[]) =>
    planPriceLists(...tableOf('price-lists', ...lines), known).map(({ outcome }) => outcome);

  it('say what the terms do where a new one says nothing', () => {
    expect(plan([], 'Prislista;Timpris', 'Silver;950:-')).toEqual([
      {
        kind: 'new',
        write: {
          id: null,
          name: 'Silver',
          minimumMinutes: 30,
          stepMinutes: 1,
          ratePerHourOre: 95_000,
          overtimePermille: 1000,
        },
      },
    ]);
  });

  it('keep what they say where a row says nothing, and their name', () => {
    const rows = ['Prislista;Minst;Steg;Timpris;Övertidsfaktor', 'GULD;;15;1 250,50 kr;1,5', 'Brons;30;1;;1'];
    expect(plan([GOLD], ...rows).map(({ kind }) => kind)).toEqual(['same', 'new']);
    expect(plan([GOLD], 'Prislista;Timpris', 'guld;1300')).toEqual([
      {
        kind: 'changed',
        write: { ...GOLD, ratePerHourOre: 130_000 },
        changes: [{ field: 'rate', before: '1250,50', after: '1300' }],
      },
    ]);
  });

  it('are refused with everything that cannot be read, and when they contradict themselves', () => {
    const rows = ['Namn;Minst;Steg;Timpris;Övertid', 'A;481;0;1.250;0,5', ';;;;1', 'B;30', 'b;30', 'B;31'];
    expect(outcomes(planPriceLists(...tableOf('price-lists', ...rows), []))).toEqual([
      'minimum: not-minutes,step: not-minutes,rate: not-an-amount,overtime: not-a-factor',
      'priceList: missing',
      'new',
      'same',
      'said-otherwise',
    ]);
  });
});

describe('support packs', () => {
  const PACK: KnownPack = {
    id: supportPackIdSchema.parse(id(6)),
    customerId: ALFA,
    prepaidMinutes: 1500,
    usedMinutes: 330,
    boughtOn: '2026-10-01',
    countsFrom: stockholmDayStart('2026-11-01'),
    note: 'Order 42',
  };
  const plan = (packs: readonly KnownPack[], ...lines: string[]) =>
    planPacks(...tableOf('packs', ...lines), { customers, packs });

  it('count from the day they were bought as long as nothing was used', () => {
    expect(plan([], 'Kund;Timmar;Köpt', 'Alfa AB;25;2026-10-01')[0]?.outcome).toEqual({
      kind: 'new',
      write: {
        id: null,
        customerId: ALFA,
        prepaidMinutes: 1500,
        usedMinutes: 0,
        boughtOn: '2026-10-01',
        countsFrom: stockholmDayStart('2026-10-01'),
        note: '',
      },
    });
  });

  it('take what is left as well as what was used, and count from the day of that', () => {
    const rows = [
      'Kund;Timmar;Kvar;Använt;Köpt;Saldo per',
      'Alfa AB;25;19,5;;2026-10-01;2026-11-01',
      'Beta & Söner HB;25;;5:30;1.10.2026;1.11.2026',
    ];
    for (const { outcome } of plan([], ...rows)) {
      expect(outcome).toMatchObject({
        kind: 'new',
        write: { usedMinutes: 330, countsFrom: stockholmDayStart('2026-11-01') },
      });
    }
  });

  it('are known by customer and day, keep what a row does not say, and are the same the second time', () => {
    expect(outcomes(plan([PACK], 'Kund;Timmar;Köpt', 'Alfa AB;25;2026-10-01'))).toEqual(['same']);
    const changed = plan([PACK], 'Kund;Timmar;Kvar;Köpt;Saldo per', 'Alfa AB;25;10;2026-10-01;2026-11-20');
    expect(changed[0]?.outcome).toEqual({
      kind: 'changed',
      write: { ...PACK, usedMinutes: 900, countsFrom: stockholmDayStart('2026-11-20') },
      changes: [
        { field: 'used', before: '5:30', after: '15' },
        { field: 'countsFrom', before: '2026-11-01', after: '2026-11-20' },
      ],
    });
  });

  it('are refused when a balance has no day: what was worked since would be drawn twice or not at all', () => {
    const rows = ['Kund;Timmar;Kvar;Köpt', 'Alfa AB;25;19,5;2026-10-01'];
    expect(outcomes(plan([], ...rows))).toEqual(['countsFrom: balance-without-date']);
    expect(outcomes(plan([PACK], ...rows))).toEqual(['same']);
  });

  it('are refused with figures that cannot be', () => {
    const rows = [
      'Kund;Timmar;Använt;Kvar;Köpt;Räkna från',
      'Alfa AB;25;26;;2026-10-01;2026-11-01',
      'Alfa AB;25;;26;2026-10-01;2026-11-01',
      'Alfa AB;25;5;5;2026-10-01;2026-11-01',
      'Alfa AB;-5;;;2026-02-30;03/04/2026',
      'Alfa AB;0;;;;',
    ];
    expect(outcomes(plan([], ...rows))).toEqual([
      'used: more-than-prepaid',
      'left: more-than-prepaid',
      'left: used-and-left-differ',
      'prepaid: not-hours,boughtOn: not-a-date,countsFrom: date-ambiguous',
      'prepaid: not-hours,boughtOn: missing',
    ]);
    expect(outcomes(plan([PACK], 'Kund;Timmar;Köpt', 'Alfa AB;5;2026-10-01'))).toEqual(['prepaid: more-than-prepaid']);
  });

  it('are refused when two of a customer are of one day', () => {
    const another = { ...PACK, id: supportPackIdSchema.parse(id(9)) };
    const rows = ['Kund;Timmar;Köpt', 'Alfa AB;25;2026-10-01', 'Alfa AB;100;2026-10-01', 'Alfa AB;25;2026-10-01'];
    expect(outcomes(plan([], ...rows))).toEqual(['new', 'said-otherwise', 'same']);
    expect(outcomes(plan([PACK, another], ...rows.slice(0, 2)))).toEqual(['boughtOn: several-here']);
  });
});
