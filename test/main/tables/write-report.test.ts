import type { ReportDocument } from '@core/reports/report-document';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTable } from '../../../src/main/platform/tables/read-table';
import { writeCsv } from '../../../src/main/platform/tables/write-csv';
import { writeXlsx } from '../../../src/main/platform/tables/write-xlsx';
import { expectValue } from '../../support/portal-bench';

function report(language: 'sv' | 'en', customers: readonly string[]): ReportDocument {
  return {
    title: 'Timmar',
    subtitle: 'november 2026',
    language,
    tables: [
      {
        title: 'Per kund: ”alla”?',
        note: '',
        columns: [
          { header: 'Kund', kind: 'text' },
          { header: 'Arbetat', kind: 'seconds' },
          { header: 'Ärenden', kind: 'count' },
        ],
        rows: customers.map((name) => [name, 5400, 2]),
        sums: ['Summa', 5400 * customers.length, null],
      },
    ],
  };
}

const textOf = (bytes: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

describe('a report as separated cells', () => {
  it('is what a Swedish spreadsheet reads: hours with a comma, columns with semicolons', () => {
    expect(textOf(writeCsv(report('sv', ['Åkes; Bygg AB'])))).toBe(
      '\ufeffPer kund: ”alla”?\r\nKund;Arbetat (h);Ärenden\r\n"Åkes; Bygg AB";1,5;2\r\nSumma;1,5;\r\n',
    );
  });

  it('is what an English spreadsheet reads', () => {
    expect(textOf(writeCsv(report('en', ['Åkes Bygg AB'])))).toContain('\r\nÅkes Bygg AB,1.5,2\r\n');
  });

  it('holds no formula, whatever a customer is called', () => {
    const text = textOf(writeCsv(report('sv', ['=HYPERLINK("http://x")', '@SUM(A1)', '+1', '-1'])));
    for (const line of text.split('\r\n')) expect(line).not.toMatch(/^"?[=@+-]/);
  });
});

describe('a report as a workbook', () => {
  it('is read back cell by cell', async () => {
    const table = expectValue(await readTable(await writeXlsx(report('sv', ['Åkes Bygg AB', '=1+1']))));
    expect(table.headers).toEqual(['Kund', 'Arbetat (h)', 'Ärenden']);
    expect(table.rows.map(({ cells }) => cells)).toEqual([
      ['Åkes Bygg AB', '1.5', '2'],
      ['=1+1', '1.5', '2'],
      ['Summa', '3', ''],
    ]);
  });

  it('opens also where a customer is called as what every object has', async () => {
    const names = ['constructor', 'toString', '__proto__'];
    const table = expectValue(await readTable(await writeXlsx(report('sv', names))));
    expect(table.rows.map(({ cells }) => cells[0]?.replace('\u200b', ''))).toEqual([...names, 'Summa']);
  });

  it('opens whatever the tables and customers are called', async () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(text, text, async (title, customer) => {
        const [table] = report('sv', [customer]).tables;
        if (!table) throw new Error('no table');
        const bytes = await writeXlsx({
          ...report('sv', []),
          tables: [
            { ...table, title },
            { ...table, title },
          ],
        });
        const read = expectValue(await readTable(bytes));
        expect(read.rows).toHaveLength(2);
      }),
      { numRuns: 40 },
    );
  });
});
