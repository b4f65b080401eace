import { formatClockDuration, formatHoursMinutes } from '@core/time/duration-text';
import { describe, expect, it } from 'vitest';

describe('a duration as a stopwatch shows it', () => {
  it.each([
    [0, '0:00:00'],
    [59, '0:00:59'],
    [60, '0:01:00'],
    [6432, '1:47:12'],
    [6432.9, '1:47:12'],
    [360_000, '100:00:00'],
    [-5, '0:00:00'],
  ])('%d s reads %s', (seconds, text) => {
    expect(formatClockDuration(seconds)).toBe(text);
  });
});

describe('a duration in hours and minutes', () => {
  it('drops started minutes', () => {
    expect(formatHoursMinutes(11_159)).toEqual({ hours: 3, minutes: 5 });
    expect(formatHoursMinutes(-60)).toEqual({ hours: 0, minutes: 0 });
  });
});
