import { createSwedishHolidays } from './swedish-holidays';
import { createWorkingCalendar, dayNumberOfDate, type ServiceHours, type WorkingCalendar } from './working-hours';

/** When service is closed beside weekends and public holidays. */
export interface ServiceRules {
  /** Whether Midsummer Eve, Christmas Eve and New Year's Eve are closed. They are no public holidays. */
  readonly closesOnEves: boolean;
  /** Other days without service, as Stockholm dates. */
  readonly closedDays: readonly string[];
}

/** What was agreed with one customer: its own hours, and days closed beside everybody's. */
export interface CustomerService extends ServiceHours {
  readonly closedDays: readonly string[];
}

/**
 * The firm's calendar: Monday to Friday except Swedish public holidays and its own closed days. Source: 000, "Hours of
 * service"; that the eves are open unless somebody closes them is our reading.
 */
export function createServiceCalendar({ closesOnEves, closedDays }: ServiceRules): WorkingCalendar {
  const isHoliday = createSwedishHolidays({ includesEves: closesOnEves });
  const closed = new Set(closedDays);
  return createWorkingCalendar((date) => isHoliday(date) || closed.has(date));
}

/** The calendar of a customer: the firm's days without those closed for the customer, at the customer's hours. */
export function calendarForCustomer(
  firm: WorkingCalendar,
  { opensAtMinute, closesAtMinute, closedDays }: CustomerService,
): WorkingCalendar {
  const closed = new Set(closedDays.map(dayNumberOfDate));
  return {
    isWorkingDay: (dayNumber) => firm.isWorkingDay(dayNumber) && !closed.has(dayNumber),
    hours: { opensAtMinute, closesAtMinute },
  };
}

/** A calendar that can be told of other rules while it is in use. */
export interface ServiceCalendar extends WorkingCalendar {
  follow(rules: ServiceRules): void;
}

/** The calendar of these rules, until it is told to follow others. */
export function followServiceRules(rules: ServiceRules): ServiceCalendar {
  let current = createServiceCalendar(rules);
  return {
    isWorkingDay: (dayNumber) => current.isWorkingDay(dayNumber),
    follow: (changed) => {
      current = createServiceCalendar(changed);
    },
  };
}
