import { readDate } from '@core/imports/read-date';
import fc from 'fast-check';
import { expect, it } from 'vitest';

it.each([
  ['2026-11-24', '2026-11-24'],
  ['2026-11-24 13:05:00', '2026-11-24'],
  ['20261124', '2026-11-24'],
  ['2026/11/24', '2026-11-24'],
  ['24.11.2026', '2026-11-24'],
  ['3.4.2026', '2026-04-03'],
  ['24/11/2026', '2026-11-24'],
  ['11/24/2026', '2026-11-24'],
  ['4/4/2026', '2026-04-04'],
])('%s is %s', (text, date) => {
  expect(readDate(text)).toEqual({ kind: 'date', date });
});

it('does not choose between two readings', () => {
  expect(readDate('03/04/2026')).toEqual({ kind: 'ambiguous' });
});

it.each(['', '2026-02-30', '2026-13-01', '24 nov', '46327', '31.11.2026', '2026-11'])('%j is no date', (text) => {
  expect(readDate(text)).toEqual({ kind: 'not-a-date' });
});

it('reads every day back as it is written', () => {
  const day = fc.date({ min: new Date('1970-01-01'), max: new Date('2199-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(day, (at) => {
      const date = at.toISOString().slice(0, 10);
      expect(readDate(date)).toEqual({ kind: 'date', date });
    }),
  );
});
