import { instantFromEpochMs } from '@core/time/instant';
import { computeTimerIntervals, endOf, type TimerIntervals } from '@core/timer/timer-intervals';
import { type ClockReading, type TimerEvent, timerEventSchema } from '@core/timer/timer-log';
import { splitWorkByDate } from '@core/timer/work-by-date';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { sumMs } from './logs';
import { readReference } from './reference-timer';

/** Monday 23 November 2026, noon in UTC. */
const NOON = Date.UTC(2026, 10, 23, 12);

/** Any clocks at all: three boots, each clock going where it likes. `spread` decides how often readings coincide. */
function anyReading(spread: number): fc.Arbitrary<ClockReading> {
  return fc.record({
    wall: fc.integer({ min: 0, max: spread }).map((ms) => instantFromEpochMs(NOON + ms)),
    monotonicMs: fc.integer({ min: 0, max: spread }),
    bootId: fc.constantFrom('boot-1', 'boot-1', 'boot-1', 'boot-2', 'boot-3'),
  });
}

type Draft =
  | { readonly kind: 'event'; readonly event: TimerEvent }
  /** Something a person says about the unwatched stretch of that number, or about none. */
  | { readonly kind: 'said'; readonly about: number; readonly what: TimerEvent };

function anyDraft(spread: number): fc.Arbitrary<Draft> {
  const at = anyReading(spread);
  const earlierMs = fc.integer({ min: 1, max: spread });
  const cause = fc.constantFrom(...(['no-heartbeat', 'sleep', 'lock', 'idle', 'shutdown', 'overrun'] as const));
  const unknownFrom = at.map(({ wall }) => wall);
  const event = fc.oneof<fc.Arbitrary<TimerEvent>[]>(
    fc.record(
      { kind: fc.constantFrom('started' as const, 'resumed' as const), at, earlierMs },
      { requiredKeys: ['kind', 'at'] },
    ),
    fc.record({ kind: fc.constantFrom('resumed' as const, 'paused' as const, 'away-ended' as const), at }),
    fc.record({ kind: fc.constantFrom('stopped' as const, 'overrun-confirmed' as const), at }),
    fc.record(
      { kind: fc.constantFrom('gap-found' as const, 'paused-after-gap' as const), from: at, at, cause },
      { requiredKeys: ['kind', 'from', 'at'] },
    ),
    fc.record({ kind: fc.constant('away-began' as const), from: at, at, cause }),
  );
  const said = fc.oneof<fc.Arbitrary<TimerEvent>[]>(
    fc.record({
      kind: fc.constant('unknown-decided' as const),
      at,
      unknownFrom,
      decision: fc.constantFrom('keep' as const, 'discard' as const, 'give' as const),
    }),
    fc.record({
      kind: fc.constant('unknown-split' as const),
      at,
      unknownFrom,
      afterMs: fc.integer({ min: 0, max: spread }),
    }),
    fc.record({ kind: fc.constant('unknown-reopened' as const), at, unknownFrom }),
  );
  return fc.oneof(
    { weight: 3, arbitrary: event.map((given): Draft => ({ kind: 'event', event: given })) },
    {
      weight: 2,
      arbitrary: fc
        .record({ about: fc.nat({ max: 9 }), what: said })
        .map(({ about, what }): Draft => ({ kind: 'said', about, what })),
    },
  );
}

/** Lets what was said be about stretches that are there, where one is. */
function write(begins: TimerEvent | null, drafts: readonly Draft[]): TimerEvent[] {
  const log: TimerEvent[] = begins ? [begins] : [];
  for (const draft of drafts) {
    if (draft.kind === 'event') {
      log.push(draft.event);
      continue;
    }
    const unwatched = readReference(log, null).pieces.filter(([, , what]) => what !== 'work');
    const [from] = unwatched[draft.about % Math.max(1, unwatched.length)] ?? [];
    log.push(timerEventSchema.parse(from === undefined ? draft.what : { ...draft.what, unknownFrom: from }));
  }
  return log;
}

const life = fc.constantFrom(30, 100_000_000).chain((spread) =>
  fc
    .record({
      begins: fc.option(fc.record({ kind: fc.constant('started' as const), at: anyReading(spread) }), { freq: 9 }),
      drafts: fc.array(anyDraft(spread), { maxLength: 25 }),
      until: fc.option(anyReading(spread), { freq: 4 }),
    })
    .map(({ begins, drafts, until }) => ({ log: write(begins, drafts), until })),
);

/** Everything a timer holds, in order, named as the reference names it. */
function piecesOf({ worked, unknown, decided }: TimerIntervals): [number, number, string][] {
  const kept = new Set(decided.filter(({ decision }) => decision === 'keep').map(({ startedAt }) => startedAt));
  return [
    ...worked.filter(({ startedAt }) => !kept.has(startedAt)).map((work) => ({ ...work, what: 'work' })),
    ...unknown.map((open) => ({ ...open, what: 'open' })),
    ...decided.map((answered) => ({ ...answered, what: answered.decision })),
  ]
    .toSorted((a, b) => a.startedAt - b.startedAt)
    .map(({ startedAt, durationMs, what }) => [startedAt, durationMs, what]);
}

describe('whatever a log holds, and however its clocks were set', { timeout: 30_000 }, () => {
  it('its intervals are what a plain second reading says, to the millisecond', () => {
    fc.assert(
      fc.property(life, ({ log, until }) => {
        const reference = readReference(log, until);
        const intervals = computeTimerIntervals(log, until);
        expect(sumMs(intervals.worked)).toBe(reference.workMs);
        expect(sumMs(intervals.unknown)).toBe(reference.unknownMs);
        expect(piecesOf(intervals)).toEqual(reference.pieces);
        expect(intervals.state).toBe(reference.state);
      }),
      { numRuns: 5_000 },
    );
  });

  it('no two of its intervals overlap', () => {
    fc.assert(
      fc.property(life, ({ log, until }) => {
        const { worked, unknown, decided } = computeTimerIntervals(log, until);
        const all = [...worked, ...unknown, ...decided.filter(({ decision }) => decision !== 'keep')];
        const inOrder = all.toSorted((a, b) => a.startedAt - b.startedAt);
        for (const [index, interval] of inOrder.entries()) {
          expect(interval.durationMs).toBeGreaterThan(0);
          const next = inOrder[index + 1];
          if (next) expect(next.startedAt).toBeGreaterThanOrEqual(endOf(interval));
        }
        for (const list of [worked, unknown, decided]) {
          expect(list).toEqual(list.toSorted((a, b) => a.startedAt - b.startedAt));
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('what a person says moves time between unknown, work and no work, and makes or loses none', () => {
    const isSaid = ({ kind }: TimerEvent) => kind.startsWith('unknown-');
    fc.assert(
      fc.property(life, ({ log, until }) => {
        const said = computeTimerIntervals(log, until);
        const silent = computeTimerIntervals(
          log.filter((event) => !isSaid(event)),
          until,
        );
        const elsewhere = said.decided.filter(({ decision }) => decision !== 'keep');
        expect(sumMs(said.worked) + sumMs(said.unknown) + sumMs(elsewhere)).toBe(
          sumMs(silent.worked) + sumMs(silent.unknown),
        );
        expect(sumMs(said.worked)).toBeGreaterThanOrEqual(sumMs(silent.worked));
        expect(said.state).toBe(silent.state);
      }),
      { numRuns: 1_000 },
    );
  });

  it('it says the same after it was written down and read again', () => {
    fc.assert(
      fc.property(life, ({ log, until }) => {
        const read = timerEventSchema.array().parse(JSON.parse(JSON.stringify(log)));
        expect(computeTimerIntervals(read, until)).toEqual(computeTimerIntervals(log, until));
      }),
    );
  });
});

describe('in whatever time zone the computer stands', () => {
  const zoneBefore = process.env['TZ'];
  afterEach(() => {
    if (zoneBefore === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zoneBefore;
  });

  const zones = [
    'UTC',
    'Europe/Stockholm',
    'America/St_Johns',
    'Pacific/Apia',
    'Asia/Kathmandu',
    'Australia/Lord_Howe',
  ];

  it('a log is worth the same, and lies on the same dates of Stockholm', () => {
    fc.assert(
      fc.property(life, ({ log, until }) => {
        const answers = zones.map((zone) => {
          process.env['TZ'] = zone;
          const intervals = computeTimerIntervals(log, until);
          return JSON.stringify({ intervals, dates: splitWorkByDate(intervals.worked) });
        });
        expect(new Set(answers).size).toBe(1);
      }),
    );
  });

  it('which the test really changes', () => {
    const offsets = zones.map((zone) => {
      process.env['TZ'] = zone;
      return new Date(NOON).getTimezoneOffset();
    });
    expect(new Set(offsets).size).toBe(zones.length);
  });
});
