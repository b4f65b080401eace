import { ticketIdSchema } from '@core/ids';
import { describe, expect, it } from 'vitest';
import { type NamedNews, newsWords } from '../../../src/main/platform/news-words';
import { textsIn } from '../../../src/main/platform/texts';
import { instantInStockholm } from '../../support/hand-clock';

function makeTicket(number: number) {
  const id = ticketIdSchema.parse(`01970000-0001-7000-8000-${String(number).padStart(12, '0')}`);
  return { id, number: `S-${number}`, title: `Order ${number}` };
}

function words(news: Partial<NamedNews>, language: 'sv' | 'en' = 'en') {
  return newsWords({ counts: [], tickets: [], target: null, ...news }, textsIn(language));
}

describe('news of one ticket', () => {
  const tickets = [makeTicket(1042)];

  it('name it and lead to it', () => {
    const news = { counts: [{ kind: 'reply', count: 1 }] as const, tickets };
    expect(words(news)).toEqual({ title: 'S-1042: new reply', body: 'Order 1042', ticketId: tickets[0]?.id });
    expect(words(news, 'sv')).toMatchObject({ title: 'S-1042: nytt svar' });
  });

  it('say everything that came on it', () => {
    const counts = [
      { kind: 'new-ticket', count: 1 },
      { kind: 'reply', count: 2 },
    ] as const;
    expect(words({ counts, tickets }).title).toBe('S-1042: new ticket, 2 new replies');
    expect(words({ counts, tickets }, 'sv').title).toBe('S-1042: nytt ärende, 2 nya svar');
  });

  it('say when its target is due', () => {
    const news: Partial<NamedNews> = {
      counts: [{ kind: 'target-soon', count: 1 }],
      tickets,
      target: { target: 'assignment', dueAt: instantInStockholm('2026-11-23 13:00') },
    };
    expect(words(news)).toMatchObject({
      title: 'S-1042: the target is close',
      body: 'Order 1042\nTarget: work begins by 2026-11-23 13:00.',
    });
    expect(words(news, 'sv')).toMatchObject({
      title: 'S-1042: målet närmar sig',
      body: 'Order 1042\nMål: påbörjas senast 2026-11-23 13:00.',
    });
  });
});

describe('news of several tickets', () => {
  const counts = [
    { kind: 'new-ticket', count: 3 },
    { kind: 'reply', count: 2 },
  ] as const;

  it('say how many, and lead to none', () => {
    const tickets = [1, 2, 3].map(makeTicket);
    expect(words({ counts, tickets })).toEqual({
      title: '3 new tickets, 2 replies',
      body: 'S-1, S-2, S-3.',
      ticketId: null,
    });
    expect(words({ counts, tickets }, 'sv').title).toBe('3 nya ärenden, 2 svar');
  });

  it('name five at most', () => {
    const tickets = [1, 2, 3, 4, 5, 6, 7].map(makeTicket);
    expect(words({ counts, tickets }).body).toBe('S-1, S-2, S-3, S-4, S-5, 2 more.');
  });

  it.each([
    ['en', 1, '1 new ticket, 1 reply, 1 escalation, 1 time-critical, 1 target is close, 1 target missed'],
    ['en', 2, '2 new tickets, 2 replies, 2 escalations, 2 time-critical, 2 targets are close, 2 targets missed'],
    ['sv', 1, '1 nytt ärende, 1 svar, 1 eskalering, 1 tidskritiskt, 1 mål närmar sig, 1 mål passerat'],
    ['sv', 2, '2 nya ärenden, 2 svar, 2 eskaleringar, 2 tidskritiska, 2 mål närmar sig, 2 mål passerade'],
  ] as const)('are counted in %s: %i of each', (language, count, title) => {
    const kinds = ['new-ticket', 'reply', 'escalation', 'time-critical', 'target-soon', 'target-overdue'] as const;
    const all = kinds.map((kind) => ({ kind, count }));
    expect(words({ counts: all, tickets: [1, 2].map(makeTicket) }, language).title).toBe(title);
  });
});
