import { instantFromEpochMs } from '@core/time/instant';
import { describe, expect, it } from 'vitest';
import { instantsShowing, minuteOfDay, readClockText } from '../../../src/renderer/src/ui/clock-text';

const at = (text: string) => instantFromEpochMs(Date.parse(text));

describe('a time of the day', () => {
  it.each([
    ['9:15', 555],
    ['9.15', 555],
    ['0915', 555],
    ['915', 555],
    ['9', 540],
    [' kl 9 ', 540],
    ['00:00', 0],
    ['23:59', 1439],
  ])('is read from %j', (text, minute) => {
    expect(readClockText(text)).toBe(minute);
  });

  it.each(['', '25:00', '9:75', '9:1', '1h30', '9-10', '9:15-10:45', 'noon', '9 pm'])('is not read from %j', (text) => {
    expect(readClockText(text)).toBeNull();
  });

  it('is what the clocks in Stockholm show', () => {
    expect(minuteOfDay(at('2026-11-25T08:15:00Z'))).toBe(555);
    expect(minuteOfDay(at('2026-07-01T07:15:00Z'))).toBe(555);
  });
});

describe('the instants at which a time is shown in a stretch', () => {
  const from = at('2026-11-25T15:00:00Z');

  it('is one inside a stretch of a day or less', () => {
    expect(instantsShowing(17 * 60, from, at('2026-11-26T07:00:00Z'))).toEqual([at('2026-11-25T16:00:00Z')]);
    expect(instantsShowing(7 * 60, from, at('2026-11-26T07:00:00Z'))).toEqual([at('2026-11-26T06:00:00Z')]);
  });

  it('is one on each day of a longer one', () => {
    expect(instantsShowing(7 * 60, from, at('2026-11-28T07:00:00Z'))).toEqual([
      at('2026-11-26T06:00:00Z'),
      at('2026-11-27T06:00:00Z'),
      at('2026-11-28T06:00:00Z'),
    ]);
  });

  it('is none at its ends: nothing would be left of one part', () => {
    expect(instantsShowing(16 * 60, from, at('2026-11-25T16:00:00Z'))).toEqual([]);
    expect(instantsShowing(17 * 60, from, at('2026-11-25T16:00:00Z'))).toEqual([]);
  });
});
