import { lineConflictIdSchema, ticketIdSchema } from '@core/ids';
import { instantSchema } from '@core/time/instant-schema';
import { lineConflictChoiceSchema, lineConflictKindSchema } from '@core/timesheet/line-conflict';
import { portalFieldSchema } from '@core/timesheet/merge-portal-line';
import { z } from 'zod';

const versionSchema = z.object({
  /** Stockholm date. */
  date: z.iso.date(),
  description: z.string(),
  /** Without what is held back here. */
  workedSeconds: z.int(),
  /** Empty: on no ticket. */
  ticketNumber: z.string(),
});

/** The two sides are at odds about a line of mine; the three versions of it, and what can be said to that. */
export const lineConflictViewSchema = z.object({
  id: lineConflictIdSchema,
  kind: lineConflictKindSchema,
  fields: z.array(portalFieldSchema).readonly(),
  /** Null: time on no ticket. */
  ticketId: ticketIdSchema.nullable(),
  ticketNumber: z.string().nullable(),
  /** Stockholm date of the line as it is here, and its words. */
  date: z.iso.date(),
  description: z.string(),
  base: versionSchema,
  /** Null: I had deleted it. */
  mine: versionSchema.nullable(),
  /** Null: it is not there any more. */
  theirs: versionSchema.nullable(),
  /** What a line of its own would say; null where it cannot. */
  missingSeconds: z.int().nullable(),
  choices: z.array(lineConflictChoiceSchema).readonly(),
  foundAt: instantSchema,
});
export type LineConflictView = z.infer<typeof lineConflictViewSchema>;
