import { z } from 'zod';
import { approvableBandSchema, approvalChannelSchema, estimateBandSchema } from '../billing/estimate-band';
import { kindOfWorkSchema, verdictSchema } from '../billing/kind-of-work';
import {
  approvalIdSchema,
  estimateIdSchema,
  ticketEventIdSchema,
  ticketLinkIdSchema,
  timesheetLineIdSchema,
} from '../ids';
import { ticketLinkKindSchema } from '../ticket/ticket-link';
import { instantSchema } from '../time/instant-schema';

// What the portal has no field for travels in internal notes: a sentence for people, and behind it one line for this app.

const LONGEST_LINE_SECONDS = 25 * 60 * 60;
const LONGEST_LINE_MS = LONGEST_LINE_SECONDS * 1000;
const LONGEST_LIMIT_SECONDS = 10_000 * 60 * 60;

/** More stretches of work in one line than this are told of as fewer. */
export const MOST_NOTED_INTERVALS = 200;

/** From the year 2000 to 2100: nothing else can be meant. */
const notedInstantSchema = instantSchema.refine((at) => at >= 946_684_800_000 && at <= 4_102_444_800_000);

const notedIntervalsSchema = z
  .array(z.object({ startedAt: notedInstantSchema, durationMs: z.int().min(1).max(LONGEST_LINE_MS) }))
  .max(MOST_NOTED_INTERVALS);

const textSchema = (longest: number) => z.string().max(longest);

/** What a note says of a line. */
export const lineNoteSchema = z
  .object({
    kind: z.literal('line'),
    lineId: timesheetLineIdSchema,
    /** `held`: nothing of it is on the portal yet. `removed`: it is there no more. */
    state: z.enum(['sent', 'held', 'removed']),
    /** The portal's id of the line; null while it has none. */
    remoteId: z.int().min(1).nullable(),
    date: z.iso.date(),
    intervals: notedIntervalsSchema,
    /** All of it, the held part too. */
    workedSeconds: z.int().min(0).max(LONGEST_LINE_SECONDS),
    heldSeconds: z.int().min(0),
    kindOfWork: kindOfWorkSchema,
    verdict: verdictSchema,
    overtimeDecision: z.enum(['confirmed', 'waived']).nullable(),
    /** Why the consultant decided the verdict; null: the terms did. */
    overrideReason: textSchema(2000).nullable(),
  })
  .refine(({ heldSeconds, workedSeconds }) => heldSeconds <= workedSeconds);

const approvalNoteSchema = z.object({
  kind: z.literal('approval'),
  approvalId: approvalIdSchema,
  state: z.enum(['given', 'withdrawn']),
  limitSeconds: z.int().min(1).max(LONGEST_LIMIT_SECONDS),
  band: approvableBandSchema.nullable(),
  approvedAt: notedInstantSchema,
  channel: approvalChannelSchema,
  approvedBy: textSchema(200),
  note: textSchema(2000),
});

const estimateNoteSchema = z
  .object({
    kind: z.literal('estimate'),
    estimateId: estimateIdSchema,
    band: estimateBandSchema,
    /** The figure of a specific estimate. */
    estimatedMinutes: z
      .int()
      .min(1)
      .max(LONGEST_LIMIT_SECONDS / 60)
      .nullable(),
    madeAt: notedInstantSchema,
  })
  .refine(({ band, estimatedMinutes }) => (band === 'specific') === (estimatedMinutes !== null));

/** What a note says of a ticket's escalation. What does not belong to its state is null. */
const escalationNoteSchema = z
  .object({
    kind: z.literal('escalation'),
    eventId: ticketEventIdSchema,
    step: z.enum(['requested', 'accepted', 'declined']),
    /** `withdrawn`: it was written down by mistake. */
    state: z.enum(['given', 'withdrawn']),
    at: notedInstantSchema,
    calledBy: textSchema(200).nullable(),
    calledAt: notedInstantSchema.nullable(),
    userDetails: textSchema(500).nullable(),
    hasScreenDump: z.boolean().nullable(),
    /** What it is about, why it was declined, or what was agreed. */
    text: textSchema(2000),
  })
  .refine(({ step, calledBy, calledAt, userDetails, hasScreenDump }) =>
    [calledBy, calledAt, userDetails, hasScreenDump].every((field) => (field !== null) === (step === 'requested')),
  );

/** What a note says of the line of support that a ticket was moved to. */
const supportLineNoteSchema = z.object({
  kind: z.literal('support-line'),
  eventId: ticketEventIdSchema,
  state: z.enum(['given', 'withdrawn']),
  line: z.enum(['first', 'second']),
  at: notedInstantSchema,
  reason: textSchema(2000),
});

/**
 * What a note says of a link between two tickets. Each of them has one, with the same id: so the two are known to belong
 * together, also before the portal has given a new part its own id.
 */
const linkNoteSchema = z.object({
  kind: z.literal('link'),
  linkId: ticketLinkIdSchema,
  link: ticketLinkKindSchema,
  /** Whether the note is on the first or kept ticket, or on the part or duplicate. */
  side: z.enum(['main', 'other']),
  state: z.enum(['given', 'withdrawn']),
  at: notedInstantSchema,
});

/** What a note can tell. */
export const portalNoteSchema = z.union([
  lineNoteSchema,
  approvalNoteSchema,
  estimateNoteSchema,
  escalationNoteSchema,
  supportLineNoteSchema,
  linkNoteSchema,
]);
export type LineNote = z.infer<typeof lineNoteSchema>;
export type ApprovalNote = z.infer<typeof approvalNoteSchema>;
export type EstimateNote = z.infer<typeof estimateNoteSchema>;
export type EscalationNote = z.infer<typeof escalationNoteSchema>;
export type SupportLineNote = z.infer<typeof supportLineNoteSchema>;
export type LinkNote = z.infer<typeof linkNoteSchema>;
export type PortalNote = z.infer<typeof portalNoteSchema>;
