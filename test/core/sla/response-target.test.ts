import { currentTarget } from '@core/sla/response-target';
import { describe, expect, it } from 'vitest';
import { calendarWithHolidays, stockholm } from '../builders';

function target({ registered = '2026-11-23 09:00', begun = null as string | null, now = '' }) {
  return currentTarget({
    registeredAt: stockholm(registered),
    workBegunAt: begun === null ? null : stockholm(begun),
    now: stockholm(now === '' ? registered : now),
    calendar: calendarWithHolidays('2026-12-25'),
  });
}

describe('the target of an open ticket', () => {
  it('is a beginning "within 4 working hours" while nobody has begun', () => {
    expect(target({})).toEqual({
      kind: 'assignment',
      dueAt: stockholm('2026-11-23 13:00'),
      leftWorkingMinutes: 240,
    });
    expect(target({ registered: '2026-11-27 17:00' }).dueAt).toBe(stockholm('2026-11-30 10:00'));
  });

  it('counts from the next opening when it was registered at night', () => {
    expect(target({ registered: '2026-11-23 22:00', now: '2026-11-24 07:00' })).toMatchObject({
      dueAt: stockholm('2026-11-24 11:00'),
      leftWorkingMinutes: 240,
    });
  });

  it('is a resolution "within 2 working days" from the beginning of work', () => {
    expect(target({ begun: '2026-11-23 10:00', now: '2026-11-23 10:00' })).toEqual({
      kind: 'resolution',
      dueAt: stockholm('2026-11-25 10:00'),
      leftWorkingMinutes: 22 * 60,
    });
    expect(target({ begun: '2026-12-24 12:00' }).dueAt).toBe(stockholm('2026-12-29 12:00'));
  });

  it('is missed as soon as it is due, and then counts working time only', () => {
    expect(target({ now: '2026-11-23 12:59:30' }).leftWorkingMinutes).toBe(0);
    expect(target({ now: '2026-11-23 13:00:01' }).leftWorkingMinutes).toBe(-1);
    expect(target({ now: '2026-11-23 15:00' }).leftWorkingMinutes).toBe(-120);
    expect(target({ now: '2026-11-24 07:00' }).leftWorkingMinutes).toBe(-300);
  });

  it('loses no time over night', () => {
    expect(target({ registered: '2026-11-23 17:00', now: '2026-11-23 23:00' }).leftWorkingMinutes).toBe(180);
  });
});
