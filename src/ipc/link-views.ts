import { ticketIdSchema, ticketLinkIdSchema, timesheetLineIdSchema } from '@core/ids';
import { ticketStateSchema } from '@core/ticket/ticket';
import { mergeRefusalSchema } from '@core/ticket/ticket-link';
import { instantSchema } from '@core/time/instant-schema';
import { lineStaysSchema } from '@core/timesheet/line-stays';
import { z } from 'zod';

const linkedTicketSchema = z.object({
  id: ticketIdSchema,
  number: z.string(),
  title: z.string(),
  state: ticketStateSchema,
});
export type LinkedTicketView = z.infer<typeof linkedTicketSchema>;

/** A link to another ticket. */
const linkSchema = z.object({
  linkId: ticketLinkIdSchema,
  ticket: linkedTicketSchema,
  /** Whether it was made here, so that it can be taken back here; of a part, only as long as the portal does not have it. */
  canBeTakenBack: z.boolean(),
});

/** One of the tickets of a split: the first, or a part. */
const splitTicketSchema = z.object({
  ticket: linkedTicketSchema,
  /** Null: the first. */
  linkId: ticketLinkIdSchema.nullable(),
  canBeTakenBack: z.boolean(),
  chargedMinutes: z.int(),
});
export type SplitTicketView = z.infer<typeof splitTicketSchema>;

/** How a ticket belongs to others. */
export const linksViewSchema = z.object({
  /** The first ticket and its parts, this one among them; null: it was not split. */
  split: z
    .object({
      tickets: z.array(splitTicketSchema),
      chargedMinutes: z.int(),
      /** Null where the price list has no rate. */
      amountOre: z.int().nullable(),
    })
    .nullable(),
  /** The ticket that is kept in its place. */
  duplicateOf: linkSchema.nullable(),
  /** The tickets that were merged into this one. */
  duplicates: z.array(linkSchema),
});
export type LinksView = z.infer<typeof linksViewSchema>;

/** A line of mine, and why it cannot go along; null: it can. */
const movableLineSchema = z.object({
  id: timesheetLineIdSchema,
  date: z.iso.date(),
  workedSeconds: z.int(),
  description: z.string(),
  stays: lineStaysSchema.nullable(),
});
export type MovableLineView = z.infer<typeof movableLineSchema>;

/** What a part of a ticket begins with. */
export const splitDraftSchema = z.object({
  number: z.string(),
  title: z.string(),
  description: z.string(),
  lines: z.array(movableLineSchema),
});
export type SplitDraftView = z.infer<typeof splitDraftSchema>;

const mergeSideSchema = linkedTicketSchema.extend({
  customerName: z.string().nullable(),
  registeredAt: instantSchema,
});
export type MergeSideView = z.infer<typeof mergeSideSchema>;

/** What merging two tickets would do. */
export const mergePreviewSchema = z.object({
  duplicate: mergeSideSchema,
  kept: mergeSideSchema,
  /** Null: they can be merged. */
  refusal: mergeRefusalSchema.nullable(),
  movableCount: z.int(),
  movableSeconds: z.int(),
  /** Lines of mine that cannot move. */
  stayingCount: z.int(),
  stayingSeconds: z.int(),
  /** Time of colleagues: it is theirs to move. */
  colleaguesSeconds: z.int(),
  draftCount: z.int(),
  /** The duplicate is escalated or time-critical, and the ticket that is kept is not. */
  losesPrecedence: z.boolean(),
  /** Where the duplicate goes; null: it has no name, or it is there already. */
  stageName: z.string().nullable(),
});
export type MergePreviewView = z.infer<typeof mergePreviewSchema>;
