import { agreementKindSchema } from '@core/billing/agreement';
import { kindOfWorkSchema, verdictSchema } from '@core/billing/kind-of-work';
import { drawingSchema } from '@core/capture/shapes';
import {
  customerIdSchema,
  messageIdSchema,
  operationIdSchema,
  screenshotIdSchema,
  ticketIdSchema,
  timerIdSchema,
  timesheetLineIdSchema,
} from '@core/ids';
import { operationStateSchema } from '@core/sync/operation';
import { escalationSchema, ticketStateSchema, timeCriticalCategorySchema } from '@core/ticket/ticket';
import { instantSchema } from '@core/time/instant';
import { z } from 'zod';

// What the window is shown. Texts that a server wrote arrive as plain text, except `…Html`, which the window sanitises.

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
  /** The highest threshold reached, in permille of the limit: 0, 750, 875, 938 (3 h 45 of 4 h) or 1000. */
  reachedPermille: z.int(),
});
export type MeterView = z.infer<typeof meterViewSchema>;

/** The parts of the sentence that explains a charge: "22 min worked → 30 min charged (minimum charge)". */
export const chargeViewSchema = z.object({
  workedMinutes: z.int(),
  chargedMinutes: z.int(),
  reason: z.enum(['nothing-chargeable', 'minimum', 'rounded-up', 'exact', 'held-at-limit']),
});
export type ChargeView = z.infer<typeof chargeViewSchema>;

/** The response target an open ticket runs against. */
export const targetViewSchema = z.object({
  kind: z.enum(['assignment', 'resolution']),
  dueAt: instantSchema,
  /** Working minutes left (service hours only); negative when overdue. */
  leftWorkingMinutes: z.int(),
});
export type TargetView = z.infer<typeof targetViewSchema>;

/** Why a ticket stands where it does in the queue. */
export const queueReasonSchema = z.enum([
  'escalation-accepted',
  'escalation-requested',
  'time-critical',
  'registration',
]);

export const queueRowSchema = z.object({
  id: ticketIdSchema,
  number: z.string(),
  title: z.string(),
  customerName: z.string().nullable(),
  state: ticketStateSchema,
  stageName: z.string().nullable(),
  reason: queueReasonSchema,
  timeCriticalCategory: timeCriticalCategorySchema.nullable(),
  registeredAt: instantSchema,
  target: targetViewSchema.nullable(),
  countedSeconds: z.int(),
  limitSeconds: z.int(),
  timer: z.enum(['none', 'running', 'paused']),
});
export type QueueRow = z.infer<typeof queueRowSchema>;

export const queueViewNameSchema = z.enum(['working', 'waiting-for-customer', 'solved', 'all']);
export type QueueViewName = z.infer<typeof queueViewNameSchema>;

export const queueViewSchema = z.object({
  rows: z.array(queueRowSchema),
  counts: z.record(queueViewNameSchema, z.int()),
});
export type QueueView = z.infer<typeof queueViewSchema>;

export const lineViewSchema = z.object({
  id: timesheetLineIdSchema,
  origin: z.enum(['mine', 'colleague']),
  employeeName: z.string(),
  date: z.string(),
  startedAt: instantSchema.nullable(),
  stoppedAt: instantSchema.nullable(),
  workedSeconds: z.int(),
  description: z.string(),
  kindOfWork: kindOfWorkSchema,
  verdict: verdictSchema,
  /** Which document and sentence decided the verdict; null for a verdict nobody derived. */
  verdictSource: z.object({ document: z.string(), sentence: z.string() }).nullable(),
  sync: z.enum(['needs-description', 'too-short', 'waiting', 'parked', 'sent']),
});
export type LineView = z.infer<typeof lineViewSchema>;

export const messageViewSchema = z.object({
  id: messageIdSchema,
  authorName: z.string(),
  isInternalNote: z.boolean(),
  bodyHtml: z.string(),
  writtenAt: instantSchema,
  sync: z.enum(['waiting', 'parked', 'sent']),
});
export type MessageView = z.infer<typeof messageViewSchema>;

export const screenshotViewSchema = z.object({
  id: screenshotIdSchema,
  ticketId: ticketIdSchema.nullable(),
  state: z.enum(['draft', 'saved']),
  /** `app://` address of the untouched picture; it never leaves this computer. */
  originalUrl: z.string(),
  /** `app://` address of the picture that is sent; null until it is saved. */
  flattenedUrl: z.string().nullable(),
  width: z.int(),
  height: z.int(),
  address: z.string(),
  title: z.string(),
  drawing: drawingSchema,
  takenAt: instantSchema,
  sync: z.enum(['not-saved', 'waiting', 'parked', 'sent']),
});
export type ScreenshotView = z.infer<typeof screenshotViewSchema>;

export const customerViewSchema = z.object({
  id: customerIdSchema,
  name: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  language: z.string().nullable(),
  agreements: z.array(agreementKindSchema),
});
export type CustomerView = z.infer<typeof customerViewSchema>;

export const ticketViewSchema = z.object({
  id: ticketIdSchema,
  number: z.string(),
  title: z.string(),
  descriptionHtml: z.string(),
  customer: customerViewSchema.nullable(),
  projectName: z.string(),
  stageName: z.string().nullable(),
  state: ticketStateSchema,
  escalation: escalationSchema,
  timeCriticalCategory: timeCriticalCategorySchema.nullable(),
  registeredAt: instantSchema,
  target: targetViewSchema.nullable(),
  meter: meterViewSchema,
  charge: chargeViewSchema,
  lines: z.array(lineViewSchema),
  messages: z.array(messageViewSchema),
  screenshots: z.array(screenshotViewSchema),
});
export type TicketView = z.infer<typeof ticketViewSchema>;

export const unknownIntervalViewSchema = z.object({
  from: instantSchema,
  durationSeconds: z.int(),
});

export const timerViewSchema = z.object({
  id: timerIdSchema,
  state: z.enum(['running', 'paused', 'stopped']),
  ticketId: ticketIdSchema,
  ticketNumber: z.string(),
  ticketTitle: z.string(),
  customerName: z.string().nullable(),
  kindOfWork: kindOfWorkSchema,
  /** Work so far; unknown intervals that nobody decided about are not in it. */
  workedSeconds: z.int(),
  unknownIntervals: z.array(unknownIntervalViewSchema),
  meter: meterViewSchema,
});
export type TimerView = z.infer<typeof timerViewSchema>;

export const timersViewSchema = z.object({
  running: timerViewSchema.nullable(),
  paused: z.array(timerViewSchema),
  /** Stopped timers that still have unknown intervals nobody decided about: asked until answered, never charged before. */
  unanswered: z.array(timerViewSchema),
});
export type TimersView = z.infer<typeof timersViewSchema>;

export const warningViewSchema = z.object({
  ticketId: ticketIdSchema,
  ticketNumber: z.string(),
  thresholdPermille: z.int(),
  countedSeconds: z.int(),
  leftSeconds: z.int(),
});
export type WarningView = z.infer<typeof warningViewSchema>;

/** Whether the running time reaches the disk. */
export const recordingViewSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('working') }),
  z.object({
    kind: z.literal('failing'),
    since: instantSchema,
    reason: z.enum(['disk-full', 'database-failed', 'internal']),
  }),
]);
export type RecordingView = z.infer<typeof recordingViewSchema>;

export const captureSourceViewSchema = z.object({
  id: z.string(),
  kind: z.enum(['screen', 'window']),
  name: z.string(),
  thumbnailDataUrl: z.string(),
});
export type CaptureSourceView = z.infer<typeof captureSourceViewSchema>;

/** Something that waits to be sent, or that waits for a person. */
export const outboxEntryViewSchema = z.object({
  id: operationIdSchema,
  kind: z.enum(['create-timesheet-line', 'upload-screenshot', 'post-message']),
  state: operationStateSchema,
  ticketId: ticketIdSchema.nullable(),
  ticketNumber: z.string().nullable(),
  /** Minutes of a line, empty otherwise. */
  workedSeconds: z.int().nullable(),
  createdAt: instantSchema,
  attempts: z.int(),
  nextAttemptAt: instantSchema,
  problem: z.string().nullable(),
});
export type OutboxEntryView = z.infer<typeof outboxEntryViewSchema>;

export const syncViewSchema = z.object({
  portal: z.object({
    kind: z.enum(['practice', 'odoo']),
    name: z.string(),
    address: z.string(),
    userName: z.string(),
    serverVersion: z.string(),
  }),
  connection: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('online') }),
    z.object({ kind: z.literal('syncing') }),
    /** Chosen in the status bar. */
    z.object({ kind: z.literal('switched-offline'), since: instantSchema }),
    /** The portal does not answer. */
    z.object({ kind: z.literal('unreachable'), since: instantSchema, message: z.string() }),
    z.object({ kind: z.literal('not-a-portal'), since: instantSchema, message: z.string() }),
    z.object({ kind: z.literal('key-refused'), since: instantSchema, message: z.string() }),
    z.object({ kind: z.literal('key-missing') }),
  ]),
  lastSuccessAt: instantSchema.nullable(),
  /** Waiting and parked operations, oldest first. */
  entries: z.array(outboxEntryViewSchema),
  waitingCount: z.int(),
  parkedCount: z.int(),
  /** My lines that cannot be sent yet because they have no description. */
  needsDescriptionCount: z.int(),
});
export type SyncView = z.infer<typeof syncViewSchema>;

export const settingsSchema = z.object({
  language: z.enum(['system', 'sv', 'en']),
  theme: z.enum(['system', 'light', 'dark']),
  /** The partner's own name and addresses, used in drafts and on the help page; never built in. */
  partnerName: z.string().max(200),
  partnerEmail: z.string().max(200),
  partnerPhone: z.string().max(100),
  syncEveryMinutes: z.int().min(1).max(120),
  captureHidesWorkbench: z.boolean(),
});
export type Settings = z.infer<typeof settingsSchema>;

/** How an API key is kept. `session` forgets it when the app ends; `file` is readable by this user of the computer only. */
export const keyKeepingSchema = z.enum(['keyring', 'session', 'file']);
export type KeyKeeping = z.infer<typeof keyKeepingSchema>;

export const appViewSchema = z.object({
  screen: z.enum(['welcome', 'workbench']),
  settings: settingsSchema,
  /** The language to show: `settings.language`, or the system's. */
  language: z.enum(['sv', 'en']),
  hasKeyring: z.boolean(),
  appVersion: z.string(),
  electronVersion: z.string(),
});
export type AppView = z.infer<typeof appViewSchema>;

export const portalTestViewSchema = z.object({
  serverVersion: z.string(),
  userName: z.string(),
  hasEmployee: z.boolean(),
});
export type PortalTestView = z.infer<typeof portalTestViewSchema>;
