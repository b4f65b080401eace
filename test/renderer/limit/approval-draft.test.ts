import { estimateIdSchema } from '@core/ids';
import { instantFromEpochMs } from '@core/time/instant';
import type { LimitView, MeterView } from '@ipc/limit-views';
import { describe, expect, it } from 'vitest';
import {
  beginApprovalDraft,
  effectOfLimit,
  readApprovalDraft,
} from '../../../src/renderer/src/features/limit/approval-draft';

const HOUR = 3600;
const NOW = { date: '2026-11-25', time: '14:10' };
const LIMIT: LimitView = {
  limitSeconds: 4 * HOUR,
  source: 'terms',
  unapprovedSeconds: 0,
  sentOverSeconds: 0,
  decision: null,
  approvals: [],
  estimates: [],
};

function makeMeter(parts: Partial<MeterView>): MeterView {
  return {
    limitSeconds: 4 * HOUR,
    mineSyncedSeconds: 0,
    colleaguesSeconds: 0,
    notYetSentSeconds: 0,
    runningSeconds: 0,
    countedSeconds: 0,
    leftSeconds: 0,
    undecidedSeconds: 0,
    unapprovedSeconds: 0,
    thresholdsPermille: [],
    reachedPermille: 0,
    ...parts,
  };
}

describe('an approval that is written down', () => {
  it('begins with what was asked for last', () => {
    const estimate = {
      id: estimateIdSchema.parse('0198f000-0001-7000-8000-000000000001'),
      band: 'specific' as const,
      estimatedMinutes: 26 * 60,
      madeBy: 'Anna',
      madeAt: instantFromEpochMs(0),
    };
    expect(beginApprovalDraft({ ...LIMIT, estimates: [estimate] })).toMatchObject({ band: 'specific', hours: '26' });
    expect(beginApprovalDraft(LIMIT).band).toBe('under-10');
    expect(beginApprovalDraft({ ...LIMIT, limitSeconds: 10 * HOUR }).band).toBe('under-20');
  });

  it('is now unless somebody says otherwise', () => {
    const draft = { ...beginApprovalDraft(LIMIT), approvedBy: ' Elin ' };
    expect(readApprovalDraft(draft, NOW)).toEqual({
      ok: true,
      value: {
        approvedBy: 'Elin',
        approvedAt: Date.UTC(2026, 10, 25, 13, 10),
        channel: 'email',
        band: 'under-10',
        limitMinutes: 600,
        note: '',
      },
    });
    const earlier = readApprovalDraft({ ...draft, moment: { date: '2026-11-24', time: '9' } }, NOW);
    expect(earlier.ok && earlier.value.approvedAt).toBe(Date.UTC(2026, 10, 24, 8, 0));
  });

  it('names the field that keeps it from being saved', () => {
    const draft = { ...beginApprovalDraft(LIMIT), approvedBy: 'Elin' };
    const problemOf = (changed: object) => readApprovalDraft({ ...draft, ...changed }, NOW);
    expect(problemOf({ approvedBy: '  ' })).toEqual({ ok: false, failure: 'by' });
    expect(problemOf({ moment: { date: 'i går', time: '9' } })).toEqual({ ok: false, failure: 'date' });
    expect(problemOf({ moment: { date: '2026-11-24', time: 'lunch' } })).toEqual({ ok: false, failure: 'time' });
    expect(problemOf({ band: 'specific', hours: '' })).toEqual({ ok: false, failure: 'hours' });
  });
});

describe('what a new limit does', () => {
  it('lets go of what waits', () => {
    const meter = makeMeter({ countedSeconds: 5 * HOUR, notYetSentSeconds: 5 * HOUR, unapprovedSeconds: HOUR });
    expect(effectOfLimit(meter, 10 * HOUR)).toEqual({
      leftSeconds: 5 * HOUR,
      releasedSeconds: HOUR,
      overSeconds: 0,
    });
  });

  it('keeps what is past it too, the timer that runs first', () => {
    const meter = makeMeter({ countedSeconds: 7 * HOUR, runningSeconds: HOUR, unapprovedSeconds: 2 * HOUR });
    expect(effectOfLimit(meter, 5 * HOUR)).toEqual({ leftSeconds: 0, releasedSeconds: HOUR, overSeconds: 2 * HOUR });
  });
});
