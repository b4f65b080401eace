import { callFormSchema, EMPTY_CALL_FORM, readPlaces } from '@core/ticket/call-form';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

describe('what a call is about', () => {
  it('finds numbers and addresses among other words, and takes what is neither for a name', () => {
    expect(readPlaces('order so0042 och inv/2026/00042, Kassa Lund; https://kund.se/odoo/sales/42')).toEqual([
      { kind: 'transaction', text: 'SO0042' },
      { kind: 'transaction', text: 'INV/2026/00042' },
      { kind: 'name', text: 'Kassa Lund' },
      { kind: 'address', text: 'https://kund.se/odoo/sales/42' },
    ]);
  });

  it('names each place once, and none where nothing is typed', () => {
    expect(readPlaces('S00042, s00042\nS00042')).toEqual([{ kind: 'transaction', text: 'S00042' }]);
    expect(readPlaces(' ,;\n ')).toEqual([]);
  });

  it('keeps no secret of an address', () => {
    const [place] = readPlaces('https://kund.se/odoo/sales/42?access_token=abc123');
    expect(place?.text).toMatch(/^https:\/\/kund\.se\/odoo\/sales\/42/);
    expect(place?.text).not.toContain('abc123');
  });

  it('never fails, and names nothing that is empty or longer than a reference can be', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 1200, unit: 'grapheme' }), (text) => {
        for (const place of readPlaces(text)) {
          expect(place.text.trim()).not.toBe('');
          expect(place.text.length).toBeLessThanOrEqual(500);
        }
      }),
    );
  });
});

it('reads a form of an older app as one that says nothing of what came later', () => {
  expect(callFormSchema.parse({ title: 'Kassan' })).toEqual({ ...EMPTY_CALL_FORM, title: 'Kassan' });
});
