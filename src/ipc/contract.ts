import { kindOfWorkSchema } from '@core/billing/kind-of-work';
import { drawingSchema } from '@core/capture/shapes';
import { operationIdSchema, screenshotIdSchema, ticketIdSchema, timerIdSchema, timesheetLineIdSchema } from '@core/ids';
import { instantSchema } from '@core/time/instant';
import { unknownDecisionSchema } from '@core/timer/timer-log';
import { z } from 'zod';
import {
  appViewSchema,
  captureSourceViewSchema,
  keyKeepingSchema,
  portalTestViewSchema,
  queueViewNameSchema,
  queueViewSchema,
  recordingViewSchema,
  screenshotViewSchema,
  settingsSchema,
  syncViewSchema,
  ticketViewSchema,
  timersViewSchema,
  warningViewSchema,
} from './views';

/** An `https` address, or `http` on this computer; what exactly is allowed is decided where it is used. */
const portalAddressSchema = z.object({
  address: z.string().trim().min(1).max(500),
  database: z.string().trim().max(200),
  apiKey: z.string().trim().min(1).max(500),
});

const nothing = z.object({});
const done = z.object({});

function request<Input extends z.ZodType, Output extends z.ZodType>(input: Input, output: Output) {
  return { input, output };
}

/** Every request the window can make: its input, which the main process checks, and its answer. */
export const requests = {
  'app:read': request(nothing, appViewSchema),
  'settings:write': request(settingsSchema.partial(), settingsSchema),

  'portal:start-practice': request(nothing, done),
  'portal:test': request(portalAddressSchema, portalTestViewSchema),
  'portal:connect': request(portalAddressSchema.extend({ keepKey: keyKeepingSchema }), done),
  /** Back to the first-run page; everything that was recorded is kept. */
  'portal:leave': request(nothing, done),
  /** A new key for the portal in use, after the old one was refused or not kept. */
  'portal:replace-key': request(
    z.object({ apiKey: z.string().trim().min(1).max(500), keepKey: keyKeepingSchema }),
    done,
  ),

  'queue:list': request(z.object({ view: queueViewNameSchema, search: z.string().max(200) }), queueViewSchema),
  'ticket:read': request(z.object({ ticketId: ticketIdSchema }), ticketViewSchema),

  'timer:read': request(nothing, timersViewSchema),
  /** Starts on this ticket; a timer that runs on another ticket is paused in the same step. */
  'timer:start': request(z.object({ ticketId: ticketIdSchema }), z.object({ timerId: timerIdSchema })),
  'timer:pause': request(z.object({ timerId: timerIdSchema }), done),
  'timer:resume': request(z.object({ timerId: timerIdSchema }), done),
  /** Ends the timer and writes its timesheet line. An empty description is allowed: the line then waits for one. */
  'timer:stop': request(
    z.object({ timerId: timerIdSchema, description: z.string().max(2000), kindOfWork: kindOfWorkSchema }),
    z.object({ lineId: timesheetLineIdSchema.nullable() }),
  ),
  'timer:decide-unknown': request(
    z.object({ timerId: timerIdSchema, from: instantSchema, decision: unknownDecisionSchema }),
    done,
  ),
  /** Describes a line that was not sent yet; with a description it goes to the outbox. */
  'timesheet:describe': request(
    z.object({ lineId: timesheetLineIdSchema, description: z.string().max(2000), kindOfWork: kindOfWorkSchema }),
    done,
  ),

  'message:write': request(
    z.object({ ticketId: ticketIdSchema, text: z.string().trim().min(1).max(20_000), isInternalNote: z.boolean() }),
    done,
  ),

  'capture:sources': request(nothing, z.object({ sources: z.array(captureSourceViewSchema) })),
  /** Takes a picture and keeps it as a draft. `region` lets the person draw the region on the frozen screen. */
  'capture:take': request(
    z.object({
      ticketId: ticketIdSchema.nullable(),
      target: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('screen'), sourceId: z.string().nullable() }),
        z.object({ kind: z.literal('window'), sourceId: z.string() }),
        z.object({ kind: z.literal('region') }),
      ]),
    }),
    screenshotViewSchema,
  ),
  /** The region window's answer, in pixels of its picture. */
  'capture:pick-region': request(
    z.object({ x: z.int().min(0), y: z.int().min(0), width: z.int().min(1), height: z.int().min(1) }).nullable(),
    done,
  ),
  /** What the region window shows: its frozen screen. */
  'capture:read-region': request(nothing, z.object({ pictureUrl: z.string(), width: z.int(), height: z.int() })),

  'screenshot:read': request(z.object({ screenshotId: screenshotIdSchema }), screenshotViewSchema),
  /** Files the picture on a ticket and puts it, with its message, into the outbox. `flattenedPng` is what is sent. */
  'screenshot:save': request(
    z.object({
      screenshotId: screenshotIdSchema,
      ticketId: ticketIdSchema,
      address: z.string().trim().max(2000),
      title: z.string().trim().max(500),
      drawing: drawingSchema,
      flattenedPng: z.instanceof(Uint8Array),
      message: z.object({ text: z.string().trim().max(20_000), isInternalNote: z.boolean() }),
    }),
    done,
  ),
  'screenshot:discard': request(z.object({ screenshotId: screenshotIdSchema }), done),

  'sync:read': request(nothing, syncViewSchema),
  'sync:now': request(nothing, done),
  'sync:set-offline': request(z.object({ isOffline: z.boolean() }), done),
  'sync:retry': request(z.object({ operationId: operationIdSchema }), done),

  /** Opens a web address in the person's browser, after checking that it is one. */
  'app:open-address': request(z.object({ address: z.string().max(2000) }), done),
} as const;

/** Everything the main process tells its windows. */
export const events = {
  'app:changed': nothing,
  'queue:changed': nothing,
  'ticket:changed': z.object({ ticketId: ticketIdSchema.nullable() }),
  'timer:changed': timersViewSchema,
  /** Twice a second while a timer runs. The window has no clock of its own. */
  'timer:beat': timersViewSchema,
  /** Told once when the running time no longer reaches the disk, and once when it does again. */
  'recording:changed': recordingViewSchema,
  'sync:changed': syncViewSchema,
  'warning:raised': warningViewSchema,
  /** Somewhere else than in the window (tray, notification) a person asked for this. */
  'app:show-ticket': z.object({ ticketId: ticketIdSchema }),
  'app:start-capture': nothing,
} as const;

export type RequestName = keyof typeof requests;
export type RequestInput<Name extends RequestName> = z.input<(typeof requests)[Name]['input']>;
export type RequestOutput<Name extends RequestName> = z.output<(typeof requests)[Name]['output']>;

export type EventName = keyof typeof events;
export type EventPayload<Name extends EventName> = z.output<(typeof events)[Name]>;
