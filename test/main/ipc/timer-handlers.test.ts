import type { RequestName } from '@ipc/contract';
import { describe, expect, it, vi } from 'vitest';
import { answerTo, ask, openWithTicket } from '../../support/ask';
import { HOUR, instantInStockholm, MINUTE, SECOND } from '../../support/hand-clock';
import type { TestSession } from '../../support/session';
import { addTicket, firstOf } from '../../support/workbench-rows';

vi.setConfig({ testTimeout: 30_000 });

const A_UUID = '01970000-0000-7000-8000-000000000000';

async function beat(session: TestSession, milliseconds: number) {
  session.clock.pass(milliseconds);
  await session.clock.beat();
}

async function sleep(session: TestSession, milliseconds: number) {
  session.presence.suspend();
  await session.clock.beat();
  session.clock.setWallBy(milliseconds);
  session.presence.wake();
  await session.clock.beat();
}

/** A timer that ran four seconds, and whose computer then slept for an hour. */
async function openAfterSleep() {
  const { session, ticket } = await openWithTicket();
  const { timerId } = await answerTo(session, 'timer:start', { ticketId: ticket.id });
  await beat(session, 4 * SECOND);
  const from = session.clock.read().wall;
  await sleep(session, HOUR);
  const questions = async () => (await answerTo(session, 'timer:read', {})).running?.unknownIntervals;
  return { session, ticket, timerId, from, questions };
}

describe('without a portal in use', () => {
  it.each<[RequestName, unknown]>([
    ['timer:decide-unknown', { timerId: A_UUID, from: 0, answer: { kind: 'keep' } }],
    ['timer:reopen-unknown', { timerId: A_UUID, from: 0 }],
    ['timer:answer-overrun', { timerId: A_UUID, answer: 'still-working' }],
    ['activity:note', { ticketId: A_UUID, kind: 'opened' }],
    ['nudge:dismiss', { ticketId: A_UUID }],
  ])('%s is refused as not connected', async (name, input) => {
    expect(await ask(null, name, input)).toMatchObject({ ok: false, code: 'not-connected' });
  });
});

describe('what the window is told of unknown time', () => {
  it('is one question with its cause, while it lasts and afterwards', async () => {
    const { session, ticket } = await openWithTicket();
    await answerTo(session, 'timer:start', { ticketId: ticket.id });
    const from = session.clock.read().wall;
    session.presence.suspend();
    await session.clock.beat();
    expect((await answerTo(session, 'timer:read', {})).running).toMatchObject({
      away: { since: from, cause: 'sleep' },
    });
    session.clock.setWallBy(HOUR);
    expect((await answerTo(session, 'timer:read', {})).running?.unknownIntervals).toMatchObject([{ isGoingOn: true }]);
    session.presence.wake();
    await session.clock.beat();
    expect((await answerTo(session, 'timer:read', {})).running).toMatchObject({
      away: null,
      unknownIntervals: [
        { from, until: session.clock.read().wall, durationSeconds: 3600, cause: 'sleep', isGoingOn: false },
      ],
    });
  });

  it('is what was answered, split, given away and taken back', async () => {
    const { session, timerId, from, questions } = await openAfterSleep();
    const middle = from + 20 * MINUTE;
    const decide = (at: number, answer: unknown) =>
      answerTo(session, 'timer:decide-unknown', { timerId, from: at, answer });
    await decide(from, { kind: 'split', at: middle });
    expect(await questions()).toMatchObject([{ durationSeconds: 1200 }, { durationSeconds: 2400 }]);
    const other = await addTicket(session.workbench);
    await decide(middle, { kind: 'give', ticketId: other });
    expect((await answerTo(session, 'ticket:read', { ticketId: other })).lines).toMatchObject([
      { workedSeconds: 2400 },
    ]);
    await decide(from, { kind: 'discard' });
    expect(await questions()).toEqual([]);
    await answerTo(session, 'timer:reopen-unknown', { timerId, from: middle });
    expect((await answerTo(session, 'ticket:read', { ticketId: other })).lines).toEqual([]);
    expect(await questions()).toMatchObject([{ from: middle, durationSeconds: 2400 }]);
  });

  it('is why something is refused', async () => {
    const { session, timerId, from } = await openAfterSleep();
    const decide = (answer: unknown) => ask(session, 'timer:decide-unknown', { timerId, from, answer });
    expect(await decide({ kind: 'split', at: from })).toMatchObject({ ok: false, code: 'time-invalid' });
    expect(await decide({ kind: 'give', ticketId: A_UUID })).toMatchObject({ ok: false, code: 'not-found' });
    expect(await decide({ kind: 'maybe' })).toMatchObject({ ok: false, code: 'invalid-request' });
    const reopened = await ask(session, 'timer:reopen-unknown', { timerId, from });
    expect(reopened).toMatchObject({ ok: false, code: 'not-found' });
    const overrun = await ask(session, 'timer:answer-overrun', { timerId, answer: 'end-at-last-activity' });
    expect(overrun).toMatchObject({ ok: false, code: 'not-found' });
  });
});

describe('what the window is told of timers', () => {
  it('is that one has run for long, and what was answered', async () => {
    const { session, ticket } = await openWithTicket();
    session.clock.setWallBy(instantInStockholm('2026-11-23 17:30') - session.clock.read().wall);
    const { timerId } = await answerTo(session, 'timer:start', { ticketId: ticket.id });
    await sleep(session, 2 * HOUR);
    const overrun = async () => (await answerTo(session, 'timer:read', {})).overrun;
    expect(await overrun()).toMatchObject({
      timerId,
      reason: 'after-hours',
      lastActivityAt: instantInStockholm('2026-11-23 17:30'),
    });
    await answerTo(session, 'timer:answer-overrun', { timerId, answer: 'still-working' });
    expect(await overrun()).toBeNull();
    await sleep(session, 3 * HOUR);
    await answerTo(session, 'timer:answer-overrun', { timerId, answer: 'end-at-last-activity' });
    expect(firstOf((await answerTo(session, 'timer:read', {})).paused)).toMatchObject({ id: timerId });
  });

  it('is that work goes on without one, and from when it can be started', async () => {
    const { session, ticket } = await openWithTicket();
    const since = session.clock.read().wall;
    for (let minute = 0; minute < 6; minute += 1) {
      await answerTo(session, 'activity:note', { ticketId: ticket.id, kind: 'typed' });
      await beat(session, MINUTE);
    }
    const { nudge, recordedUntil } = await answerTo(session, 'timer:read', {});
    expect({ nudge, recordedUntil }).toMatchObject({ nudge: { ticketId: ticket.id, since }, recordedUntil: null });
    await answerTo(session, 'nudge:dismiss', { ticketId: ticket.id });
    expect((await answerTo(session, 'timer:read', {})).nudge).toBeNull();
    await answerTo(session, 'timer:start', { ticketId: ticket.id, earlierMinutes: 6 });
    const { running, recordedUntil: until } = await answerTo(session, 'timer:read', {});
    expect(running).toMatchObject({ workedSeconds: 360 });
    expect(until).toBe(session.clock.read().wall);
  });
});
