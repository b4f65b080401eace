import type { GreyPicture } from '@core/capture/raster';
import type { Ink } from '@core/capture/sign-ink';
import { compareSigns, type InkedSign } from '@core/capture/sign-likeness';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

/** A typeface of its own, five pixels wide and high; # is ink. */
const TYPEFACE: Readonly<Record<string, string>> = {
  c: '.###. #.... #.... #.... .###.',
  e: '.###. #...# ##### #.... .###.',
  a: '.###. ....# .#### #...# .####',
  x: '#...# .#.#. ..#.. .#.#. #...#',
  z: '##### ...#. ..#.. .#... #####',
};
const SIZE = 5;
const ADVANCE = 8;

/** A text as it is drawn, with what was read in the place of each of its signs. */
function setOut(drawn: string, read: string, darkness = 255): { picture: GreyPicture; signs: InkedSign[] } {
  const width = drawn.length * ADVANCE;
  const values = new Uint8Array(width * SIZE).fill(255);
  const signs = [...drawn].map((sign, index): InkedSign => {
    const rows = (TYPEFACE[sign] ?? '').split(' ');
    const pixels = rows.flatMap((row, y) =>
      [...row].flatMap((ink, x): [number, number][] => (ink === '#' ? [[index * ADVANCE + x, y]] : [])),
    );
    // The latter half is paler, as browsers show what follows the host.
    for (const [x, y] of pixels) values[y * width + x] = index * 2 >= drawn.length ? 255 - darkness : 0;
    const columns = pixels.map(([x]) => x);
    const ink: Ink = { left: Math.min(...columns), right: Math.max(...columns), top: 0, bottom: SIZE - 1, pixels };
    return { text: read[index] ?? '', ink };
  });
  return { picture: { width, height: SIZE, values }, signs };
}

const verdictsOn = (drawn: string, read: string, darkness?: number) => {
  const { picture, signs } = setOut(drawn, read, darkness);
  return compareSigns(picture, signs);
};

describe('the signs of a text held against each other', () => {
  it('have nothing to say of what was read right, in whatever darkness', () => {
    const text = fc.string({ unit: fc.constantFrom(...Object.keys(TYPEFACE)), minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(text, fc.integer({ min: 150, max: 255 }), (drawn, darkness) => {
        expect(verdictsOn(drawn, drawn, darkness).every(({ kind }) => kind === 'no-matter')).toBe(true);
      }),
    );
  });

  it('take a sign for what the others were read as that look the same', () => {
    expect(verdictsOn('cxcace', 'excace')[0]).toEqual({ kind: 'is', text: 'c' });
  });

  it('settle one against one by who has likes that look different elsewhere', () => {
    // Two c, one of them read as e; the real e beside them shows what an e looks like.
    expect(verdictsOn('cxxec', 'exxec')[0]).toEqual({ kind: 'is', text: 'c' });
  });

  it('doubt what is like none that was read as the same', () => {
    expect(verdictsOn('exexc', 'exexe')[4]).toEqual({ kind: 'unlike' });
  });

  it('leave open one against one where nothing speaks for either', () => {
    expect(verdictsOn('cxcz', 'exaz').map(({ kind }) => kind)).toEqual(['open', 'no-matter', 'open', 'no-matter']);
  });

  it('have nothing to say of signs that touch', () => {
    const { picture, signs } = setOut('cxcec', 'excec');
    const [first, ...others] = signs;
    const wide = { ...first, text: 'e', ink: first?.ink ? { ...first.ink, right: ADVANCE } : null };
    expect(compareSigns(picture, [wide, ...others])[0]).toEqual({ kind: 'no-matter' });
  });
});
