import { EXPORT_FORMATS, fileNameOf, withJpegComment } from '@core/capture/export-file';
import { instantFromEpochMs } from '@core/time/instant';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const takenAt = instantFromEpochMs(Date.UTC(2026, 10, 26, 14, 9, 5));

describe('the name of an exported file', () => {
  it('tells ticket, title and when it was taken in Stockholm', () => {
    expect(fileNameOf({ ticketNumber: 'S-1054', title: 'Fel moms', takenAt }, 'jpeg')).toBe(
      'S-1054 Fel moms 2026-11-26 15.09.05.jpg',
    );
    expect(fileNameOf({ ticketNumber: null, title: '', takenAt }, 'pdf')).toBe('Fyra 2026-11-26 15.09.05.pdf');
  });

  it('is a name on every system and never a path, whatever the title is', () => {
    const anyTitle = fc.string({ unit: 'binary', maxLength: 400 });
    fc.assert(
      fc.property(anyTitle, fc.option(anyTitle), fc.constantFrom(...EXPORT_FORMATS), (title, ticketNumber, format) => {
        const name = fileNameOf({ ticketNumber, title, takenAt }, format);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
        expect(name).not.toMatch(/[\\/:*?"<>|\u0000-\u001f]/);
        expect(name).toMatch(/^[^.\s]/);
        expect([...name].length).toBeLessThanOrEqual(150);
      }),
    );
  });
});

describe('a JPEG with a comment', () => {
  it('has it directly after its start, and is otherwise the same', () => {
    const jpeg = Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 1, 2, 3);
    const named = withJpegComment(jpeg, [
      { keyword: 'Title', text: 'Åäö' },
      { keyword: 'Ticket', text: 'S-1' },
    ]);
    const words = new TextEncoder().encode('Title: Åäö\nTicket: S-1');
    expect([...named]).toEqual([0xff, 0xd8, 0xff, 0xfe, 0, words.length + 2, ...words, ...jpeg.subarray(2)]);
  });
});
