import { z } from 'zod';
import { kindOfWorkSchema, verdictSchema } from '../billing/kind-of-work';
import { type TimesheetLineId, ticketIdSchema } from '../ids';
import { instantSchema } from '../time/instant-schema';
import { type Interval, intervalsSchema } from '../time/interval';
import { activitySchema } from './activity';

/** The customer reads it on the portal, where it is one line of text. */
export const LONGEST_DESCRIPTION = 2000;

/** Where the time of a line belongs: to a ticket, or to an activity of ours that no customer pays for. */
export const lineTargetSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ticket'), ticketId: ticketIdSchema }),
  z.object({ kind: z.literal('activity'), activity: activitySchema }),
]);
export type LineTarget = z.infer<typeof lineTargetSchema>;

/** A person's verdict in place of the one that the terms give. */
export const verdictOverrideSchema = z.object({
  verdict: verdictSchema,
  reason: z.string(),
  by: z.string(),
  at: instantSchema,
});
export type VerdictOverride = z.infer<typeof verdictOverrideSchema>;

/** What a person decides about a line. What follows from it, and what the portal holds, is kept beside. */
export const lineContentSchema = z.object({
  target: lineTargetSchema,
  /** Stockholm date, such as `2026-11-23`. */
  date: z.iso.date(),
  /** When the work was done, in order and apart. Empty where only its length was typed. */
  intervals: intervalsSchema,
  /** Differs from the length of the intervals by the rounding of a timer's lines. */
  workedSeconds: z.int(),
  /** What the customer reads; empty while nobody has written it. */
  description: z.string().max(LONGEST_DESCRIPTION),
  kindOfWork: kindOfWorkSchema,
  override: verdictOverrideSchema.nullable(),
  /** Whether overtime is charged, once a person has said so. */
  overtimeDecision: z.enum(['confirmed', 'waived']).nullable(),
});
export type LineContent = z.infer<typeof lineContentSchema>;

/** A line by what a person decides about it. */
export interface Line {
  readonly id: TimesheetLineId;
  readonly content: LineContent;
}

/** Whether two targets are one. */
export function isSameTarget(some: LineTarget, other: LineTarget): boolean {
  if (some.kind === 'ticket') return other.kind === 'ticket' && some.ticketId === other.ticketId;
  return other.kind === 'activity' && some.activity === other.activity;
}

function isSameTime(some: readonly Interval[], others: readonly Interval[]): boolean {
  return (
    some.length === others.length &&
    some.every(({ startedAt, durationMs }, index) => {
      const other = others[index];
      return startedAt === other?.startedAt && durationMs === other.durationMs;
    })
  );
}

function isSameOverride(some: LineContent['override'], other: LineContent['override']): boolean {
  if (some === null || other === null) return some === other;
  const { verdict, reason, by, at } = other;
  return some.verdict === verdict && some.reason === reason && some.by === by && some.at === at;
}

/** Whether two lines say the same in everything a person decides. */
export function isSameContent(some: LineContent, other: LineContent): boolean {
  return (
    isSameTarget(some.target, other.target) &&
    some.date === other.date &&
    isSameTime(some.intervals, other.intervals) &&
    some.workedSeconds === other.workedSeconds &&
    some.description === other.description &&
    some.kindOfWork === other.kindOfWork &&
    isSameOverride(some.override, other.override) &&
    some.overtimeDecision === other.overtimeDecision
  );
}
