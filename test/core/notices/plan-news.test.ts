import { newsIdSchema, type TicketId, ticketIdSchema } from '@core/ids';
import type { BroughtKind, DueNews, TargetNews } from '@core/notices/news';
import { groupNews } from '@core/notices/news-group';
import { type NewsSettings, planNews, type WaitingNews } from '@core/notices/plan-news';
import { addMs, type Instant } from '@core/time/instant';
import { isServiceOpen } from '@core/time/working-hours';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarWithHolidays, MINUTE, stockholm } from '../builders';

const calendar = calendarWithHolidays('2026-11-24');
const OPEN = stockholm('2026-11-23 09:00');
const EVENING = stockholm('2026-11-23 19:00');
const ALL: NewsSettings = {
  notifyNewTickets: true,
  notifyReplies: true,
  notifyEscalations: true,
  notifyTargets: true,
  notifyOutsideServiceHours: false,
  targetLeadMinutes: 30,
};

function uuid(kind: number, number: number): string {
  return `01970000-000${kind}-7000-8000-${String(number).padStart(12, '0')}`;
}
const ticketId = (number: number): TicketId => ticketIdSchema.parse(uuid(1, number));

function makeNews(number: number, kind: BroughtKind, parts: Partial<WaitingNews> = {}): WaitingNews {
  return {
    id: newsIdSchema.parse(uuid(2, number)),
    ticketId: ticketId(number),
    kind,
    isOpened: false,
    isAssignedToMe: true,
    state: 'working',
    ...parts,
  };
}

function makeTarget(number: number, kind: TargetNews['kind'] = 'target-soon'): TargetNews {
  return { kind, ticketId: ticketId(number), target: 'assignment', dueAt: OPEN };
}

function plan(
  waiting: readonly WaitingNews[],
  { now = OPEN, due = [] as readonly DueNews[], settings = {} as Partial<NewsSettings> } = {},
) {
  return planNews({ waiting, due, now, calendar, settings: { ...ALL, ...settings } });
}

const told = (...given: Parameters<typeof plan>) => plan(...given).tell.map(({ kind }) => kind);

describe('during service hours', () => {
  it('everything is told at once and settled', () => {
    const waiting = [makeNews(1, 'new-ticket'), makeNews(2, 'reply')];
    const targets = [makeTarget(3)];
    expect(plan(waiting, { due: targets })).toEqual({
      tell: [...waiting, ...targets],
      settledNews: waiting,
      settledDue: targets,
    });
  });

  it.each([
    ['new-ticket', 'notifyNewTickets'],
    ['reply', 'notifyReplies'],
    ['escalation', 'notifyEscalations'],
    ['time-critical', 'notifyEscalations'],
  ] as const)('%s is settled without a word when %s is off', (kind, setting) => {
    const waiting = [makeNews(1, kind)];
    expect(plan(waiting, { settings: { [setting]: false } })).toMatchObject({ tell: [], settledNews: waiting });
  });

  it('targets are settled without a word when they are off', () => {
    const targets = [makeTarget(1), makeTarget(2, 'target-overdue')];
    const settings = { notifyTargets: false };
    expect(plan([], { due: targets, settings })).toMatchObject({ tell: [], settledDue: targets });
  });

  it('what somebody has seen, handed over or solved is told no more', () => {
    expect(told([makeNews(1, 'new-ticket', { isOpened: true })])).toEqual([]);
    expect(told([makeNews(1, 'reply', { isAssignedToMe: false })])).toEqual([]);
    expect(told([makeNews(1, 'escalation', { state: 'solved' })])).toEqual([]);
  });

  it('a reply on a solved ticket is told: whoever writes there is not content', () => {
    expect(told([makeNews(1, 'reply', { state: 'solved' })])).toEqual(['reply']);
  });
});

describe('outside service hours', () => {
  it.each([
    ['before seven', '2026-11-23 06:59'],
    ['from eighteen on', '2026-11-23 18:00'],
    ['on a Saturday', '2026-11-21 12:00'],
    ['on a holiday', '2026-11-24 12:00'],
  ])('everything waits %s', (_when, at) => {
    expect(plan([makeNews(1, 'new-ticket')], { now: stockholm(at) })).toEqual({
      tell: [],
      settledNews: [],
      settledDue: [],
    });
  });

  it('what was seen meanwhile is settled already', () => {
    const seen = makeNews(1, 'reply', { isOpened: true });
    expect(plan([seen, makeNews(2, 'reply')], { now: EVENING }).settledNews).toEqual([seen]);
  });

  it('everything is told for whoever wants that', () => {
    const settings = { notifyOutsideServiceHours: true };
    expect(told([makeNews(1, 'new-ticket')], { now: EVENING, settings })).toEqual(['new-ticket']);
  });
});

it('one notification counts each kind and names each ticket once', () => {
  const news = [makeNews(1, 'reply'), makeNews(2, 'new-ticket'), makeNews(1, 'reply'), makeTarget(2)];
  expect(groupNews(news)).toEqual({
    counts: [
      { kind: 'new-ticket', count: 1 },
      { kind: 'reply', count: 2 },
      { kind: 'target-soon', count: 1 },
    ],
    ticketIds: [ticketId(1), ticketId(2)],
  });
});

describe('over any course of days', () => {
  type Step =
    | { readonly kind: 'brought'; readonly what: BroughtKind }
    | { readonly kind: 'opened'; readonly which: number }
    | { readonly kind: 'time'; readonly minutes: number }
    | { readonly kind: 'look' };
  const anyStep: fc.Arbitrary<Step> = fc.oneof(
    fc.record({
      kind: fc.constant('brought' as const),
      what: fc.constantFrom<BroughtKind>('new-ticket', 'reply', 'escalation', 'time-critical'),
    }),
    fc.record({ kind: fc.constant('opened' as const), which: fc.nat(20) }),
    fc.record({ kind: fc.constant('time' as const), minutes: fc.nat(20 * 60) }),
    fc.record({ kind: fc.constant('look' as const) }),
  );

  it('nothing is told twice, nothing is lost, and nobody is disturbed outside service hours', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 80 }), (steps) => {
        let now: Instant = stockholm('2026-11-20 15:00');
        let kept: readonly WaitingNews[] = [];
        let brought = 0;
        const toldTimes = new Map<string, number>();
        const opened = new Set<string>();
        const look = () => {
          const { tell, settledNews } = planNews({ waiting: kept, due: [], now, calendar, settings: ALL });
          if (!isServiceOpen(now, calendar)) expect(tell).toEqual([]);
          for (const news of tell) {
            if ('id' in news) toldTimes.set(news.id, (toldTimes.get(news.id) ?? 0) + 1);
          }
          const settled = new Set(settledNews.map(({ id }) => id));
          kept = kept.filter(({ id }) => !settled.has(id));
        };
        for (const step of steps) {
          if (step.kind === 'brought') {
            brought += 1;
            kept = [...kept, makeNews(brought, step.what)];
          } else if (step.kind === 'opened') {
            kept = kept.map((news) => (news.ticketId === ticketId(step.which) ? { ...news, isOpened: true } : news));
            for (const { id, isOpened } of kept) if (isOpened) opened.add(id);
          } else if (step.kind === 'time') {
            now = addMs(now, step.minutes * MINUTE);
          } else {
            look();
          }
        }
        now = stockholm('2027-03-01 07:00');
        look();
        expect(kept).toEqual([]);
        for (let number = 1; number <= brought; number += 1) {
          const { id } = makeNews(number, 'reply');
          expect(toldTimes.get(id) ?? 0).toBe(opened.has(id) ? 0 : 1);
        }
      }),
    );
  });
});
