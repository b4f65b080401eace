import { type TicketId, ticketIdSchema } from '@core/ids';
import type { Interval } from '@core/time/interval';
import { dismissNudge, findNudge, noTimerlessWork, noteActivity, type TimerlessWork } from '@core/timer/nudge';
import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE, reading, SECOND, wallAt } from '../builders';

const ORDER = ticketIdSchema.parse('0199d3a0-1111-7222-8333-444455556666');
const INVOICE = ticketIdSchema.parse('0199d3a0-1111-7222-8333-444455557777');

type Activity = readonly [ticketId: TicketId, at: number];

const worked = (...activities: Activity[]): TimerlessWork =>
  activities.reduce((work, [ticketId, at]) => noteActivity(work, ticketId, reading(at)), noTimerlessWork);
const find = (work: TimerlessWork, now: number, ...recorded: Interval[]) =>
  findNudge(work, { now: reading(now), recorded });
const until = (ms: number): Interval => ({ startedAt: wallAt(0), durationMs: ms });

/** Six minutes of work on the order, an hour after the start of the boot. */
const sixMinutes = worked([ORDER, HOUR], [ORDER, HOUR + 3 * MINUTE], [ORDER, HOUR + 6 * MINUTE]);

describe('work without a timer', () => {
  it('is noticed after more than five minutes, as of its first activity', () => {
    const work = worked([ORDER, HOUR], [ORDER, HOUR + 4 * MINUTE]);
    expect(find(work, HOUR + 5 * MINUTE)).toBeNull();
    expect(find(work, HOUR + 5 * MINUTE + 1)).toEqual({
      ticketId: ORDER,
      from: wallAt(HOUR),
      earlierMs: 5 * MINUTE + 1,
    });
  });

  it('is not noticed when it is over', () => {
    expect(find(sixMinutes, HOUR + 8 * MINUTE - SECOND)).not.toBeNull();
    expect(find(sixMinutes, HOUR + 8 * MINUTE)).toBeNull();
  });

  it('begins anew when nothing was done for five minutes', () => {
    const work = worked([ORDER, HOUR], [ORDER, HOUR + 5 * MINUTE + 1], [ORDER, HOUR + 9 * MINUTE]);
    expect(find(work, HOUR + 10 * MINUTE)).toBeNull();
    const slow = worked([ORDER, HOUR], [ORDER, HOUR + 5 * MINUTE], [ORDER, HOUR + 9 * MINUTE]);
    expect(find(slow, HOUR + 10 * MINUTE)?.from).toBe(wallAt(HOUR));
    expect(find(work, HOUR + 10 * MINUTE + 2)?.from).toBe(wallAt(HOUR + 5 * MINUTE + 1));
  });

  it('is that on the ticket used last', () => {
    const both = noteActivity(sixMinutes, INVOICE, reading(HOUR + 7 * MINUTE));
    expect(find(both, HOUR + 7 * MINUTE)).toBeNull();
    expect(find(noteActivity(both, ORDER, reading(HOUR + 7 * MINUTE)), HOUR + 7 * MINUTE)?.ticketId).toBe(ORDER);
  });

  it('is offered from the end of earlier recorded work at the earliest', () => {
    expect(find(sixMinutes, HOUR + 7 * MINUTE, until(HOUR + MINUTE))).toMatchObject({
      from: wallAt(HOUR + MINUTE),
      earlierMs: 6 * MINUTE,
    });
    expect(find(sixMinutes, HOUR + 7 * MINUTE, until(HOUR + 3 * MINUTE))).toBeNull();
  });

  it('is nothing at first', () => {
    expect(find(noTimerlessWork, HOUR)).toBeNull();
  });

  it('is not carried over a sleep that the monotonic clock did not see', () => {
    const now = reading(HOUR + 6 * MINUTE, { wallSetByMs: 8 * HOUR });
    expect(findNudge(sixMinutes, { now, recorded: [] })).toBeNull();
  });

  it('lasts as long as it does, however the wall clock is set', () => {
    const now = reading(HOUR + 6 * MINUTE, { wallSetByMs: -3 * HOUR });
    expect(findNudge(sixMinutes, { now, recorded: [] })?.earlierMs).toBe(6 * MINUTE);
  });
});

describe('a nudge that was dismissed', () => {
  const goOn = (work: TimerlessWork, ticketId: TicketId) => {
    let next = work;
    for (let minute = 7; minute <= 60; minute += 1)
      next = noteActivity(next, ticketId, reading(HOUR + minute * MINUTE));
    return next;
  };
  const dismissed = dismissNudge(sixMinutes, ORDER, reading(HOUR + 6 * MINUTE));

  it('is not repeated for half an hour on that ticket', () => {
    const work = goOn(dismissed, ORDER);
    expect(find(work, HOUR + 6 * MINUTE + 30 * MINUTE - 1)).toBeNull();
    expect(find(work, HOUR + 6 * MINUTE + 30 * MINUTE)).not.toBeNull();
  });

  it('still comes on another ticket', () => {
    expect(find(goOn(dismissed, INVOICE), HOUR + 15 * MINUTE)?.ticketId).toBe(INVOICE);
  });
});
