import {
  listStatusChanges,
  pausesOf,
  resolutionOf,
  type StageChange,
  type TicketPast,
  waitsOf,
} from '@core/ticket/state-history';
import { type StageMeaning, stageMeaningSchema, ticketStatusOf } from '@core/ticket/ticket-status';
import { addMs } from '@core/time/instant';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HOUR, stockholm } from '../builders';

const REGISTERED = stockholm('2026-11-23 08:00');
const SEEN = stockholm('2026-11-27 12:00');

const stage = (meaning: StageMeaning, at: string | null, knownAt = SEEN): StageChange => ({
  meaning,
  at: at === null ? null : stockholm(at),
  knownAt,
});
const assigned = (isAssigned: boolean, at: string | null) => ({
  isAssigned,
  at: at === null ? null : stockholm(at),
  knownAt: SEEN,
});

function past(parts: Partial<TicketPast>): TicketPast {
  return { registeredAt: REGISTERED, stages: [], assignments: [], workBegunAt: null, ...parts };
}

describe('the state of a ticket', () => {
  it('follows from facts as long as it is to be worked on', () => {
    const state = (isAssigned: boolean, isWorkBegun: boolean) =>
      ticketStatusOf({ meaning: 'working', isAssigned, isWorkBegun });
    expect(state(false, false)).toBe('new');
    expect(state(true, false)).toBe('assigned');
    expect(state(true, true)).toBe('in-progress');
    // "beginning work", not the assignee field.
    expect(state(false, true)).toBe('in-progress');
  });

  it('is otherwise what its stage means, whatever the facts', () => {
    for (const meaning of ['waiting-for-customer', 'solved', 'closed'] as const) {
      expect(ticketStatusOf({ meaning, isAssigned: false, isWorkBegun: true })).toBe(meaning);
    }
  });
});

describe('the history of a ticket', () => {
  it('tells each state with the time at which it began', () => {
    const changes = listStatusChanges(
      past({
        stages: [
          stage('working', '2026-11-23 08:00'),
          stage('waiting-for-customer', '2026-11-24 09:00'),
          stage('working', '2026-11-25 09:00'),
          stage('solved', '2026-11-25 15:00'),
          stage('closed', '2026-11-26 15:00'),
        ],
        assignments: [assigned(false, '2026-11-23 08:00'), assigned(true, '2026-11-23 09:00')],
        workBegunAt: stockholm('2026-11-23 10:00'),
      }),
    );
    expect(changes).toEqual([
      { status: 'new', at: stockholm('2026-11-23 08:00'), isExact: true },
      { status: 'assigned', at: stockholm('2026-11-23 09:00'), isExact: true },
      { status: 'in-progress', at: stockholm('2026-11-23 10:00'), isExact: true },
      { status: 'waiting-for-customer', at: stockholm('2026-11-24 09:00'), isExact: true },
      { status: 'in-progress', at: stockholm('2026-11-25 09:00'), isExact: true },
      { status: 'solved', at: stockholm('2026-11-25 15:00'), isExact: true },
      { status: 'closed', at: stockholm('2026-11-26 15:00'), isExact: true },
    ]);
  });

  it('says nothing of the time before the first stage that was seen, and invents no time', () => {
    const changes = listStatusChanges(
      past({ stages: [stage('working', '2026-11-25 09:00')], assignments: [assigned(true, null)] }),
    );
    expect(changes).toEqual([{ status: 'assigned', at: SEEN, isExact: false }]);
  });

  it('passes over changes that leave the state as it was', () => {
    const stages = [stage('working', '2026-11-23 08:00'), stage('working', '2026-11-24 08:00')];
    expect(listStatusChanges(past({ stages, assignments: [assigned(true, '2026-11-23 08:00')] }))).toHaveLength(1);
  });

  it('puts nothing before what was written down earlier, whatever the portal’s clock says', () => {
    const stages = [stage('waiting-for-customer', '2026-11-24 10:00'), stage('working', '2026-11-24 09:58')];
    const times = listStatusChanges(past({ stages, assignments: [assigned(true, '2026-11-23 08:00')] }));
    expect(times.map(({ at }) => at)).toEqual([stockholm('2026-11-24 10:00')]);
    expect(waitsOf({ stages })).toEqual([]);
  });
});

describe('when a ticket waited', () => {
  it('is from one change to the next, and goes on where no other came', () => {
    const stages = [
      stage('waiting-for-customer', '2026-11-24 09:00'),
      stage('working', '2026-11-24 15:00'),
      stage('waiting-for-customer', '2026-11-25 09:00'),
    ];
    expect(waitsOf({ stages })).toEqual([
      { from: stockholm('2026-11-24 09:00'), until: stockholm('2026-11-24 15:00') },
      { from: stockholm('2026-11-25 09:00'), until: null },
    ]);
  });

  it('counts a wait of which nobody knows the beginning from when it was known', () => {
    expect(waitsOf({ stages: [stage('waiting-for-customer', null)] })).toEqual([{ from: SEEN, until: null }]);
  });

  it('stops the clock too while the ticket is solved, until somebody reopens it', () => {
    const stages = [stage('solved', '2026-11-24 09:00'), stage('working', '2026-11-26 09:00')];
    expect(waitsOf({ stages })).toEqual([]);
    expect(pausesOf({ stages })).toEqual([
      { from: stockholm('2026-11-24 09:00'), until: stockholm('2026-11-26 09:00') },
    ]);
  });
});

describe('when a ticket was resolved', () => {
  it('is the first of the changes since which it has been', () => {
    const stages = [
      stage('solved', '2026-11-24 09:00'),
      stage('working', '2026-11-24 12:00'),
      stage('solved', '2026-11-25 09:00'),
      stage('closed', '2026-11-27 09:00'),
    ];
    expect(resolutionOf({ stages })).toEqual({ kind: 'resolved', at: stockholm('2026-11-25 09:00'), isExact: true });
    expect(resolutionOf({ stages: stages.slice(0, 2) })).toEqual({ kind: 'open' });
    expect(resolutionOf({ stages: [] })).toEqual({ kind: 'open' });
  });

  it('is not exact where the portal does not say', () => {
    expect(resolutionOf({ stages: [stage('solved', null)] })).toEqual({ kind: 'resolved', at: SEEN, isExact: false });
  });
});

describe('any history', () => {
  const changes = fc.array(
    fc.record({
      meaning: fc.constantFrom(...stageMeaningSchema.options),
      at: fc.option(fc.integer({ min: -50, max: 500 })),
      knownAt: fc.integer({ min: 0, max: 500 }),
    }),
  );
  const made = (given: { meaning: StageMeaning; at: number | null; knownAt: number }[]) =>
    given.map(({ meaning, at, knownAt }) => ({
      meaning,
      at: at === null ? null : addMs(REGISTERED, at * HOUR),
      knownAt: addMs(REGISTERED, knownAt * HOUR),
    }));

  it('gives pauses that are in order, do not overlap, and end at the last only with the ticket', () => {
    fc.assert(
      fc.property(changes, (given) => {
        const stages = made(given);
        const pauses = pausesOf({ stages });
        for (const [index, { from, until }] of pauses.entries()) {
          const next = pauses[index + 1];
          if (next === undefined) continue;
          expect(until).not.toBeNull();
          expect(until ?? Number.NaN).toBeGreaterThan(from);
          expect(next.from).toBeGreaterThanOrEqual(until ?? Number.NaN);
        }
        const last = stages.at(-1)?.meaning;
        expect(pauses.at(-1)?.until === null).toBe(last !== undefined && last !== 'working');
      }),
    );
  });

  it('only ever adds to what it said: a new change leaves the pauses that had ended as they were', () => {
    fc.assert(
      fc.property(changes, (given) => {
        const stages = made(given);
        const before = pausesOf({ stages: stages.slice(0, -1) }).filter(({ until }) => until !== null);
        expect(pausesOf({ stages }).slice(0, before.length)).toEqual(before);
      }),
    );
  });

  it('never tells the same state twice in a row', () => {
    fc.assert(
      fc.property(changes, fc.boolean(), (given, isAssigned) => {
        const told = listStatusChanges(past({ stages: made(given), assignments: [assigned(isAssigned, null)] }));
        for (const [index, { status, at }] of told.slice(1).entries()) {
          expect(status).not.toBe(told[index]?.status);
          expect(at).toBeGreaterThanOrEqual(told[index]?.at ?? 0);
        }
      }),
    );
  });
});
