import { describe, expect, it } from 'vitest';
import {
  findOverlap,
  readTime,
  toLineTime,
  writeTime,
} from '../../../src/renderer/src/features/timesheet/time-reading';
import { day, line, lineId, stretch, timer } from './samples';

const DATE = '2026-11-25';

describe('a typed time', () => {
  it('is a stretch of the clock on its date', () => {
    const reading = readTime('0915-1045', DATE);
    expect(reading).toEqual({ kind: 'read', intervals: [stretch(DATE, '09:15-10:45')], workedSeconds: 5400 });
    if (reading.kind === 'read') {
      expect(toLineTime(reading)).toEqual({ kind: 'intervals', intervals: [stretch(DATE, '09:15-10:45')] });
    }
  });

  it('is a length without a clock time', () => {
    const reading = readTime('1,5h', DATE);
    expect(reading).toEqual({ kind: 'read', intervals: [], workedSeconds: 5400 });
    if (reading.kind === 'read') expect(toLineTime(reading)).toEqual({ kind: 'duration', workedSeconds: 5400 });
  });

  it('says why it means nothing, also on a night on which the hour is skipped', () => {
    expect(readTime('soon', DATE)).toEqual({ kind: 'problem', problem: { kind: 'not-a-time' } });
    expect(readTime('2:10-2:50', '2026-03-29')).toEqual({ kind: 'problem', problem: { kind: 'time-skipped' } });
  });

  it('is written so that it is read as the same', () => {
    expect(writeTime(line(1, DATE, ['09:15-10:45']))).toBe('09:15–10:45');
    expect(writeTime(line(1, DATE, 5400))).toBe('1:30');
    expect(writeTime(line(1, DATE, ['09:15-10:00', '10:30-11:15']))).toBe('1:30');
  });
});

describe('an overlap', () => {
  const taken = day(DATE, [line(1, DATE, ['09:00-10:00']), line(2, DATE, 1800)], {
    timers: [timer(7, DATE, ['13:00-14:00'])],
  });

  it('names what claims the time already, and what would be left', () => {
    const found = findOverlap([stretch(DATE, '09:30-13:30')], taken, null);
    expect(found?.lines.map(({ id }) => id)).toEqual([lineId(1)]);
    expect(found?.timers.map(({ ticketNumber }) => ticketNumber)).toEqual(['S-1007']);
    expect(found?.cut).toEqual([stretch(DATE, '10:00-13:00')]);
  });

  it('leaves nothing when the time is taken altogether', () => {
    expect(findOverlap([stretch(DATE, '09:10-09:50')], taken, null)?.cut).toEqual([]);
  });

  it('is none with the line itself, with what only touches, without a clock time, or on an unknown day', () => {
    expect(findOverlap([stretch(DATE, '09:10-09:50')], taken, lineId(1))).toBeNull();
    expect(findOverlap([stretch(DATE, '10:00-11:00')], taken, null)).toBeNull();
    expect(findOverlap([], taken, null)).toBeNull();
    expect(findOverlap([stretch(DATE, '09:10-09:50')], undefined, null)).toBeNull();
  });
});
