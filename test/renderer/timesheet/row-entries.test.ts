import { expect, it } from 'vitest';
import { rowsOf } from '../../../src/renderer/src/features/timesheet/row-entries';
import { day, line, stretch } from './samples';

const DATE = '2026-11-25';

it('puts the gaps of a day between its lines, and lines without a clock time behind both', () => {
  const [first, second, typed] = [line(1, DATE, ['08:00-09:00']), line(2, DATE, ['10:00-11:00']), line(3, DATE, 1800)];
  const [early, late] = [stretch(DATE, '09:00-10:00'), stretch(DATE, '11:00-11:30')];
  const rows = rowsOf(day(DATE, [first, second, typed], { gaps: [early, late] }));
  expect(rows).toEqual([
    { kind: 'line', line: first },
    { kind: 'gap', gap: early },
    { kind: 'line', line: second },
    { kind: 'gap', gap: late },
    { kind: 'line', line: typed },
  ]);
  expect(rowsOf(day(DATE, [], { gaps: [early] }))).toEqual([{ kind: 'gap', gap: early }]);
});
