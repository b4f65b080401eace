import { nextAttemptDelayMs } from '@core/sync/retry-schedule';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

function delay({ attempts = 1, random = 0.999_999, retryAfterMs = null as number | null }): number {
  return nextAttemptDelayMs({ attempts, random, retryAfterMs });
}

describe('the delay before the next attempt', () => {
  it('lies below 2ⁿ seconds, and below 300 at last', () => {
    expect([1, 2, 3, 8, 9, 5000].map((attempts) => delay({ attempts }))).toEqual([
      1999, 3999, 7999, 255_999, 299_999, 299_999,
    ]);
  });

  it('is by chance', () => {
    expect(delay({ attempts: 4, random: 0.5 })).toBe(8000);
    expect(delay({ attempts: 4, random: 0 })).toBe(0);
  });

  it('is not shorter than the server asked for, up to an hour', () => {
    expect(delay({ retryAfterMs: 120_000 })).toBe(120_000);
    expect(delay({ attempts: 9, retryAfterMs: 1000 })).toBe(299_999);
    expect(delay({ retryAfterMs: 1e12 })).toBe(3_600_000);
    expect(delay({ retryAfterMs: -5 })).toBe(1999);
  });

  it('is always a whole number that time can be counted with', () => {
    fc.assert(
      fc.property(
        fc.nat(),
        fc.double({ min: 0, max: 0.999_999, noNaN: true }),
        fc.option(fc.nat()),
        (attempts, random, retryAfterMs) => {
          const ms = delay({ attempts, random, retryAfterMs });
          expect(Number.isInteger(ms) && ms >= 0 && ms <= 3_600_000).toBe(true);
        },
      ),
    );
  });
});
