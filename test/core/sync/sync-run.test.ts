import { isSameAgain, isWorthTelling, type SyncRun } from '@core/sync/sync-run';
import { describe, expect, it } from 'vitest';

const run = (changes: Partial<SyncRun> = {}): SyncRun => ({
  startedAt: 1,
  endedAt: 2,
  outcome: 'done',
  message: '',
  sent: 0,
  parked: 0,
  brought: 0,
  ...changes,
});
const FAILED = { outcome: 'unreachable', message: 'No answer.' } as const;

describe('a sync', () => {
  it.each([
    ['that found nothing to do', run(), false],
    ['that sent something', run({ sent: 1 }), true],
    ['that brought something', run({ brought: 1 }), true],
    ['that left something to a person', run({ parked: 1 }), true],
    ['that failed', run(FAILED), true],
    ['that was stopped', run({ outcome: 'stopped' }), true],
  ])('%s is worth telling or not', (_what, ended, expected) => {
    expect(isWorthTelling(ended)).toBe(expected);
  });

  it.each([
    ['failed for the same reason', run(FAILED), run(FAILED), true],
    ['failed for another reason', run(FAILED), run({ ...FAILED, message: 'Reset.' }), false],
    ['failed otherwise', run(FAILED), run({ ...FAILED, outcome: 'key-refused' }), false],
    ['failed after it had sent something', run(FAILED), run({ ...FAILED, sent: 1 }), false],
    ['failed after one that had sent something', run({ ...FAILED, sent: 1 }), run(FAILED), false],
  ])('that %s is the same again or not', (_what, before, after, expected) => {
    expect(isSameAgain(before, after)).toBe(expected);
  });
});
