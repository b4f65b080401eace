import {
  approvableBandSchema,
  approvalChannelSchema,
  estimateBandSchema,
  limitDecisionSchema,
} from '@core/billing/estimate-band';
import {
  approvalIdSchema,
  customerIdSchema,
  estimateIdSchema,
  limitDecisionIdSchema,
  priceListIdSchema,
  supportPackIdSchema,
} from '@core/ids';
import { instantSchema } from '@core/time/instant-schema';
import { z } from 'zod';

// What the window is shown of the four-hour rule, of price lists and of support packs.

/** A customer's word that the ticket may take longer. */
export const approvalViewSchema = z.object({
  id: approvalIdSchema,
  /** `colleague`: read from an internal note on the portal. */
  origin: z.enum(['mine', 'colleague']),
  approvedBy: z.string(),
  approvedAt: instantSchema,
  channel: approvalChannelSchema,
  band: approvableBandSchema.nullable(),
  limitSeconds: z.int(),
  note: z.string(),
  recordedBy: z.string(),
  recordedAt: instantSchema,
  isWithdrawn: z.boolean(),
});
export type ApprovalView = z.infer<typeof approvalViewSchema>;

/** An estimate that was given to the customer. */
export const estimateViewSchema = z.object({
  id: estimateIdSchema,
  band: estimateBandSchema,
  estimatedMinutes: z.int().nullable(),
  madeBy: z.string(),
  madeAt: instantSchema,
});
export type EstimateView = z.infer<typeof estimateViewSchema>;

/** Where the limit of a ticket comes from, what is over it, and what was decided about that. */
export const limitViewSchema = z.object({
  limitSeconds: z.int(),
  source: z.enum(['terms', 'approval']),
  /** My worked time past the limit that waits here. */
  unapprovedSeconds: z.int(),
  /** Time past the limit that stands on the portal already, mine or a colleague's. */
  sentOverSeconds: z.int(),
  /** What was decided at this limit; null: nothing yet. */
  decision: z
    .object({
      id: limitDecisionIdSchema,
      decision: limitDecisionSchema,
      decidedBy: z.string(),
      decidedAt: instantSchema,
    })
    .nullable(),
  /** Newest first, withdrawn ones included. */
  approvals: z.array(approvalViewSchema),
  /** Newest first. */
  estimates: z.array(estimateViewSchema),
});
export type LimitView = z.infer<typeof limitViewSchema>;

/** How worked time becomes charged time and money. */
export const priceListViewSchema = z.object({
  /** Null: the terms' own, which is always there. */
  id: priceListIdSchema.nullable(),
  name: z.string(),
  minimumMinutes: z.int().min(0).max(480),
  stepMinutes: z.int().min(1).max(60),
  /** Null: no money is shown. */
  ratePerHourOre: z.int().min(0).max(100_000_000).nullable(),
  /** 1000 is the ordinary rate, 1500 half as much again. */
  overtimePermille: z.int().min(1000).max(10_000),
});
export type PriceListView = z.infer<typeof priceListViewSchema>;

export const pricesViewSchema = z.object({
  priceLists: z.array(priceListViewSchema),
  customers: z.array(
    z.object({
      id: customerIdSchema,
      name: z.string(),
      priceListId: priceListIdSchema.nullable(),
      hasSupportPack: z.boolean(),
    }),
  ),
});
export type PricesView = z.infer<typeof pricesViewSchema>;

/** Prepaid time. */
export const packViewSchema = z.object({
  id: supportPackIdSchema,
  prepaidMinutes: z.int(),
  /** Drawn before counting began here, and since. */
  usedMinutes: z.int(),
  /** The part of it that was drawn before counting began here, as a person wrote it down. */
  usedBeforeMinutes: z.int(),
  leftMinutes: z.int(),
  boughtOn: z.string(),
  countsFrom: instantSchema,
  note: z.string(),
});
export type PackView = z.infer<typeof packViewSchema>;

/** The packs of one customer together. Counts the tickets that are kept on this computer. */
export const packsViewSchema = z.object({
  customerId: customerIdSchema,
  customerName: z.string(),
  /** `portal`: the portal tells what was ordered and is left, and nothing of it can be changed here. */
  origin: z.enum(['here', 'portal']),
  /** Oldest first, as they are drawn from. */
  packs: z.array(packViewSchema),
  /** Written down here, and not counted because the portal has packs of this customer. */
  uncounted: z.array(packViewSchema),
  prepaidMinutes: z.int(),
  leftMinutes: z.int(),
  /** Charged time that no pack covers. */
  overdrawnMinutes: z.int(),
  /** Drawn in the last 28 days. */
  drawnLastFourWeeksMinutes: z.int(),
  /** The Stockholm date on which the packs are used up at that pace; null when nothing was drawn or nothing is left. */
  emptyOn: z.string().nullable(),
});
export type PacksView = z.infer<typeof packsViewSchema>;

export const packWarningViewSchema = z.object({
  customerId: customerIdSchema,
  customerName: z.string(),
  leftMinutes: z.int(),
  /** 800: a fifth is left. 1000: nothing is left. */
  thresholdPermille: z.int(),
});
export type PackWarningView = z.infer<typeof packWarningViewSchema>;

/** The four-hour meter of one ticket, in seconds of worked time that counts against the limit. */
export const meterViewSchema = z.object({
  limitSeconds: z.int(),
  mineSyncedSeconds: z.int(),
  colleaguesSeconds: z.int(),
  notYetSentSeconds: z.int(),
  runningSeconds: z.int(),
  /** The sum of the four. */
  countedSeconds: z.int(),
  /** What is left to the limit; 0 when it is reached. */
  leftSeconds: z.int(),
  /** Time without a verdict: shown beside the meter, not in it. */
  undecidedSeconds: z.int(),
  /** The part of the counted time that is past the limit and waits here for approval. */
  unapprovedSeconds: z.int(),
  /** Where the warnings speak, in permille of the limit, lowest first. */
  thresholdsPermille: z.array(z.number()),
  /** The highest threshold reached, in permille of the limit: 0, 750, 875, 938 (3 h 45 of 4 h) or 1000. */
  reachedPermille: z.int(),
});
export type MeterView = z.infer<typeof meterViewSchema>;

/** The parts of the sentence that explains a charge: "22 min worked → 30 min charged (minimum charge)". */
export const chargeViewSchema = z.object({
  workedMinutes: z.int(),
  chargedMinutes: z.int(),
  reason: z.enum(['nothing-chargeable', 'minimum', 'rounded-up', 'exact', 'held-at-limit']),
  /** What it costs, overtime included; null where the price list has no rate. */
  amountOre: z.int().nullable(),
});
export type ChargeView = z.infer<typeof chargeViewSchema>;
