import { currentTarget } from '@core/sla/response-target';
import type { SupportLine } from '@core/sla/targets';
import { describe, expect, it } from 'vitest';
import { calendarWithHolidays, stockholm } from '../builders';

function target({
  registered = '2026-11-23 09:00',
  begun = null as string | null,
  now = '',
  waits = [] as [from: string, until: string | null][],
  line = 'first' as SupportLine,
}) {
  return currentTarget({
    registeredAt: stockholm(registered),
    workBegunAt: begun === null ? null : stockholm(begun),
    now: stockholm(now === '' ? registered : now),
    calendar: calendarWithHolidays('2026-12-25'),
    pauses: waits.map(([from, until]) => ({ from: stockholm(from), until: until === null ? null : stockholm(until) })),
    line,
  });
}

describe('the target of an open ticket', () => {
  it('is a beginning "within 4 working hours" while nobody has begun', () => {
    expect(target({})).toMatchObject({
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
    expect(target({ begun: '2026-11-23 10:00', now: '2026-11-23 10:00' })).toMatchObject({
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

  it('is a resolution "within 10 working days" in second line, from the same beginning', () => {
    expect(target({ begun: '2026-11-23 10:00', line: 'second' })).toMatchObject({
      kind: 'resolution',
      line: 'second',
      dueAt: stockholm('2026-12-07 10:00'),
    });
    expect(target({ line: 'second' }).kind).toBe('assignment');
  });

  it('counts from the registration where work was recorded from before it', () => {
    expect(target({ registered: '2026-11-23 09:00', begun: '2026-11-23 08:30' }).dueAt).toBe(
      stockholm('2026-11-25 09:00'),
    );
  });

  it('does not count "time while waiting for the customer", and says how much that was', () => {
    const begun = '2026-11-23 10:00';
    const waited = target({ begun, now: '2026-11-24 12:00', waits: [['2026-11-23 15:00', '2026-11-24 09:00']] });
    // Three hours on Monday and two on Tuesday.
    expect(waited).toMatchObject({ dueAt: stockholm('2026-11-25 15:00'), isPaused: false, pausedWorkingMinutes: 300 });
  });

  it('stands still while the ticket waits: due moves along, and what is left stays', () => {
    const begun = '2026-11-23 10:00';
    const waits: [string, null][] = [['2026-11-23 15:00', null]];
    const first = target({ begun, now: '2026-11-23 16:00', waits });
    const later = target({ begun, now: '2026-11-26 16:00', waits });
    expect(first).toMatchObject({ isPaused: true, leftWorkingMinutes: 17 * 60, dueAt: stockholm('2026-11-25 11:00') });
    expect(later).toMatchObject({ isPaused: true, leftWorkingMinutes: 17 * 60, dueAt: stockholm('2026-11-30 11:00') });
  });

  it('is not saved by a pause that began when it was missed already', () => {
    const missed = target({ begun: '2026-11-23 10:00', now: '2026-11-27 10:00', waits: [['2026-11-26 10:00', null]] });
    expect(missed).toMatchObject({ dueAt: stockholm('2026-11-25 10:00') });
    expect(missed.leftWorkingMinutes).toBeLessThan(0);
  });
});
