import { formatHoursInput, parseHours } from '@core/time/hours-text';
import { describe, expect, it } from 'vitest';

describe('hours', () => {
  it.each([
    ['26', 1560],
    ['26 h', 1560],
    ['26,5', 1590],
    ['26.25', 1575],
    ['26:30', 1590],
    ['4 timmar', 240],
    ['0,1', 6],
  ])('reads %s', (text, minutes) => {
    expect(parseHours(text)).toBe(minutes);
  });

  it.each(['', '0', 'tio', '26:60', '1.234', '-3', '10001'])('reads nothing in %j', (text) => {
    expect(parseHours(text)).toBeNull();
  });

  it('reads back what it writes into a field', () => {
    for (const minutes of [1, 59, 60, 61, 600, 1515, 600_000]) {
      expect(parseHours(formatHoursInput(minutes))).toBe(minutes);
    }
  });
});
