import { findSeparator, parseCsv, readCsvTable } from '@core/tables/csv';
import { TABLE_BOUNDS } from '@core/tables/table';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const SEPARATORS = [';', ',', '\t'] as const;

function written(rows: readonly (readonly string[])[], separator: string, lineBreak: string): string {
  const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
  return rows.map((row) => row.map(quoted).join(separator)).join(lineBreak);
}

const cell = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 12 }), fc.stringMatching(/^[;,"\t\r\nå1 ]{0,6}$/));

describe('rows of separated cells', () => {
  it('are read back as they were written, whatever stands in the cells', () => {
    const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(rows, fc.constantFrom(...SEPARATORS), fc.constantFrom('\n', '\r\n', '\r'), (all, separator, end) => {
        expect(parseCsv(written(all, separator, end), separator)).toEqual({ ok: true, value: all });
        expect(parseCsv(`${written(all, separator, end)}${end}`, separator)).toEqual({ ok: true, value: all });
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

  it('may hold quotes in the middle, and text behind a quoted part', () => {
    expect(parseCsv('5" skärm;"a"b;\n', ';')).toEqual({ ok: true, value: [['5" skärm', 'ab', '']] });
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
    ['Kund;Timmar\nAlfa AB;1,5\nBeta AB;2,25', ';'],
    ['Kund;Adress\nAlfa AB;"Gatan 1, Lund"\nBeta, Gamma AB;Torget', ';'],
    ['Customer,Hours,Note\nAlfa,1.5,"a;b;c"\nBeta,2.5,', ','],
    ['Customer\tHours\nAlfa, Inc\t1,5\nBeta, Inc\t2,5', '\t'],
    ['Kund\nAlfa', ';'],
  ])('of %j is %j', (text, separator) => {
    expect(findSeparator(text)).toBe(separator);
  });

  it('is found from what is written with it', () => {
    const row = fc.array(fc.stringMatching(/^[a-zåäö]{1,8}$/), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(row, { minLength: 2, maxLength: 9 }), fc.constantFrom(...SEPARATORS), (rows, separator) => {
        expect(findSeparator(rows.map((cells) => cells.join(separator)).join('\r\n'))).toBe(separator);
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
