import type { TicketId } from '@core/ids';
import type { NewsKind } from '@core/notices/news';
import type { TargetKind } from '@core/sla/response-target';
import type { Instant } from '@core/time/instant';
import { momentText, type Texts } from './texts';

/** What one notification tells of, as far as it is put into words. */
export interface NamedNews {
  readonly counts: readonly { readonly kind: NewsKind; readonly count: number }[];
  readonly tickets: readonly { readonly id: TicketId; readonly number: string; readonly title: string }[];
  readonly target: { readonly target: TargetKind; readonly dueAt: Instant } | null;
}

export interface NewsWords {
  readonly title: string;
  readonly body: string;
  /** The only ticket it is about; null where it is about several. */
  readonly ticketId: TicketId | null;
}

/** More numbers nobody reads in passing. */
const MOST_NUMBERS = 5;

/** Puts news into words: one ticket is named, of several it is said how many. */
export function newsWords({ counts, tickets, target }: NamedNews, texts: Texts): NewsWords {
  const [only, ...others] = tickets;
  if (only && others.length === 0) {
    const what = counts.map(({ kind, count }) => texts.newsOfOne[kind](count)).join(', ');
    const due = target === null ? [] : [texts.newsTarget[target.target](momentText(target.dueAt))];
    return { title: `${only.number}: ${what}`, body: [only.title, ...due].join('\n'), ticketId: only.id };
  }
  const sum = counts.map(({ kind, count }) => texts.newsCount[kind](count)).join(', ');
  const numbers = tickets.slice(0, MOST_NUMBERS).map(({ number }) => number);
  const more = tickets.length - numbers.length;
  return {
    title: sum,
    body: `${[...numbers, ...(more > 0 ? [texts.newsMore(more)] : [])].join(', ')}.`,
    ticketId: null,
  };
}
