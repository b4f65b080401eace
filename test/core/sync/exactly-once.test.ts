import { externalIdOf, messageUidOf, type PendingOperation, planPush, splitExternalId } from '@core/sync/exactly-once';
import { operationStateSchema } from '@core/sync/operation';
import { instantFromEpochMs } from '@core/time/instant';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const UUID = '0199d3a0-1111-7222-8333-444455556666';
const NOW = instantFromEpochMs(1000);

describe('the names a record is known by on the portal', () => {
  it('follow from its id alone', () => {
    expect(externalIdOf(UUID)).toBe(`__import__.wb_${UUID}`);
    expect(splitExternalId(externalIdOf(UUID))).toEqual({ module: '__import__', name: `wb_${UUID}` });
    expect(messageUidOf(UUID)).toBe(`<wb-${UUID}@fyra.invalid>`);
  });
});

function operation(id: string, rest: Partial<PendingOperation<string>> = {}): PendingOperation<string> {
  return { id, sequence: 1, state: 'waiting', dependsOn: null, nextAttemptAt: NOW, isPicture: false, ...rest };
}

describe('what may be sent next', () => {
  const plan = (...entries: PendingOperation<string>[]) => planPush(entries, NOW, 'rest');

  it('goes in the order it was written', () => {
    expect(plan(operation('b', { sequence: 2 }), operation('a', { sequence: 1 }))).toEqual(['a', 'b']);
  });

  it('is a picture on its own lane, and never on the other', () => {
    const entries = [
      operation('picture', { sequence: 1, isPicture: true }),
      operation('line', { sequence: 2 }),
      operation('message', { sequence: 3, dependsOn: 'picture' }),
    ];
    expect(planPush(entries, NOW, 'rest')).toEqual(['line']);
    expect(planPush(entries, NOW, 'pictures')).toEqual(['picture']);
  });

  it('waits for its time', () => {
    expect(plan(operation('a', { nextAttemptAt: instantFromEpochMs(1001) }), operation('b', { sequence: 2 }))).toEqual([
      'b',
    ]);
  });

  it('holds what is in flight, which has to be asked about, and not what is done or parked', () => {
    expect(
      plan(
        operation('in flight', { state: 'in-flight' }),
        operation('done', { state: 'done' }),
        operation('parked', { state: 'parked' }),
      ),
    ).toEqual(['in flight']);
  });

  it.each(['waiting', 'in-flight', 'parked'] as const)('waits for what it depends on while that is %s', (state) => {
    const first = operation('first', { state, nextAttemptAt: instantFromEpochMs(9999) });
    expect(plan(first, operation('second', { sequence: 2, dependsOn: 'first' }))).toEqual([]);
  });

  it('counts what is done, or not listed any more, as done', () => {
    expect(plan(operation('a', { state: 'done' }), operation('b', { dependsOn: 'a' }))).toEqual(['b']);
    expect(plan(operation('b', { dependsOn: 'long gone' }))).toEqual(['b']);
  });

  it('is held up by a parked operation only where it depends on it', () => {
    expect(
      plan(
        operation('parked', { state: 'parked' }),
        operation('message', { sequence: 2, dependsOn: 'parked' }),
        operation('line', { sequence: 3 }),
      ),
    ).toEqual(['line']);
  });

  it('never holds one whose dependency is open, and sends everything in the end', () => {
    const outbox = fc
      .array(
        fc.record({
          state: fc.constantFrom(...operationStateSchema.options.filter((state) => state !== 'parked')),
          dependsOn: fc.option(fc.nat()),
          isPicture: fc.boolean(),
        }),
        { maxLength: 10 },
      )
      .map((drafts) =>
        drafts.map(({ state, dependsOn, isPicture }, index) =>
          operation(String(index), {
            sequence: index,
            state,
            isPicture,
            dependsOn: dependsOn === null || index === 0 ? null : String(dependsOn % index),
          }),
        ),
      );
    fc.assert(
      fc.property(outbox, (begin) => {
        let entries = begin;
        for (let round = 0; round <= begin.length; round += 1) {
          const [next] = [...planPush(entries, NOW, 'rest'), ...planPush(entries, NOW, 'pictures')];
          const entry = entries.find(({ id }) => id === next);
          if (!entry) break;
          expect(entries.find(({ id }) => id === entry.dependsOn)?.state ?? 'done').toBe('done');
          entries = entries.map((other) => (other.id === next ? { ...other, state: 'done' as const } : other));
        }
        expect(entries.every(({ state }) => state === 'done')).toBe(true);
      }),
    );
  });
});
