import { ticketEventIdSchema } from '@core/ids';
import { compareInQueue, reasonInQueue } from '@core/ticket/queue-order';
import {
  compareEvents,
  escalationBy,
  handledBy,
  isFollowUpDue,
  type TicketEvent,
  type TicketHandling,
} from '@core/ticket/ticket-event';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stockholm } from '../builders';
import { termsDocument } from '../terms';

const CALL: TicketHandling = {
  kind: 'escalation-requested',
  calledBy: 'Elin Wahlgren',
  calledAt: stockholm('2026-11-23 09:00'),
  about: 'Kassan står',
  userDetails: 'elin@norrskenet.example',
  hasScreenDump: false,
};

let count = 0;
function event(handling: TicketHandling, at: string, parts: Partial<TicketEvent> = {}): TicketEvent {
  count += 1;
  const id = ticketEventIdSchema.parse(`01a00000-0000-7000-8000-${String(count).padStart(12, '0')}`);
  return { id, handling, at: stockholm(at), by: 'Maja Lindqvist', isWithdrawn: false, ...parts };
}

describe('the line of support', () => {
  it('is the first until somebody moves the ticket, and again once it is moved back', () => {
    const there = event({ kind: 'moved-to-line', line: 'second', reason: 'Kräver utveckling' }, '2026-11-23 10:00');
    const back = event({ kind: 'moved-to-line', line: 'first', reason: 'Var en inställning' }, '2026-11-24 10:00');
    expect(handledBy([]).line).toBe('first');
    expect(handledBy([there]).line).toBe('second');
    expect(handledBy([back, there]).line).toBe('first');
    expect(handledBy([there, { ...back, isWithdrawn: true }]).line).toBe('second');
  });
});

describe('an escalation', () => {
  it('is undecided from the call on, and accepted by a decision', () => {
    expect(termsDocument('000')).toContain('Once accepted as "priority escalated," we begin work immediately');
    const call = event(CALL, '2026-11-23 09:05');
    const yes = event({ kind: 'escalation-accepted', note: '' }, '2026-11-23 09:10');
    const no = event({ kind: 'escalation-declined', reason: 'Gäller ett testsystem' }, '2026-11-23 09:10');
    expect(handledBy([call]).escalation).toEqual({ kind: 'requested', at: call.at });
    expect(handledBy([call, yes]).escalation).toEqual({ kind: 'accepted', at: yes.at });
    expect(handledBy([call, no]).escalation).toEqual({ kind: 'declined', at: no.at });
    expect(handledBy([call, { ...yes, isWithdrawn: true }]).escalation).toEqual({ kind: 'requested', at: call.at });
  });

  it('is asked for anew by another call after it was declined, and not by one after it was accepted', () => {
    const no = event({ kind: 'escalation-declined', reason: 'Kan vänta' }, '2026-11-23 09:10');
    const yes = event({ kind: 'escalation-accepted', note: '' }, '2026-11-23 09:10');
    const again = event(CALL, '2026-11-23 11:00');
    expect(handledBy([no, again]).escalation.kind).toBe('requested');
    expect(handledBy([yes, again]).escalation).toEqual({ kind: 'accepted', at: yes.at });
  });

  it('counts when either side has accepted it; a decision outdoes a request on the portal', () => {
    const at = stockholm('2026-11-23 08:00');
    const later = stockholm('2026-11-23 09:00');
    const none = { kind: 'none' } as const;
    const requested = { kind: 'requested', at } as const;
    const accepted = { kind: 'accepted', at } as const;
    const decided = { kind: 'accepted', at: later } as const;
    const declined = { kind: 'declined', at: later } as const;
    expect(escalationBy(none, none)).toEqual(none);
    expect(escalationBy(requested, none)).toEqual(requested);
    expect(escalationBy(requested, decided)).toEqual(decided);
    expect(escalationBy(none, decided)).toEqual(decided);
    expect(escalationBy(accepted, { kind: 'requested', at: later })).toEqual(accepted);
    expect(escalationBy(requested, declined)).toEqual(none);
    expect(escalationBy(accepted, declined)).toEqual(accepted);
    expect(escalationBy(none, { kind: 'requested', at: later })).toEqual({ kind: 'requested', at: later });
  });

  it('puts the ticket at the top of the queue, by the time of acceptance', () => {
    const registeredAt = stockholm('2026-11-20 08:00');
    const queued = (id: string, events: TicketEvent[]) => ({
      id,
      escalation: escalationBy({ kind: 'none' }, handledBy(events).escalation),
      timeCriticalCategory: null,
      registeredAt,
    });
    const first = queued('b', [
      event(CALL, '2026-11-23 10:00'),
      event({ kind: 'escalation-accepted', note: '' }, '2026-11-23 10:05'),
    ]);
    const second = queued('a', [
      event(CALL, '2026-11-23 09:00'),
      event({ kind: 'escalation-accepted', note: '' }, '2026-11-23 10:30'),
    ]);
    const undecided = queued('0', [event(CALL, '2026-11-23 08:00')]);
    const order = [undecided, second, first, queued('9', [])].toSorted(compareInQueue);
    expect(order.map(({ id }) => id)).toEqual(['b', 'a', '0', '9']);
    expect(reasonInQueue(undecided)).toBe('escalation-requested');
  });
});

describe('a follow-up', () => {
  it('is the latest date that was set, and none once it was taken away', () => {
    const monday = event({ kind: 'follow-up', on: '2026-11-30' }, '2026-11-23 10:00');
    const none = event({ kind: 'follow-up', on: null }, '2026-11-24 10:00');
    expect(handledBy([monday]).followUpOn).toBe('2026-11-30');
    expect(handledBy([monday, none]).followUpOn).toBeNull();
    expect(handledBy([monday, { ...none, isWithdrawn: true }]).followUpOn).toBe('2026-11-30');
  });

  it('is due from its day on', () => {
    expect(isFollowUpDue('2026-11-30', '2026-11-29')).toBe(false);
    expect(isFollowUpDue('2026-11-30', '2026-11-30')).toBe(true);
    expect(isFollowUpDue('2026-11-30', '2026-12-05')).toBe(true);
    expect(isFollowUpDue(null, '2026-12-05')).toBe(false);
  });
});

describe('passing a time-critical ticket over', () => {
  it('keeps its reason: such tickets are prioritised "wherever possible"', () => {
    expect(termsDocument('000')).toContain('will be prioritised wherever possible');
    const passed = event({ kind: 'passed-over', reason: 'Väntar på nyckel till betalväxeln' }, '2026-11-23 10:00');
    expect(handledBy([passed]).passedOver).toEqual(passed);
    expect(handledBy([{ ...passed, isWithdrawn: true }]).passedOver).toBeNull();
  });
});

describe('the events of a ticket', () => {
  it('come to the same in whatever order they arrive', () => {
    const all = [
      event(CALL, '2026-11-23 09:00'),
      event({ kind: 'escalation-declined', reason: 'Nej' }, '2026-11-23 09:05'),
      event({ kind: 'moved-to-line', line: 'second', reason: 'Kod' }, '2026-11-23 09:05'),
      event({ kind: 'follow-up', on: '2026-12-01' }, '2026-11-23 09:10'),
      event({ kind: 'escalation-accepted', note: '' }, '2026-11-23 09:15'),
    ];
    fc.assert(
      fc.property(fc.shuffledSubarray(all), (some) => {
        expect(handledBy(some)).toEqual(handledBy(some.toSorted(compareEvents)));
      }),
    );
  });
});
