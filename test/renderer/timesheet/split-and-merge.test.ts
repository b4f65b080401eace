import { describe, expect, it } from 'vitest';
import { mergeObstacle, previewSplit } from '../../../src/renderer/src/features/timesheet/core-line';
import { proposeSplit, readSplitPoint } from '../../../src/renderer/src/features/timesheet/split-point';
import { at, line, stretch, ticketId } from './samples';

const DATE = '2026-11-25';

describe('where a line is split', () => {
  const timed = line(1, DATE, ['09:00-10:00', '11:00-12:00']);
  const typed = line(2, DATE, 5400);

  it('is a time of the clock inside a line that has times', () => {
    expect(readSplitPoint('9:30', timed)).toEqual({ kind: 'instant', at: at(DATE, '09:30') });
    expect(readSplitPoint('8:30', timed)).toBeNull();
    expect(readSplitPoint('30m', timed)).toBeNull();
  });

  it('is a length in a line that has none', () => {
    expect(readSplitPoint('30m', typed)).toEqual({ kind: 'after-seconds', seconds: 1800 });
    expect(readSplitPoint('9:30-10', typed)).toBeNull();
  });

  it('is proposed in the middle, on five minutes where they lie inside', () => {
    expect(proposeSplit(timed)).toBe('10:30');
    expect(proposeSplit(typed)).toBe('0:45');
    expect(proposeSplit(line(3, DATE, ['09:00-09:47']))).toBe('09:25');
    expect(proposeSplit(line(3, DATE, ['09:01-09:03']))).toBe('09:02');
  });

  it('gives two parts that add up', () => {
    const parts = previewSplit(timed, { kind: 'instant', at: at(DATE, '11:30') });
    expect(parts?.first).toMatchObject({
      intervals: [stretch(DATE, '09:00-10:00'), stretch(DATE, '11:00-11:30')],
      workedSeconds: 5400,
    });
    expect(parts?.second).toMatchObject({ intervals: [stretch(DATE, '11:30-12:00')], workedSeconds: 1800 });
    expect(previewSplit(typed, { kind: 'after-seconds', seconds: 5400 })).toBeNull();
  });
});

describe('lines that are to become one', () => {
  const first = line(1, DATE, ['09:00-10:00']);

  it('can, on one day and one ticket', () => {
    expect(mergeObstacle([first, line(2, DATE, ['11:00-12:00'])])).toBeNull();
  });

  it.each([
    ['nothing-to-merge', []],
    ['different-targets', [line(2, DATE, ['11:00-12:00'], { ticketId: ticketId(2) })]],
    ['different-days', [line(2, '2026-11-26', ['11:00-12:00'])]],
    ['different-decisions', [line(2, DATE, ['11:00-12:00'], { kindOfWork: 'bug-analysis' })]],
    ['different-times', [line(2, DATE, 1800)]],
    ['lines-overlap', [line(2, DATE, ['09:30-10:30'])]],
  ] as const)('cannot: %s', (obstacle, others) => {
    expect(mergeObstacle([first, ...others])).toBe(obstacle);
  });
});
