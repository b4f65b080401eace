import {
  computeMeter,
  DEFAULT_WARNING_PERCENTS,
  type MeterLine,
  planWarning,
  type RaisedWarning,
  thresholdSeconds,
  WARNING_THRESHOLDS,
  type WarningThreshold,
  warningThresholds,
} from '@core/billing/four-hour-rule';
import { verdictSchema } from '@core/billing/kind-of-work';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const HOUR = 3_600;

const namesOf = (thresholds: readonly WarningThreshold[]) => thresholds.map(({ permille }) => permille);

describe('thresholds that were set', () => {
  it('are those of the domain unless told otherwise, under the names that were stored so far', () => {
    expect(warningThresholds(DEFAULT_WARNING_PERCENTS)).toEqual(WARNING_THRESHOLDS);
    expect(namesOf(WARNING_THRESHOLDS)).toEqual([750, 875, 938, 1000]);
  });

  it('stand in order, with the limit itself always last', () => {
    expect(namesOf(warningThresholds([90, 50]))).toEqual([500, 900, 1000]);
    expect(namesOf(warningThresholds([]))).toEqual([1000]);
  });

  it('are exact where a binary fraction is not', () => {
    const [threshold] = warningThresholds([33.3]);
    expect(threshold && thresholdSeconds(threshold, 10 * HOUR)).toBe(11_988);
  });

  it('have one name each, which is not that of the limit, and lie below it', () => {
    expect(namesOf(warningThresholds([93.75, 93.8, 93.75]))).toEqual([938, 1000]);
    expect(warningThresholds([93.75, 93.8])[0]).toMatchObject({ numerator: 9_375, denominator: 10_000 });
    expect(namesOf(warningThresholds([0, -5, 99.96, 100, 120]))).toEqual([1000]);
  });
});

/** Something that moves a ticket's total, or does not. */
type Step =
  | { readonly kind: 'pull' | 'edit'; readonly at: number; readonly line: MeterLine }
  | { readonly kind: 'delete'; readonly at: number }
  | { readonly kind: 'run'; readonly seconds: number }
  | { readonly kind: 'limit'; readonly limitSeconds: number }
  | { readonly kind: 'restart' };

const lineArbitrary = (origin: MeterLine['origin']): fc.Arbitrary<MeterLine> =>
  fc.record({
    workedSeconds: fc.nat({ max: 2 * HOUR }),
    verdict: fc.constantFrom(...verdictSchema.options),
    origin: fc.constant(origin),
    isSent: fc.boolean(),
  });

const stepArbitrary: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant('pull' as const), at: fc.nat({ max: 3 }), line: lineArbitrary('colleague') }),
  fc.record({ kind: fc.constant('edit' as const), at: fc.nat({ max: 3 }), line: lineArbitrary('mine') }),
  fc.record({ kind: fc.constant('delete' as const), at: fc.nat({ max: 3 }) }),
  fc.record({ kind: fc.constant('run' as const), seconds: fc.nat({ max: HOUR }) }),
  fc.record({ kind: fc.constant('limit' as const), limitSeconds: fc.constantFrom(2 * HOUR, 4 * HOUR, 10 * HOUR) }),
  fc.constant({ kind: 'restart' as const }),
);

interface Ticket {
  readonly lines: ReadonlyMap<string, MeterLine>;
  readonly runningSeconds: number;
  readonly limitSeconds: number;
}

function take(ticket: Ticket, step: Step): Ticket {
  const lines = new Map(ticket.lines);
  switch (step.kind) {
    case 'pull':
    case 'edit':
      lines.set(`${step.line.origin}-${step.at}`, step.line);
      return { ...ticket, lines };
    case 'delete':
      lines.delete(`mine-${step.at}`);
      return { ...ticket, lines };
    case 'run':
      return { ...ticket, runningSeconds: step.seconds };
    case 'limit':
      return { ...ticket, limitSeconds: step.limitSeconds };
    case 'restart':
      return ticket;
  }
}

const NEW_TICKET: Ticket = { lines: new Map(), runningSeconds: 0, limitSeconds: 4 * HOUR };

function countedOn({ lines, runningSeconds }: Ticket): number {
  const charged = [...lines.values()].filter(
    ({ verdict }) => verdict === 'chargeable' || verdict === 'always-separate',
  );
  return charged.reduce((sum, { workedSeconds }) => sum + workedSeconds, runningSeconds);
}

/** What the rule says is heard: it remembers by itself which thresholds are armed, and never restarts. */
function expectedSpeech(tickets: readonly Ticket[], thresholds: readonly WarningThreshold[]): (number | null)[] {
  const armed = new Set(namesOf(thresholds));
  let limitBefore: number | null = null;
  return tickets.map((ticket) => {
    if (ticket.limitSeconds !== limitBefore) for (const name of namesOf(thresholds)) armed.add(name);
    limitBefore = ticket.limitSeconds;
    const crossed: number[] = [];
    for (const threshold of thresholds) {
      const isReached = countedOn(ticket) >= thresholdSeconds(threshold, ticket.limitSeconds);
      if (isReached && armed.delete(threshold.permille)) crossed.push(threshold.permille);
      if (!isReached) armed.add(threshold.permille);
    }
    return crossed.at(-1) ?? null;
  });
}

describe('under any order of edits, pulls and restarts', () => {
  it('a threshold speaks once per upward crossing, and of several at once the highest', () => {
    const percents = fc.array(fc.integer({ min: 100, max: 9_900 }), { maxLength: 4 });
    fc.assert(
      fc.property(fc.array(stepArbitrary, { maxLength: 40 }), percents, (steps, hundredths) => {
        const thresholds = warningThresholds(hundredths.map((hundredth) => hundredth / 100));
        const tickets: Ticket[] = [];
        const heard: (number | null)[] = [];
        let stored = '[]';
        let remembered: readonly RaisedWarning[] = [];
        let ticket = NEW_TICKET;
        for (const step of steps) {
          ticket = take(ticket, step);
          // A restart forgets everything but what was written down.
          if (step.kind === 'restart') remembered = JSON.parse(stored) as RaisedWarning[];
          const meter = computeMeter({
            lines: [...ticket.lines.values()],
            running: { workedSeconds: ticket.runningSeconds, verdict: 'chargeable' },
            limitSeconds: ticket.limitSeconds,
            thresholds,
          });
          expect(meter.countedSeconds).toBe(countedOn(ticket));
          const plan = planWarning({ ...meter, thresholds, raised: remembered });
          remembered = plan.raised;
          stored = JSON.stringify(plan.raised);
          tickets.push(ticket);
          heard.push(plan.raise?.permille ?? null);
          expect(meter.reachedPermille).toBe(plan.raised.at(-1)?.thresholdPermille ?? 0);
        }
        expect(heard).toEqual(expectedSpeech(tickets, thresholds));
      }),
      { numRuns: 300 },
    );
  });
});
