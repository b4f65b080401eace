import { cellText, cellValue, type ReportDocument, valueHeader } from '@core/reports/report-document';
import { reportHtml } from '@core/reports/report-html';
import { workDoneDocument } from '@core/reports/work-done';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

describe('a cell', () => {
  it('is read as a person says it', () => {
    expect(cellText(3 * 3600 + 5 * 60 + 59, 'seconds')).toBe('3\u00a0h\u00a005');
    expect(cellText(30, 'minutes')).toBe('30\u00a0min');
    expect(cellText(79.9, 'percent')).toBe('79\u00a0%');
    expect(cellText(null, 'seconds')).toBe('');
  });

  it('is hours in a spreadsheet, whose header says so', () => {
    expect(cellValue(5400, 'seconds')).toBe(1.5);
    expect(cellValue(20, 'minutes')).toBe(0.33);
    expect(cellValue(200 / 3, 'percent')).toBe(66.6);
    expect(cellValue(79.99, 'percent')).toBe(79.9);
    expect(cellValue('Exempel AB', 'text')).toBe('Exempel AB');
    expect(valueHeader({ header: 'Worked', kind: 'seconds' })).toBe('Worked (h)');
    expect(valueHeader({ header: 'Tickets', kind: 'count' })).toBe('Tickets');
  });
});

describe('a document as a page', () => {
  const document = (text: string): ReportDocument => ({
    title: text,
    subtitle: text,
    language: 'sv',
    tables: [{ title: text, note: text, columns: [{ header: text, kind: 'text' }], rows: [[text]], sums: [text] }],
  });

  it('writes every text as text, whatever stands in it', () => {
    const html = reportHtml(document('<script>alert("x")</script>'));
    expect(html).not.toContain('<script');
    // The title of the page, its heading, the line below, and heading, note, header, cell and sum of the table.
    expect(html.split('&lt;script&gt;').length - 1).toBe(8);
  });

  it('has no more tags than one without words, whatever the words are', () => {
    const tagsOf = (html: string) => html.match(/<[a-z/!][^>]*>/gi)?.length;
    const plain = tagsOf(reportHtml(document('x')));
    fc.assert(fc.property(fc.string({ minLength: 1 }), (text) => tagsOf(reportHtml(document(text))) === plain));
  });
});

describe('work done on a ticket, for its customer', () => {
  const done = {
    ticketNumber: 'S-1042',
    ticketTitle: 'Order går inte att bekräfta',
    customerName: 'Exempel AB',
    lines: [
      { date: '2026-11-25', employeeName: 'Maja Lindqvist', description: '', workedSeconds: 1800 },
      { date: '2026-11-24', employeeName: 'Oskar Berg', description: 'Felsökning', workedSeconds: 3600 },
      { date: '2026-11-26', employeeName: 'Maja Lindqvist', description: 'Väntar på godkännande', workedSeconds: 0 },
    ],
  };

  it('tells descriptions and time, the oldest first, and nothing that waits for approval', () => {
    const [table] = workDoneDocument(done, 'sv').tables;
    expect(table?.rows).toEqual([
      ['2026-11-24', 'Oskar Berg', 'Felsökning', 3600],
      ['2026-11-25', 'Maja Lindqvist', '(ingen beskrivning)', 1800],
    ]);
    expect(table?.sums).toEqual(['Summa', null, null, 5400]);
  });

  it('is in the language it is asked for', () => {
    expect(workDoneDocument(done, 'en').title).toBe('Work done, ticket S-1042');
    expect(workDoneDocument({ ...done, customerName: null }, 'sv').subtitle).toBe('Order går inte att bekräfta');
  });
});
