import { type ClipboardMemory, clipboardAgeSeconds, isFreshFor, noteClipboard } from '@core/capture/clipboard-age';
import { addMs, instantFromEpochMs } from '@core/time/instant';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const START = instantFromEpochMs(1_800_000_000_000);
const at = (seconds: number) => addMs(START, seconds * 1000);

/** What is remembered after looks at these seconds, each of which found this text. */
function lookedAt(...looks: readonly (readonly [number, string])[]): ClipboardMemory {
  let memory: ClipboardMemory | null = null;
  for (const [seconds, text] of looks) memory = noteClipboard(memory, text, at(seconds));
  if (memory === null) throw new Error('Nobody looked');
  return memory;
}

describe('the age of what is in the clipboard', () => {
  it('is unknown for what was there before anybody looked, however long one looks', () => {
    const memory = lookedAt([0, 'a'], [1, 'a'], [2, 'a']);
    expect(clipboardAgeSeconds(memory, at(500))).toBeNull();
    expect(isFreshFor(memory, at(2))).toBe(false);
  });

  it('counts from the last look without it: it is never said to be younger than it is', () => {
    expect(clipboardAgeSeconds(lookedAt([0, 'a'], [1, 'b'], [2, 'b']), at(30))).toBe(30);
    // Nobody looked while the screen was locked.
    expect(clipboardAgeSeconds(lookedAt([0, 'a'], [900, 'b']), at(910))).toBe(910);
  });

  it('counts anew when the same is copied again after something else', () => {
    expect(clipboardAgeSeconds(lookedAt([0, 'a'], [1, 'b'], [60, 'a']), at(70))).toBe(69);
  });

  it('is unknown when the clock was set back', () => {
    expect(clipboardAgeSeconds(lookedAt([0, 'a'], [1, 'b']), at(-3_600))).toBeNull();
  });

  it('is never below the truth, whenever it came and however often somebody looked', () => {
    const looks = fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(looks, fc.integer({ min: 0, max: 400 }), fc.integer({ min: 400, max: 600 }), (times, came, asked) => {
        const sorted = [...times].sort((a, b) => a - b);
        const memory = lookedAt(...sorted.map((time) => [time, time < came ? 'before' : 'copied'] as const));
        fc.pre(memory.fingerprint === 'copied');
        const age = clipboardAgeSeconds(memory, at(asked));
        if (age !== null) expect(age).toBeGreaterThanOrEqual(asked - came);
        if (isFreshFor(memory, at(asked))) expect(asked - came).toBeLessThanOrEqual(120);
      }),
    );
  });
});

describe('an address in the clipboard belongs to a screen dump', () => {
  const memory = lookedAt([99, ''], [100, 'https://erp.example/odoo']);

  it.each([
    [100, true],
    [219, true],
    [220, false],
    [400, false],
    // Copied after the picture was taken: somebody went back to the browser for it.
    [0, true],
    [-21, false],
  ])('taken at second %i, when it came at 99 to 100: %s', (takenAt, isFresh) => {
    expect(isFreshFor(memory, at(takenAt))).toBe(isFresh);
  });

  it('not if nobody knows on which side of two minutes it came', () => {
    expect(isFreshFor(lookedAt([0, ''], [300, 'https://erp.example/odoo']), at(301))).toBe(false);
  });
});
