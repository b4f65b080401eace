import { DEFAULT_UNANSWERED_DAYS, unansweredSince } from '@core/ticket/queue-view';
import { addMs, instantFromEpochMs } from '@core/time/instant';
import { describe, expect, it } from 'vitest';
import { termsDocument } from '../terms';

const NOW = instantFromEpochMs(Date.UTC(2026, 10, 23, 8));
const DAY_MS = 86_400_000;

describe('a ticket that we answered', () => {
  it('counts as left unanswered when "seven days have passed", unless the settings say otherwise', () => {
    expect(termsDocument('003')).toContain('seven days have passed');
    expect(unansweredSince(NOW, DEFAULT_UNANSWERED_DAYS)).toBe(addMs(NOW, -7 * DAY_MS));
    expect(unansweredSince(NOW, 14)).toBe(addMs(NOW, -14 * DAY_MS));
  });
});
