import type { PacksView } from '@ipc/limit-views';

/** How much is left of a customer's packs; each has its own words and icon. */
export type PackLevel = 'enough' | 'low' | 'empty';

/** At a fifth the customer is to be told. Source: 004, "Customer that want 100% control of costs"; the share is our reading. */
const LOW_SHARE = 5;

/** What the bar of a customer's packs draws. */
export interface PackPlan {
  readonly level: PackLevel;
  readonly usedPercent: number;
}

/** Lays out the packs of a customer. */
export function planPacks({
  prepaidMinutes,
  leftMinutes,
}: Pick<PacksView, 'prepaidMinutes' | 'leftMinutes'>): PackPlan {
  const level = leftMinutes <= 0 ? 'empty' : leftMinutes * LOW_SHARE <= prepaidMinutes ? 'low' : 'enough';
  const usedMinutes = Math.max(0, prepaidMinutes - Math.max(0, leftMinutes));
  return { level, usedPercent: prepaidMinutes === 0 ? 100 : (usedMinutes / prepaidMinutes) * 100 };
}
