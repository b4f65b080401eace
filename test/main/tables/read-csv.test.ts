import { TABLE_BOUNDS } from '@core/tables/table';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCsvTable } from '../../../src/main/platform/tables/read-csv';
import { expectValue } from '../../support/portal-bench';

const SEPARATORS = [';', ',', '\t'] as const;
const HEADERS = ['a', 'b', 'c', 'd', 'e'];

function written(rows: readonly (readonly string[])[], separator: string, lineBreak: string): string {
  const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
  return rows.map((row) => row.map(quoted).join(separator)).join(lineBreak);
}

const cell = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 12 }), fc.stringMatching(/^[;,"\t\r\nå1 ]{0,6}$/));
const filledRow = fc
  .array(cell, { minLength: 1, maxLength: 5 })
  .filter((cells) => cells.some((text) => text.trim() !== ''));

describe('rows of separated cells', () => {
  it('are read back as they were written, whatever stands in the cells', () => {
    const rows = fc.array(filledRow, { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(rows, fc.constantFrom(...SEPARATORS), fc.constantFrom('\n', '\r\n', '\r'), (all, separator, end) => {
        const table = { headers: HEADERS, rows: all.map((cells, index) => ({ number: index + 2, cells })) };
        const text = `sep=${separator}${end}${written([HEADERS, ...all], separator, end)}`;
        expect(expectValue(readCsvTable(text))).toEqual(table);
        expect(expectValue(readCsvTable(`${text}${end}`))).toEqual(table);
      }),
    );
  });

  it('are read without an exception from any text at all', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[;,"\t\r\na]*$/)), (text) => {
        const read = readCsvTable(text);
        if (read.ok) expect(read.value.rows.length).toBeGreaterThan(0);
        else expect(read.failure.kind).toMatch(/^(empty|quote-not-closed)$/);
      }),
    );
  });

  it('may hold quotes in the middle, and text behind a quoted part, which stays as it is', () => {
    expect(expectValue(readCsvTable('x;y;z\n5" skärm;"a"b;\n')).rows).toEqual([
      { number: 2, cells: ['5" skärm', '"a"b', ''] },
    ]);
  });

  it('may end in different ways in one file', () => {
    expect(expectValue(readCsvTable('x;y\r\na;b\rc;d\ne;f')).rows.map(({ cells }) => cells)).toEqual([
      ['a', 'b'],
      ['c', 'd'],
      ['e', 'f'],
    ]);
  });

  it('say in which row a quote is never closed', () => {
    expect(readCsvTable('Kund;Avtal\nA;"B\nC;D\n')).toEqual({
      ok: false,
      failure: { kind: 'quote-not-closed', row: 2 },
    });
  });
});

describe('the separator', () => {
  it.each([
    ['Kund;Timmar\nAlfa AB;1,5\nBeta AB;2,25', ['Kund', 'Timmar'], ['Alfa AB', '1,5']],
    ['Kund;Adress\nAlfa AB;"Gatan 1, Lund"\nBeta, Gamma AB;Torget', ['Kund', 'Adress'], ['Alfa AB', 'Gatan 1, Lund']],
    ['Customer,Hours,Note\nAlfa,1.5,"a;b;c"\nBeta,2.5,', ['Customer', 'Hours', 'Note'], ['Alfa', '1.5', 'a;b;c']],
    ['Customer\tHours\nAlfa, Inc\t1,5\nBeta, Inc\t2,5', ['Customer', 'Hours'], ['Alfa, Inc', '1,5']],
    ['Kund\nAlfa', ['Kund'], ['Alfa']],
  ])('of %j is found', (text, headers, cells) => {
    const table = expectValue(readCsvTable(text));
    expect([table.headers, table.rows[0]?.cells]).toEqual([headers, cells]);
  });

  it('is found from what is written with it', () => {
    const row = fc.array(fc.stringMatching(/^[a-zåäö]{1,8}$/), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(row, { minLength: 2, maxLength: 9 }), fc.constantFrom(...SEPARATORS), (rows, separator) => {
        const table = expectValue(readCsvTable(rows.map((cells) => cells.join(separator)).join('\r\n')));
        expect([table.headers, ...table.rows.map(({ cells }) => cells)]).toEqual(rows);
      }),
    );
  });

  it('is what the first line says, which is no row then', () => {
    expect(readCsvTable('sep=,\r\nKund,Pris\r\nA;B,1\r\n')).toEqual({
      ok: true,
      value: { headers: ['Kund', 'Pris'], rows: [{ number: 2, cells: ['A;B', '1'] }] },
    });
  });
});

describe('a table', () => {
  it('counts empty rows, which hold nothing, and lets rows be shorter or longer than its headers', () => {
    expect(readCsvTable('\n Kund ;Avtal\n\n;\nA\nB;C;D\n')).toEqual({
      ok: true,
      value: {
        headers: ['Kund', 'Avtal'],
        rows: [
          { number: 5, cells: ['A'] },
          { number: 6, cells: ['B', 'C', 'D'] },
        ],
      },
    });
  });

  it.each([
    ['', 'nothing'],
    ['\n;;\n', 'empty rows'],
    ['Kund;Avtal', 'headers only'],
  ])('is none in %j: %s', (text) => {
    expect(readCsvTable(text)).toEqual({ ok: false, failure: { kind: 'empty' } });
  });

  it('is refused above its bounds', () => {
    const { rows, columns, cellCharacters } = TABLE_BOUNDS;
    expect(readCsvTable(`a\n${'x\n'.repeat(rows)}`).ok).toBe(true);
    expect(readCsvTable(`a\n${'x\n'.repeat(rows + 1)}`)).toMatchObject({ failure: { kind: 'too-many-rows' } });
    expect(readCsvTable(`a\n${'\n'.repeat(20 * rows)}x`)).toMatchObject({ failure: { kind: 'too-many-rows' } });
    expect(readCsvTable(`a;b\nx${';'.repeat(columns)}`)).toMatchObject({
      failure: { kind: 'too-many-columns', row: 2 },
    });
    expect(readCsvTable(`a;b\n\n${'x'.repeat(cellCharacters + 1)}`)).toMatchObject({
      failure: { kind: 'cell-too-long', row: 3 },
    });
  });
});
