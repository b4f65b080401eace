import { assertNever } from '../assert-never';
import type { TicketState } from '../ticket/ticket';
import type { Instant } from '../time/instant';
import { isServiceOpen, type WorkingCalendar } from '../time/working-hours';
import type { BroughtNews, DueNews, News, NewsKind } from './news';

/** Which news a person wants to be told of, and when. */
export interface NewsSettings {
  readonly notifyNewTickets: boolean;
  readonly notifyReplies: boolean;
  /** Escalated and time-critical tickets. */
  readonly notifyEscalations: boolean;
  readonly notifyTargets: boolean;
  readonly notifyOutsideServiceHours: boolean;
  /** So much working time before a target is due it is told of. */
  readonly targetLeadMinutes: number;
}

/** News that nobody was told of yet, with what has become of its ticket since. */
export interface WaitingNews extends BroughtNews {
  /** Whether somebody has opened the ticket since the news came. */
  readonly isOpened: boolean;
  readonly isAssignedToMe: boolean;
  readonly state: TicketState;
}

export interface NewsPlan {
  /** To be told now, all in one notification; empty: nothing. */
  readonly tell: readonly News[];
  /** No longer to be told of, those in `tell` among them. The rest waits for the next look. */
  readonly settledNews: readonly BroughtNews[];
  readonly settledDue: readonly DueNews[];
}

/** Whether nobody is to be disturbed at this moment. */
export function isQuiet(
  now: Instant,
  calendar: WorkingCalendar,
  { notifyOutsideServiceHours }: Pick<NewsSettings, 'notifyOutsideServiceHours'>,
): boolean {
  return !notifyOutsideServiceHours && !isServiceOpen(now, calendar);
}

/**
 * What to tell of now. Outside service hours everything waits, and is told together once they begin. What somebody has
 * seen meanwhile, what no longer concerns this person, and kinds that are switched off are settled without a word.
 * `due` is what was never told of.
 */
export function planNews({
  waiting,
  due,
  now,
  calendar,
  settings,
}: {
  waiting: readonly WaitingNews[];
  due: readonly DueNews[];
  now: Instant;
  calendar: WorkingCalendar;
  settings: NewsSettings;
}): NewsPlan {
  const isWanted = ({ kind }: News) => isKindWanted(kind, settings);
  if (isQuiet(now, calendar, settings)) {
    return { tell: [], settledNews: waiting.filter((news) => !isStillNews(news)), settledDue: [] };
  }
  return {
    tell: [...waiting.filter((news) => isStillNews(news) && isWanted(news)), ...due.filter(isWanted)],
    settledNews: waiting,
    settledDue: due,
  };
}

function isStillNews({ kind, isOpened, isAssignedToMe, state }: WaitingNews): boolean {
  if (isOpened || !isAssignedToMe) return false;
  // Whoever answers on a solved ticket is not content.
  return kind === 'reply' || state !== 'solved';
}

function isKindWanted(kind: NewsKind, settings: NewsSettings): boolean {
  switch (kind) {
    case 'new-ticket':
      return settings.notifyNewTickets;
    case 'reply':
      return settings.notifyReplies;
    case 'escalation':
    case 'time-critical':
      return settings.notifyEscalations;
    case 'target-soon':
    case 'target-overdue':
      return settings.notifyTargets;
    case 'follow-up':
      // Whoever set a day wants to be told.
      return true;
    default:
      return assertNever(kind);
  }
}
