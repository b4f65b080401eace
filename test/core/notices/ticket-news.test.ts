import { isReply, newsOfTicket, type TicketFacts } from '@core/notices/ticket-news';
import { escalationSchema, ticketStateSchema, timeCriticalCategorySchema } from '@core/ticket/ticket';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const ORDINARY: TicketFacts = {
  isAssignedToMe: true,
  state: 'working',
  escalationKind: 'none',
  timeCriticalCategory: null,
};

const anyFacts: fc.Arbitrary<TicketFacts> = fc.record({
  isAssignedToMe: fc.boolean(),
  state: fc.constantFrom(...ticketStateSchema.options),
  escalationKind: fc.constantFrom(...escalationSchema.options.map(({ shape }) => shape.kind.value)),
  timeCriticalCategory: fc.option(fc.constantFrom(...timeCriticalCategorySchema.options)),
});

describe('a ticket that a sync brought', () => {
  it('is new when it was not here, and when it was somebody else’s', () => {
    expect(newsOfTicket(null, ORDINARY)).toEqual(['new-ticket']);
    expect(newsOfTicket({ ...ORDINARY, isAssignedToMe: false }, ORDINARY)).toEqual(['new-ticket']);
  });

  it('is no news when it is not mine, or solved', () => {
    expect(newsOfTicket(null, { ...ORDINARY, isAssignedToMe: false })).toEqual([]);
    expect(newsOfTicket(null, { ...ORDINARY, state: 'solved' })).toEqual([]);
  });

  it.each([
    ['none', 'requested'],
    ['none', 'accepted'],
    ['requested', 'accepted'],
  ] as const)('is news when its escalation goes from %s to %s, and not back', (from, to) => {
    const before = { ...ORDINARY, escalationKind: from };
    const after = { ...ORDINARY, escalationKind: to };
    expect(newsOfTicket(before, after)).toEqual(['escalation']);
    expect(newsOfTicket(after, before)).toEqual([]);
  });

  it('is news when it becomes time-critical, and not when the category changes', () => {
    const down: TicketFacts = { ...ORDINARY, timeCriticalCategory: 'system-down' };
    expect(newsOfTicket(ORDINARY, down)).toEqual(['time-critical']);
    expect(newsOfTicket(down, { ...down, timeCriticalCategory: 'invoicing' })).toEqual([]);
  });

  it('says of one that arrives escalated and time-critical that it is', () => {
    const urgent: TicketFacts = { ...ORDINARY, escalationKind: 'accepted', timeCriticalCategory: 'system-down' };
    expect(newsOfTicket(null, urgent)).toEqual(['new-ticket', 'escalation', 'time-critical']);
  });

  it('is no news when it comes once more as it is here', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        expect(newsOfTicket(facts, facts)).toEqual([]);
      }),
    );
  });
});

describe('a message that a sync brought', () => {
  const message = { isMine: false, isInternalNote: false };
  const ticket = { isAssignedToMe: true, isNewHere: false };

  it('is a reply when somebody else wrote it on a ticket of mine', () => {
    expect(isReply(message, ticket)).toBe(true);
  });

  it.each([
    ['I wrote it', { ...message, isMine: true }, ticket],
    ['it is an internal note', { ...message, isInternalNote: true }, ticket],
    ['the ticket is somebody else’s', message, { ...ticket, isAssignedToMe: false }],
    ['the ticket has only just come with it', message, { ...ticket, isNewHere: true }],
  ])('is none when %s', (_why, written, on) => {
    expect(isReply(written, on)).toBe(false);
  });
});
