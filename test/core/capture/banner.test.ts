import { computeBanner } from '@core/capture/banner';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

/** Every sign is half as wide as the font is high. */
function measureText(text: string, fontPx: number): number {
  return ([...text].length * fontPx) / 2;
}

function banner({
  address = 'https://erp.example/odoo/sales/42',
  title = '',
  ticketNumber = 'S-1042' as string | null,
  takenAtText = '2026-11-23 09:12',
  pictureWidth = 1280,
}) {
  return computeBanner({ address, title, ticketNumber, takenAtText, pictureWidth, measureText });
}

describe('the banner above a screen dump', () => {
  it('holds the address, and below it the title, the ticket and the time', () => {
    const { lines, heightPx, lineHeightPx, paddingPx } = banner({ title: 'Kassan' });
    expect(lines).toEqual(['https://erp.example/odoo/sales/42', 'Kassan · S-1042 · 2026-11-23 09:12']);
    expect(heightPx).toBe(2 * lineHeightPx + 2 * paddingPx);
  });

  it('wraps a long address behind a separator rather than cutting it', () => {
    const address = `https://erp.example/web#id=42&model=sale.order&view_type=form&menu_id=178`;
    const { lines } = banner({ address, pictureWidth: 320 });
    expect(lines.length).toBeGreaterThan(2);
    expect(lines.join('')).toContain(address);
    expect(lines[0]).toMatch(/[/&=#]$/);
  });

  it('grows with the number of lines', () => {
    const short = banner({ pictureWidth: 400 });
    const long = banner({ pictureWidth: 400, address: `https://erp.example/${'a'.repeat(300)}` });
    expect(long.heightPx - short.heightPx).toBe((long.lines.length - short.lines.length) * short.lineHeightPx);
    expect(long.heightPx).toBeGreaterThan(short.heightPx);
  });

  it('still holds ticket and time without an address, and the time without a ticket', () => {
    expect(banner({ address: '' }).lines).toEqual(['S-1042 · 2026-11-23 09:12']);
    expect(banner({ address: '', ticketNumber: null }).lines).toEqual(['2026-11-23 09:12']);
  });

  it('is written larger on larger pictures, within bounds', () => {
    expect([200, 1280, 1920, 8000].map((pictureWidth) => banner({ pictureWidth }).fontPx)).toEqual([12, 16, 24, 28]);
  });

  it('loses no sign of address and title, whatever they hold and however narrow the picture', () => {
    const words = fc.string({ unit: 'grapheme' });
    fc.assert(
      fc.property(words, words, fc.integer({ min: 1, max: 2000 }), (address, title, pictureWidth) => {
        const { lines, fontPx, paddingPx } = banner({
          address,
          title,
          pictureWidth,
          ticketNumber: null,
          takenAtText: '',
        });
        expect(lines.join('')).toBe(address + title);
        for (const line of lines) {
          const fits = measureText(line, fontPx) <= pictureWidth - 2 * paddingPx;
          expect(fits || [...line].length === 1).toBe(true);
        }
      }),
    );
  });
});
