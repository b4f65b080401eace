import { kindOfWorkSchema, verdictSchema } from '@core/billing/kind-of-work';
import { customerIdSchema, ticketIdSchema } from '@core/ids';
import { reportDocumentSchema } from '@core/reports/report-document';
import { TARGET_NAMES } from '@core/sla/targets';
import { z } from 'zod';
import { packsViewSchema } from '../limit-views';
import { nothing, request } from './request';

const dateSchema = z.iso.date();

const hoursSumSchema = z.object({
  workedSeconds: z.int(),
  /** What this work adds to the charge of its tickets; minimum and rounding included. */
  chargedMinutes: z.int(),
  secondsByVerdict: z.record(verdictSchema, z.int()),
  lineCount: z.int(),
  ticketCount: z.int(),
});
export type HoursSumView = z.infer<typeof hoursSumSchema>;

const hoursReportSchema = z.object({
  byTime: z.object({
    unit: z.enum(['day', 'month']),
    /** By date (`2026-11-25`) or month (`2026-11`), in order. */
    rows: z.array(hoursSumSchema.extend({ key: z.string() })),
  }),
  /** The most work first. `key` is null for work without a ticket and for unknown customers. */
  byCustomer: z.array(hoursSumSchema.extend({ key: customerIdSchema.nullable(), name: z.string().nullable() })),
  byKindOfWork: z.array(hoursSumSchema.extend({ key: kindOfWorkSchema })),
  byCoverage: z.array(hoursSumSchema.extend({ key: verdictSchema })),
  sum: hoursSumSchema,
});
export type HoursReportView = z.infer<typeof hoursReportSchema>;

const standingReportSchema = z.object({
  /** The longest waiting first. */
  unapproved: z.array(
    z.object({
      ticketId: ticketIdSchema,
      number: z.string(),
      title: z.string(),
      customerName: z.string().nullable(),
      unapprovedSeconds: z.int(),
      /** The Stockholm date of the oldest line that waits. */
      since: z.string(),
    }),
  ),
  /** The customer with the least left first. */
  packs: z.array(packsViewSchema),
});
export type StandingReportView = z.infer<typeof standingReportSchema>;

const attainmentSchema = z.object({
  target: z.enum(TARGET_NAMES),
  /** The month in which the tickets were registered, such as `2026-11`. */
  month: z.string(),
  line: z.enum(['first', 'second']),
  /** Tickets that came within the target, or have missed it. */
  count: z.int(),
  withinCount: z.int(),
  /** Per cent of `count`, not rounded; null for none. */
  percent: z.number().nullable(),
  goalPercent: z.number(),
  openCount: z.int(),
  unknownCount: z.int(),
});
export type AttainmentView = z.infer<typeof attainmentSchema>;

/** How a report is handed out. */
export const reportFormatSchema = z.enum(['csv', 'xlsx', 'pdf']);
export type ReportFormat = z.infer<typeof reportFormatSchema>;

const saved = z.object({ isSaved: z.boolean() });

/** Sums over the recorded work, and the files they are handed out in. */
export const reportRequests = {
  /** From one Stockholm date to another, both included, of my work or of everybody's that is known here. */
  'report:hours': request(
    z.object({ from: dateSchema, to: dateSchema, scope: z.enum(['mine', 'everyone']) }),
    hoursReportSchema,
  ),
  /** What was attained of the targets by the tickets that were registered in a period, of everybody's that are here. */
  'report:attainment': request(
    z.object({ from: dateSchema, to: dateSchema }),
    z.object({ attained: z.array(attainmentSchema) }),
  ),
  /** What stands now: time that waits for approval, and the support packs. */
  'report:standing': request(nothing, standingReportSchema),
  /** Asks for a place and writes a document there; `isSaved` is false where the person chose none. */
  'report:save': request(z.object({ document: reportDocumentSchema, format: reportFormatSchema }), saved),
  /** The same with the work on one ticket, as its customer may read it. */
  'report:save-work-done': request(
    z.object({ ticketId: ticketIdSchema, language: z.enum(['sv', 'en']), format: reportFormatSchema }),
    saved,
  ),
} as const;
