import type { ApprovalView, EstimateView, LimitView } from '@ipc/limit-views';

/** Something that was asked or answered about a ticket's time. */
export type HistoryEntry =
  | { readonly kind: 'approval'; readonly at: number; readonly approval: ApprovalView; readonly isCurrent: boolean }
  | { readonly kind: 'estimate'; readonly at: number; readonly estimate: EstimateView };

/** Estimates and approvals in one list, newest first. The approval that sets the limit now is marked. */
export function planHistory({ source, limitSeconds, approvals, estimates }: LimitView): readonly HistoryEntry[] {
  const standing = approvals
    .filter((approval) => !approval.isWithdrawn && approval.limitSeconds === limitSeconds)
    .toSorted((one, other) => other.approvedAt - one.approvedAt || (one.id < other.id ? 1 : -1));
  const currentId = source === 'approval' ? standing[0]?.id : undefined;
  return [
    ...approvals.map((approval): HistoryEntry => {
      return { kind: 'approval', at: approval.approvedAt, approval, isCurrent: approval.id === currentId };
    }),
    ...estimates.map((estimate): HistoryEntry => ({ kind: 'estimate', at: estimate.madeAt, estimate })),
  ].toSorted((one, other) => other.at - one.at);
}

/** The approval that sets the limit now; null: the terms do. */
export function currentApproval(limit: LimitView): ApprovalView | null {
  for (const entry of planHistory(limit)) {
    if (entry.kind === 'approval' && entry.isCurrent) return entry.approval;
  }
  return null;
}
