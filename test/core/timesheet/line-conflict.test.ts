import {
  asItStands,
  choicesOf,
  isKnownConflict,
  joinConflicts,
  type LineConflict,
  missingSecondsOf,
} from '@core/timesheet/line-conflict';
import type { PortalValues } from '@core/timesheet/merge-portal-line';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const BASE: PortalValues = { date: '2026-11-23', description: 'Base', workedSeconds: 3600, ticketRemoteId: 7 };

function conflict(changes: Partial<LineConflict> = {}): LineConflict {
  const mine = { ...BASE, workedSeconds: 5400 };
  return { kind: 'locked', fields: ['workedSeconds'], base: BASE, mine, theirs: BASE, ...changes };
}

// SYNC, "Conflicts": "then the server wins and a correction is proposed".
describe('the correction of a locked line', () => {
  it('is what I had written beyond what the portal holds', () => {
    expect(missingSecondsOf(conflict())).toBe(1800);
    expect(choicesOf(conflict())).toEqual(['record-difference', 'leave']);
  });

  it('is left to the office where the portal holds as much or more, or I had deleted the line', () => {
    for (const mine of [BASE, { ...BASE, workedSeconds: 1800 }, null]) {
      expect(missingSecondsOf(conflict({ mine }))).toBeNull();
      expect(choicesOf(conflict({ mine }))).toEqual(['leave']);
    }
  });

  it('is no line under a minute, and none on another ticket', () => {
    expect(missingSecondsOf(conflict({ mine: { ...BASE, workedSeconds: 3659 } }))).toBeNull();
    expect(missingSecondsOf(conflict({ mine: { ...BASE, workedSeconds: 5400, ticketRemoteId: 8 } }))).toBeNull();
  });

  it('is asked for by no other conflict', () => {
    expect(missingSecondsOf(conflict({ kind: 'changed' }))).toBeNull();
    expect(missingSecondsOf(conflict({ kind: 'gone', theirs: null }))).toBeNull();
  });

  it('with what the portal holds by then is what I had written, and never more', () => {
    const seconds = fc.integer({ min: 0, max: 100_000 });
    fc.assert(
      fc.property(seconds, seconds, (written, there) => {
        const mine = { ...BASE, workedSeconds: written };
        const standing = asItStands(conflict({ mine }), { ...BASE, workedSeconds: there });
        const missing = standing === null ? null : missingSecondsOf(standing);
        expect(there + (missing ?? 0)).toBeLessThanOrEqual(Math.max(written, there));
        if (missing !== null) expect(there + missing).toBe(written);
      }),
    );
  });
});

describe('a conflict about a line', () => {
  const changed = conflict({ kind: 'changed', theirs: { ...BASE, workedSeconds: 7200, description: 'Theirs' } });

  it('follows the line as it is by now', () => {
    expect(asItStands(changed, { ...BASE, workedSeconds: 60 })).toMatchObject({ mine: { workedSeconds: 60 } });
    expect(asItStands(conflict(), { ...BASE, workedSeconds: 60 })).toMatchObject({ theirs: { workedSeconds: 60 } });
  });

  it('is none any more once both sides say the same', () => {
    expect(asItStands(changed, { ...BASE, workedSeconds: 7200 })).toBeNull();
    expect(asItStands(conflict(), { ...BASE, workedSeconds: 5400 })).toBeNull();
  });

  it('is known by what both began with and by what the portal had', () => {
    expect(isKnownConflict(changed, { ...changed, mine: { ...BASE, workedSeconds: 60 } })).toBe(true);
    expect(isKnownConflict(changed, { ...changed, theirs: BASE })).toBe(false);
    expect(isKnownConflict(changed, { ...changed, fields: ['date'] })).toBe(false);
    expect(isKnownConflict(changed, { ...changed, kind: 'locked' })).toBe(false);
  });

  it('keeps of an earlier one what it does not speak of itself', () => {
    const later = conflict({
      kind: 'changed',
      fields: ['description'],
      base: { ...BASE, workedSeconds: 5400 },
      theirs: { ...BASE, workedSeconds: 5400, description: 'Later' },
    });
    expect(joinConflicts(changed, later)).toEqual({
      kind: 'changed',
      fields: ['workedSeconds', 'description'],
      base: BASE,
      mine: later.mine,
      theirs: { ...BASE, workedSeconds: 7200, description: 'Later' },
    });
  });
});
