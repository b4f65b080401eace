import { addMs, instantFromEpochMs } from '@core/time/instant';
import { describe, expect, it } from 'vitest';
import { minutesBetween, planEarlierStart } from '../../../src/renderer/src/ui/earlier-start';

const MINUTE = 60_000;
const NOW = instantFromEpochMs(Date.UTC(2026, 10, 25, 9, 0));

describe('a start from earlier', () => {
  it('begins so long ago where nothing is recorded', () => {
    expect(planEarlierStart(10, NOW, null)).toEqual({ startsAt: addMs(NOW, -10 * MINUTE), isBounded: false });
  });

  it('never begins before the end of recorded work, and says so', () => {
    const recordedUntil = addMs(NOW, -7 * MINUTE);
    expect(planEarlierStart(10, NOW, recordedUntil)).toEqual({ startsAt: recordedUntil, isBounded: true });
    expect(planEarlierStart(7, NOW, recordedUntil).isBounded).toBe(false);
  });

  it('never begins in the future', () => {
    expect(planEarlierStart(10, NOW, addMs(NOW, MINUTE))).toEqual({ startsAt: NOW, isBounded: true });
  });

  it('invents no minute', () => {
    expect(minutesBetween(addMs(NOW, -6.9 * MINUTE), NOW)).toBe(6);
    expect(minutesBetween(addMs(NOW, MINUTE), NOW)).toBe(0);
  });
});
