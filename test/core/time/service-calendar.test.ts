import {
  calendarForCustomer,
  createServiceCalendar,
  followServiceRules,
  type ServiceRules,
} from '@core/time/service-calendar';
import { dayNumberOfDate, isServiceOpen, serviceHoursOn, workingMillisecondsBetween } from '@core/time/working-hours';
import { describe, expect, it } from 'vitest';
import { HOUR, stockholm } from '../builders';

const NO_RULES: ServiceRules = { closesOnEves: false, closedDays: [] };

describe('the calendar of the service', () => {
  it('is open on the eves, which "are not public holidays", unless somebody closes them', () => {
    for (const eve of ['2026-06-19', '2026-12-24', '2026-12-31']) {
      expect(createServiceCalendar(NO_RULES).isWorkingDay(dayNumberOfDate(eve))).toBe(true);
      expect(createServiceCalendar({ ...NO_RULES, closesOnEves: true }).isWorkingDay(dayNumberOfDate(eve))).toBe(false);
    }
  });

  it('is closed on the firm’s own closed days', () => {
    const calendar = createServiceCalendar({ ...NO_RULES, closedDays: ['2026-05-15'] });
    expect(serviceHoursOn('2026-05-15', calendar)).toBeNull();
    expect(serviceHoursOn('2026-05-18', calendar)).not.toBeNull();
  });

  it('has a customer’s own hours and closed days, and the firm’s closed days too', () => {
    const firm = createServiceCalendar({ ...NO_RULES, closedDays: ['2026-11-25'] });
    const calendar = calendarForCustomer(firm, {
      opensAtMinute: 8 * 60 + 30,
      closesAtMinute: 16 * 60,
      closedDays: ['2026-11-24'],
    });
    expect(isServiceOpen(stockholm('2026-11-23 08:29'), calendar)).toBe(false);
    expect(isServiceOpen(stockholm('2026-11-23 08:30'), calendar)).toBe(true);
    expect(isServiceOpen(stockholm('2026-11-23 16:00'), calendar)).toBe(false);
    const week = workingMillisecondsBetween(stockholm('2026-11-23 00:00'), stockholm('2026-11-28 00:00'), calendar);
    expect(week).toBe(3 * 7.5 * HOUR);
  });

  it('can be open all day and night', () => {
    const calendar = calendarForCustomer(createServiceCalendar(NO_RULES), {
      opensAtMinute: 0,
      closesAtMinute: 24 * 60,
      closedDays: [],
    });
    expect(workingMillisecondsBetween(stockholm('2026-11-23 00:00'), stockholm('2026-11-25 06:00'), calendar)).toBe(
      54 * HOUR,
    );
  });

  it('follows other rules from the moment at which it is told of them', () => {
    const calendar = followServiceRules(NO_RULES);
    const day = dayNumberOfDate('2026-12-24');
    expect(calendar.isWorkingDay(day)).toBe(true);
    calendar.follow({ closesOnEves: true, closedDays: ['2026-12-28'] });
    expect(calendar.isWorkingDay(day)).toBe(false);
    expect(calendar.isWorkingDay(dayNumberOfDate('2026-12-28'))).toBe(false);
  });
});
