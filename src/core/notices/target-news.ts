import type { TicketId } from '../ids';
import { currentTarget } from '../sla/response-target';
import { type Pause, ranMilliseconds } from '../sla/target-clock';
import type { SupportLine } from '../sla/targets';
import type { TicketState } from '../ticket/ticket';
import type { Instant } from '../time/instant';
import type { WorkingCalendar } from '../time/working-hours';
import type { TargetNews } from './news';

const MS_PER_MINUTE = 60_000;

/**
 * Whether the response target of a ticket is close (`leadMinutes` of working time, or fewer, are left) or missed; null
 * where it is neither, and for every ticket that is not being worked on. What was so already at `newsSince`, when this
 * portal was first here, is no news.
 */
export function targetNewsOf({
  ticket,
  workBegunAt,
  now,
  newsSince,
  leadMinutes,
  calendar,
  pauses = [],
  line = 'first',
}: {
  ticket: { readonly id: TicketId; readonly state: TicketState; readonly registeredAt: Instant };
  workBegunAt: Instant | null;
  now: Instant;
  newsSince: Instant;
  leadMinutes: number;
  calendar: WorkingCalendar;
  pauses?: readonly Pause[];
  line?: SupportLine;
}): TargetNews | null {
  if (ticket.state !== 'working') return null;
  const { registeredAt } = ticket;
  const target = currentTarget({ registeredAt, workBegunAt, now, calendar, pauses, line });
  const { kind, dueAt, leftWorkingMinutes } = target;
  const news = { ticketId: ticket.id, target: kind, dueAt };
  if (leftWorkingMinutes < 0) return dueAt > newsSince ? { kind: 'target-overdue', ...news } : null;
  if (leftWorkingMinutes > leadMinutes) return null;
  const leftAtFirst = Math.floor(ranMilliseconds(newsSince, dueAt, pauses, calendar) / MS_PER_MINUTE);
  const wasSoon = leftAtFirst <= leadMinutes;
  return wasSoon ? null : { kind: 'target-soon', ...news };
}
