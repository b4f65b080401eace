import { describe, expect, it } from 'vitest';
import { moveInSheet, orderOf } from '../../../src/renderer/src/features/timesheet/sheet-moves';
import { day, line, lineId } from './samples';

const MONDAY = '2026-11-23';
const TUESDAY = '2026-11-24';
const WEDNESDAY = '2026-11-25';
const days = [
  day(MONDAY, [line(1, MONDAY, ['08:00-09:00']), line(2, MONDAY, ['13:00-14:00']), line(3, MONDAY, 1800)]),
  day(TUESDAY, [line(4, TUESDAY, ['12:30-14:00']), line(5, TUESDAY, ['16:00-17:00'])]),
  day(WEDNESDAY, []),
];

describe('walking through the timesheet', () => {
  it('goes along the lines of a day and stops at its ends', () => {
    expect(moveInSheet('ArrowDown', { date: MONDAY, lineId: lineId(1) }, days)?.lineId).toBe(lineId(2));
    expect(moveInSheet('ArrowDown', { date: MONDAY, lineId: lineId(3) }, days)?.lineId).toBe(lineId(3));
    expect(moveInSheet('ArrowUp', { date: MONDAY, lineId: lineId(1) }, days)?.lineId).toBe(lineId(1));
    expect(moveInSheet('Home', { date: MONDAY, lineId: lineId(3) }, days)?.lineId).toBe(lineId(1));
    expect(moveInSheet('End', { date: MONDAY, lineId: lineId(1) }, days)?.lineId).toBe(lineId(3));
  });

  it('begins at the near end of a day on which no line is chosen', () => {
    expect(moveInSheet('ArrowDown', { date: MONDAY, lineId: null }, days)?.lineId).toBe(lineId(1));
    expect(moveInSheet('ArrowUp', { date: MONDAY, lineId: null }, days)?.lineId).toBe(lineId(3));
  });

  it('goes to the line of the other day that is nearest in time', () => {
    expect(moveInSheet('ArrowRight', { date: MONDAY, lineId: lineId(2) }, days)).toEqual({
      date: TUESDAY,
      lineId: lineId(4),
    });
    expect(moveInSheet('ArrowRight', { date: MONDAY, lineId: lineId(3) }, days)?.lineId).toBe(lineId(5));
    expect(moveInSheet('ArrowLeft', { date: TUESDAY, lineId: lineId(5) }, days)?.lineId).toBe(lineId(2));
  });

  it('goes to the day itself where there is no line, and beyond the week', () => {
    expect(moveInSheet('ArrowRight', { date: TUESDAY, lineId: lineId(4) }, days)).toEqual({
      date: WEDNESDAY,
      lineId: null,
    });
    expect(moveInSheet('ArrowLeft', { date: MONDAY, lineId: lineId(1) }, days)).toEqual({
      date: '2026-11-22',
      lineId: null,
    });
    expect(moveInSheet('ArrowRight', { date: MONDAY, lineId: null }, days)).toEqual({ date: TUESDAY, lineId: null });
  });

  it('stays where it is on an empty day and for other keys', () => {
    expect(moveInSheet('ArrowDown', { date: WEDNESDAY, lineId: null }, days)).toBeNull();
    expect(moveInSheet('x', { date: MONDAY, lineId: lineId(1) }, days)).toBeNull();
  });

  it('has one order for all days', () => {
    expect(orderOf(days)).toEqual([1, 2, 3, 4, 5].map(lineId));
  });
});
