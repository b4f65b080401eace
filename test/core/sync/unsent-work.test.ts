import { isAllSent, removalObstacle, UNSENT_KINDS, type UnsentWork } from '@core/sync/unsent-work';
import { describe, expect, it } from 'vitest';
import { NOTHING_UNSENT } from '../../../src/main/usecases/read-unsent-work';

const NOTHING: UnsentWork = NOTHING_UNSENT.work;
const LINE: UnsentWork = { ...NOTHING, lines: { count: 1, workedSeconds: 60 } };

// "leaving a server wipes its cache only after unsent work was sent or exported" (issue 5)
describe('what is kept of a portal', () => {
  it('may be removed when everything is sent', () => {
    expect(removalObstacle(NOTHING, { isExported: false })).toBe(null);
  });

  it.each(UNSENT_KINDS)('may not be removed with unsent %s that are in no export', (kind) => {
    const work = { ...NOTHING, [kind]: 1 };
    expect(isAllSent(work)).toBe(false);
    expect(removalObstacle(work, { isExported: false })).toBe('unsent');
    expect(removalObstacle(work, { isExported: true })).toBe(null);
  });

  it('may not be removed with time that is neither sent nor in an export', () => {
    expect(removalObstacle(LINE, { isExported: false })).toBe('unsent');
    expect(removalObstacle(LINE, { isExported: true })).toBe(null);
  });

  it('may not be removed while a timer runs, exported or not: its time goes on', () => {
    const work = { ...NOTHING, runningOn: 'S-1054' };
    for (const isExported of [true, false]) expect(removalObstacle(work, { isExported })).toBe('timer-runs');
  });

  it('may not be removed when nobody can say what it is', () => {
    expect(removalObstacle(null, { isExported: true })).toBe('unreadable');
  });
});
