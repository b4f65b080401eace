import { approvalIdSchema, estimateIdSchema } from '@core/ids';
import { instantFromEpochMs } from '@core/time/instant';
import type { ApprovalView, LimitView } from '@ipc/limit-views';
import { describe, expect, it } from 'vitest';
import { currentApproval, planHistory } from '../../../src/renderer/src/features/ticket/limit-history';

const HOUR = 3600;

function makeApproval(digit: number, parts: Partial<ApprovalView> = {}): ApprovalView {
  return {
    id: approvalIdSchema.parse(`0198f000-0001-7000-8000-00000000000${digit}`),
    origin: 'mine',
    approvedBy: `Kund ${digit}`,
    approvedAt: instantFromEpochMs(digit * 1000),
    channel: 'email',
    band: null,
    limitSeconds: 10 * HOUR,
    note: '',
    recordedBy: 'Anna',
    recordedAt: instantFromEpochMs(digit * 1000),
    isWithdrawn: false,
    ...parts,
  };
}

function makeLimit(parts: Partial<LimitView>): LimitView {
  return {
    limitSeconds: 10 * HOUR,
    source: 'approval',
    unapprovedSeconds: 0,
    sentOverSeconds: 0,
    decision: null,
    approvals: [],
    estimates: [],
    ...parts,
  };
}

describe('the history of a limit', () => {
  it('has questions and answers in one list, newest first', () => {
    const estimate = {
      id: estimateIdSchema.parse('0198f000-0001-7000-8000-000000000009'),
      band: 'under-10' as const,
      estimatedMinutes: null,
      madeBy: 'Anna',
      madeAt: instantFromEpochMs(1500),
    };
    const limit = makeLimit({ approvals: [makeApproval(2), makeApproval(1)], estimates: [estimate] });
    expect(planHistory(limit).map(({ kind, at }) => [kind, at])).toEqual([
      ['approval', 2000],
      ['estimate', 1500],
      ['approval', 1000],
    ]);
  });

  it('marks the approval that holds: the latest that is not withdrawn and sets this limit', () => {
    const approvals = [
      makeApproval(3, { isWithdrawn: true }),
      makeApproval(2),
      makeApproval(1, { limitSeconds: 20 * HOUR }),
    ];
    expect(currentApproval(makeLimit({ approvals }))?.approvedBy).toBe('Kund 2');
  });

  it('marks none where the terms set the limit', () => {
    const approvals = [makeApproval(1, { isWithdrawn: true })];
    expect(currentApproval(makeLimit({ approvals, source: 'terms', limitSeconds: 4 * HOUR }))).toBeNull();
  });
});
