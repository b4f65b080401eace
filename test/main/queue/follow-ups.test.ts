import type { TicketEventId, TicketId } from '@core/ids';
import { compareInQueue } from '@core/ticket/queue-order';
import { isThereToFollowUp } from '@core/ticket/queue-view';
import type { TicketState } from '@core/ticket/ticket';
import { instantFromEpochMs } from '@core/time/instant';
import { stockholmDate } from '@core/time/stockholm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { startDayWatch } from '../../../src/main/day-watch';
import { escalationOf, updateTicket } from '../../../src/main/db/queries/tickets';
import { handleTicket, withdrawHandling } from '../../../src/main/usecases/handle-ticket';
import { countQueue, findInQueue } from '../../../src/main/usecases/read-queue';
import { createHandClock, HOUR, instantInStockholm, MINUTE } from '../../support/hand-clock';
import { expectValue } from '../../support/portal-bench';
import { questionOf, queueOf } from '../../support/queue';
import { openWorkbench, type TestWorkbench } from '../../support/workbench';
import { addTicket } from '../../support/workbench-rows';

async function followUp(workbench: TestWorkbench, ticketId: TicketId, on: string | null): Promise<TicketEventId> {
  return expectValue(await handleTicket(workbench, { ticketId, handling: { kind: 'follow-up', on } })).eventId;
}

async function waiting(workbench: TestWorkbench): Promise<TicketId> {
  const ticketId = await addTicket(workbench);
  await updateTicket(workbench.database, ticketId, { state: 'waiting-for-customer' });
  return ticketId;
}

const working = async (workbench: TestWorkbench) =>
  (await queueOf(workbench, { view: 'working' })).rows.map(({ id }) => id);

describe('a ticket that waits for the customer', () => {
  it('is in the working view from the day of its follow-up, in its own place, and in the waiting view as before', async () => {
    const workbench = openWorkbench({ clock: createHandClock(instantInStockholm('2026-11-23 23:59')) });
    const first = await waiting(workbench);
    const second = await addTicket(workbench);
    await followUp(workbench, first, '2026-11-24');
    expect(await working(workbench)).toEqual([second]);
    workbench.clock.pass(MINUTE);
    expect(await working(workbench)).toEqual([first, second]);
    const { rows } = await queueOf(workbench, { view: 'waiting-for-customer' });
    expect(rows.map(({ id, followUp: due }) => [id, due])).toEqual([[first, { on: '2026-11-24', isDue: true }]]);
    expect((await queueOf(workbench, { view: 'working', search: 'aren' })).rows.map(({ id }) => id)).toEqual([
      first,
      second,
    ]);
  });

  it('leaves it when the follow-up is moved, done or taken back, and when the ticket is solved', async () => {
    const workbench = openWorkbench({ clock: createHandClock(instantInStockholm('2026-11-24 08:00')) });
    const ticketId = await waiting(workbench);
    const today = await followUp(workbench, ticketId, '2026-11-24');
    expect(await working(workbench)).toEqual([ticketId]);
    workbench.clock.pass(MINUTE);
    const moved = await followUp(workbench, ticketId, '2026-11-26');
    expect(await working(workbench)).toEqual([]);
    expectValue(await withdrawHandling(workbench, moved));
    expect(await working(workbench)).toEqual([ticketId]);
    workbench.clock.pass(MINUTE);
    const done = await followUp(workbench, ticketId, null);
    expect(await working(workbench)).toEqual([]);
    expectValue(await withdrawHandling(workbench, done));
    await updateTicket(workbench.database, ticketId, { state: 'solved' });
    expect(await working(workbench)).toEqual([]);
    await updateTicket(workbench.database, ticketId, { state: 'waiting-for-customer' });
    expectValue(await withdrawHandling(workbench, today));
    expect(await working(workbench)).toEqual([]);
  });

  it('comes and goes by Stockholm’s midnight, also when the clocks change', async () => {
    const clock = createHandClock(instantInStockholm('2026-03-28 22:30'));
    const workbench = openWorkbench({ clock });
    const ticketId = await waiting(workbench);
    await followUp(workbench, ticketId, '2026-03-30');
    clock.pass(24 * HOUR);
    // One hour was left out in the night: it is half past eleven.
    expect(await working(workbench)).toEqual([]);
    clock.pass(HOUR / 2);
    expect(await working(workbench)).toEqual([ticketId]);
  });
});

it('tells once that another day has begun', async () => {
  const clock = createHandClock(instantInStockholm('2026-11-23 23:59'));
  const workbench = openWorkbench({ clock });
  const told: string[] = [];
  workbench.onTold((what) => told.push(what));
  const end = startDayWatch(workbench);
  await clock.beat();
  expect(told).toEqual([]);
  clock.pass(MINUTE);
  await clock.beat();
  await clock.beat();
  expect(told).toEqual(['queue', 'ticket']);
  end();
});

const someTickets = fc.array(
  fc.record({
    state: fc.constantFrom<TicketState>('working', 'waiting-for-customer', 'solved'),
    followUps: fc.array(fc.constantFrom('2026-11-23', '2026-11-24', '2026-11-25', null), { maxLength: 3 }),
    registeredAt: fc.integer({ min: 1, max: 3 }).map(instantFromEpochMs),
    isAssignedToMe: fc.constantFrom(0 as const, 1 as const),
  }),
  { minLength: 1, maxLength: 12 },
);

it('holds in the working view exactly what is worked on or due, in the order of the domain, part by part', async () => {
  await fc.assert(
    fc.asyncProperty(someTickets, fc.integer({ min: 1, max: 5 }), async (given, limit) => {
      const workbench = openWorkbench({ clock: createHandClock(instantInStockholm('2026-11-24 08:00')) });
      const { database, clock } = workbench;
      const on = new Map<TicketId, string | null>();
      for (const { followUps, ...standing } of given) {
        const ticketId = await addTicket(workbench);
        await updateTicket(database, ticketId, standing);
        for (const day of followUps) {
          await followUp(workbench, ticketId, day);
          clock.pass(1);
        }
        on.set(ticketId, followUps.at(-1) ?? null);
      }
      const today = stockholmDate(clock.read().wall);
      const expected = (await database.selectFrom('ticket').selectAll().execute())
        .filter(({ isAssignedToMe }) => isAssignedToMe === 1)
        .filter(
          ({ id, state }) =>
            state === 'working' || isThereToFollowUp('working', { state, followUpOn: on.get(id) ?? null }, today),
        )
        .map((ticket) => ({ ...ticket, escalation: escalationOf(ticket) }))
        .toSorted(compareInQueue)
        .map(({ id }) => id);
      const parts: string[] = [];
      for (let offset = 0; offset <= expected.length; offset += limit) {
        const part = await queueOf(workbench, { view: 'working' }, { offset, limit });
        expect(part.count).toBe(expected.length);
        parts.push(...part.rows.map(({ id }) => id));
      }
      expect(parts).toEqual(expected);
      const reading = { now: clock.read().wall, unansweredDays: 7 };
      expect((await countQueue(database, 'mine', reading)).working).toBe(expected.length);
      for (const id of on.keys()) {
        const index = await findInQueue(database, questionOf({ view: 'working' }), id, reading);
        expect(index ?? -1).toBe(expected.indexOf(id));
      }
      const found = await queueOf(workbench, { view: 'working', search: 'S' });
      expect(found.rows.map(({ id }) => id)).toEqual(expected);
    }),
    { numRuns: 25 },
  );
}, 60_000);
