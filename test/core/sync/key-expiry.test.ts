import { type ApiKey, daysLeftOf, dueKeyWarning, keyInUse, keyWarningAt } from '@core/sync/key-expiry';
import { addMs, type Instant, instantFromEpochMs } from '@core/time/instant';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const DAY_MS = 24 * 60 * 60_000;
const now = instantFromEpochMs(Date.parse('2026-11-27T07:00:00Z'));
const inDays = (days: number) => addMs(now, days * DAY_MS);
const key = (remoteId: number, name: string, expiresAt: Instant | null): ApiKey => ({
  remoteId,
  name,
  createdAt: null,
  expiresAt,
});
const known = (keys: readonly ApiKey[], chosenRemoteId: number | null = null) => ({
  keys,
  readAt: now,
  chosenRemoteId,
});

describe('the key in use', () => {
  const old = key(1, 'Fyra', inDays(-3));
  const fyra = key(2, 'Fyra', inDays(80));
  const other = key(3, 'Excel', inDays(5));

  it('is not known where the server does not tell of keys', () => {
    expect(keyInUse(null)).toEqual({ kind: 'unknown' });
    expect(keyInUse(known([]))).toEqual({ kind: 'unknown' });
  });

  it('is the only one that was still good when the key in use was', () => {
    expect(keyInUse(known([old, other]))).toEqual({ kind: 'known', key: other });
  });

  it('is the only one called Fyra among several', () => {
    expect(keyInUse(known([old, fyra, other]))).toEqual({ kind: 'known', key: fyra });
    expect(keyInUse(known([other, key(4, ' FYRA ', null)]))).toMatchObject({ kind: 'known', key: { remoteId: 4 } });
  });

  it('can be any of several that tell nothing', () => {
    const keys = [other, key(4, 'Skript', inDays(9))];
    expect(keyInUse(known(keys))).toEqual({ kind: 'several', keys });
    const both = [fyra, key(5, 'fyra', inDays(3))];
    expect(keyInUse(known(both))).toEqual({ kind: 'several', keys: both });
  });

  it('is the one the person named, as long as it is there', () => {
    expect(keyInUse(known([fyra, other], 3))).toEqual({ kind: 'known', key: other });
    expect(keyInUse(known([fyra, other], 9))).toEqual({ kind: 'known', key: fyra });
  });
});

describe('the warning about a key', () => {
  it('comes 30, 7 and 1 days before it expires, and once it has', () => {
    const at = (days: number) => keyWarningAt(inDays(days), now);
    expect([31, 30, 8, 7, 2, 1, 0.5, 0, -4].map(at)).toEqual([null, 30, 30, 7, 7, 1, 1, 0, 0]);
  });

  it('is told once each, and begins anew with another key', () => {
    const expiresAt = inDays(6);
    expect(dueKeyWarning({ expiresAt, now }, null)).toBe(7);
    expect(dueKeyWarning({ expiresAt, now }, { expiresAt, days: 30 })).toBe(7);
    expect(dueKeyWarning({ expiresAt, now }, { expiresAt, days: 7 })).toBeNull();
    expect(dueKeyWarning({ expiresAt, now }, { expiresAt: inDays(1), days: 0 })).toBe(7);
  });

  it('is never told twice nor out of order, however seldom somebody looks', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -100, max: 10 }), { minLength: 1, maxLength: 40 }), (days) => {
        let told: { expiresAt: Instant; days: 30 | 7 | 1 | 0 } | null = null;
        const spoken: number[] = [];
        for (const day of days.toSorted((a, b) => a - b)) {
          const due = dueKeyWarning({ expiresAt: now, now: inDays(day) }, told);
          if (due === null) continue;
          spoken.push(due);
          told = { expiresAt: now, days: due };
        }
        expect(spoken).toEqual([...new Set(spoken)].toSorted((a, b) => b - a));
        const last = Math.max(...days);
        expect(spoken.at(-1) ?? null).toBe(keyWarningAt(now, inDays(last)));
      }),
    );
  });

  it('counts whole days, and none below', () => {
    expect([inDays(7), inDays(6.9), inDays(0.2), inDays(-2)].map((at) => daysLeftOf(at, now))).toEqual([7, 6, 0, 0]);
  });
});
