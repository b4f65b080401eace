import { instantFromEpochMs } from '@core/time/instant';
import { describe, expect, it } from 'vitest';
import { parseMoment, toMomentText } from '../../../src/renderer/src/ui/stockholm-moment';

const SUMMER = instantFromEpochMs(Date.UTC(2026, 6, 20, 12, 10));
const NEW_YEAR = instantFromEpochMs(Date.UTC(2026, 11, 31, 23, 5));

describe('a moment in two fields', () => {
  it('is what Stockholm shows, in summer and in winter', () => {
    expect(toMomentText(SUMMER)).toEqual({ date: '2026-07-20', time: '14:10' });
    expect(toMomentText(NEW_YEAR)).toEqual({ date: '2027-01-01', time: '00:05' });
  });

  it('is read back', () => {
    for (const at of [SUMMER, NEW_YEAR]) expect(parseMoment(toMomentText(at))).toEqual({ ok: true, value: at });
    expect(parseMoment({ date: '2026-07-20', time: '1410' })).toEqual({ ok: true, value: SUMMER });
  });

  it('says which field cannot be read', () => {
    expect(parseMoment({ date: '2026-02-31', time: '14:10' })).toEqual({ ok: false, failure: 'date' });
    expect(parseMoment({ date: '', time: '14:10' })).toEqual({ ok: false, failure: 'date' });
    expect(parseMoment({ date: '2026-07-20', time: '25:00' })).toEqual({ ok: false, failure: 'time' });
  });
});
