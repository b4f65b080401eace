import { kindOfWorkSchema } from '@core/billing/kind-of-work';
import { ticketIdSchema, timesheetLineIdSchema } from '@core/ids';
import { instantSchema } from '@core/time/instant-schema';
import { intervalsSchema } from '@core/time/interval';
import { lineTargetSchema } from '@core/timesheet/line-content';
import { z } from 'zod';
import { timesheetViewSchema } from '../timesheet-views';
import { done, nothing, request } from './request';

const LONGEST_LINE_SECONDS = 24 * 60 * 60;

const dateSchema = z.iso.date();
const descriptionSchema = z.string().max(2000);

/** When the work was done, or how long it took. */
const lineTimeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('intervals'), intervals: intervalsSchema }),
  z.object({ kind: z.literal('duration'), workedSeconds: z.int().min(1).max(LONGEST_LINE_SECONDS) }),
]);

/** `cutOverlaps`: take only the part that no other line of mine covers; otherwise an overlap is refused. */
const cutOverlaps = z.boolean().default(false);

/** Timesheet lines. */
export const timesheetRequests = {
  /** From one Stockholm date to another, both included. */
  'timesheet:read': request(z.object({ from: dateSchema, to: dateSchema }), timesheetViewSchema),
  'timesheet:add': request(
    z.object({
      target: lineTargetSchema,
      date: dateSchema,
      time: lineTimeSchema,
      description: descriptionSchema,
      kindOfWork: kindOfWorkSchema,
      cutOverlaps,
    }),
    z.object({ lineId: timesheetLineIdSchema }),
  ),
  'timesheet:edit': request(
    z.object({
      lineId: timesheetLineIdSchema,
      target: lineTargetSchema.optional(),
      date: dateSchema.optional(),
      time: lineTimeSchema.optional(),
      description: descriptionSchema.optional(),
      kindOfWork: kindOfWorkSchema.optional(),
      cutOverlaps,
    }),
    done,
  ),
  /** In two: a line with a clock time at an instant, a typed duration after so many seconds. */
  'timesheet:split': request(
    z.object({
      lineId: timesheetLineIdSchema,
      where: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('at'), at: instantSchema }),
        z.object({ kind: z.literal('after'), seconds: z.int().min(1).max(LONGEST_LINE_SECONDS) }),
      ]),
    }),
    done,
  ),
  /** Lines of one day and one ticket into the first of them. */
  'timesheet:merge': request(z.object({ lineIds: z.array(timesheetLineIdSchema).min(2).max(50) }), done),
  /** Sends a line that was deleted on the portal once more, as a new line. */
  'timesheet:send-again': request(z.object({ lineId: timesheetLineIdSchema }), done),
  'timesheet:duplicate': request(z.object({ lineId: timesheetLineIdSchema, date: dateSchema }), done),
  'timesheet:delete': request(z.object({ lineIds: z.array(timesheetLineIdSchema).min(1).max(50) }), done),
  'timesheet:undo': request(nothing, done),
  'timesheet:redo': request(nothing, done),
  /** Says what was done in a line, and of which kind it was. */
  'timesheet:describe': request(
    z.object({ lineId: timesheetLineIdSchema, description: descriptionSchema, kindOfWork: kindOfWorkSchema }),
    done,
  ),
  /** Descriptions to choose from: those of this ticket first, then recent ones, then the templates of the settings. */
  'timesheet:suggest': request(
    z.object({ ticketId: ticketIdSchema.nullable() }),
    z.object({ recent: z.array(z.string()), templates: z.array(z.string()) }),
  ),
  /** My lines as a CSV file to enter elsewhere by hand. Asks for the file; `count` is 0 where there are no lines. */
  'timesheet:export': request(
    z.object({ from: dateSchema, to: dateSchema }),
    z.object({ isSaved: z.boolean(), count: z.int().min(0) }),
  ),
  /** Whether the minutes outside service hours are charged as overtime; null: as the terms propose. */
  'timesheet:decide-overtime': request(
    z.object({ lineId: timesheetLineIdSchema, decision: z.enum(['confirmed', 'waived']).nullable() }),
    done,
  ),
} as const;
