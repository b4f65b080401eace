import { FIELDS_OF_KIND, guessColumns, importKindSchema, missingFields } from '@core/imports/import-fields';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

describe('the columns of a table', () => {
  it.each([
    ['agreements', ['Kund', 'Avtal'], { customer: 0, agreement: 1 }],
    ['agreements', ['ID', 'Name', 'TAGS'], { customerNumber: 0, customer: 1, agreement: 2 }],
    ['price-lists', ['Namn', 'Timpris (kr/h)', 'minst (MIN)'], { priceList: 0, rate: 1, minimum: 2 }],
    ['price-lists', ['Price list', 'Step', 'Overtime factor'], { priceList: 0, step: 1, overtime: 2 }],
    [
      'packs',
      ['Köpt den', 'Kund', 'Förbetalda timmar', 'Saldo', 'Saldo per'],
      { customer: 1, prepaid: 2, left: 3, boughtOn: 0, countsFrom: 4 },
    ],
    [
      'packs',
      ['Customer', 'Hours', 'Used', 'Bought on', 'Note'],
      { customer: 0, prepaid: 1, used: 2, boughtOn: 3, note: 4 },
    ],
  ] as const)('of %s with the headers %j are found', (kind, headers, columns) => {
    expect(guessColumns(kind, headers)).toEqual(columns);
  });

  it('hold a field each, whatever the headers are', () => {
    const header = fc.oneof(fc.string(), fc.constantFrom('Kund', 'Name', 'Namn', 'ID', 'Timmar', 'Pris', 'Date', ''));
    fc.assert(
      fc.property(
        fc.constantFrom(...importKindSchema.options),
        fc.array(header, { maxLength: 12 }),
        (kind, headers) => {
          const columns = guessColumns(kind, headers);
          const used = Object.values(columns);
          expect(new Set(used).size).toBe(used.length);
          for (const column of used) expect(headers[column]).toBeDefined();
          for (const field of Object.keys(columns)) expect(FIELDS_OF_KIND[kind]).toContain(field);
        },
      ),
    );
  });

  it('are missing until every field that is needed has one; a customer may be named by number', () => {
    expect(missingFields('packs', {})).toEqual([['customer', 'customerNumber'], ['prepaid'], ['boughtOn']]);
    expect(missingFields('packs', { customerNumber: 0, prepaid: 1, boughtOn: 2 })).toEqual([]);
  });
});
