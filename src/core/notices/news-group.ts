import type { TicketId } from '../ids';
import { NEWS_KINDS, type News, type NewsKind } from './news';

/** Everything that one notification tells of. */
export interface NewsGroup {
  /** How many there are of each kind, in the order in which they are told; kinds of which there is none are left out. */
  readonly counts: readonly { readonly kind: NewsKind; readonly count: number }[];
  /** The tickets it is about, each once, as they came. */
  readonly ticketIds: readonly TicketId[];
}

/** Sums up news for one notification. */
export function groupNews(news: readonly News[]): NewsGroup {
  const counts = NEWS_KINDS.map((kind) => ({ kind, count: news.filter((one) => one.kind === kind).length }));
  return {
    counts: counts.filter(({ count }) => count > 0),
    ticketIds: [...new Set(news.map(({ ticketId }) => ticketId))],
  };
}
