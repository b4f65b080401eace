import { heldAgreementSchema } from '@core/billing/held-agreement';
import { kindOfWorkSchema } from '@core/billing/kind-of-work';
import { serviceSchema } from '@core/billing/service';
import { customerIdSchema, messageIdSchema, operationIdSchema, ticketIdSchema, timerIdSchema } from '@core/ids';
import { SHORTCUT_ACTIONS } from '@core/shortcuts/shortcuts';
import { apiKeySchema, KEY_WARNING_DAYS } from '@core/sync/key-expiry';
import { operationStateSchema } from '@core/sync/operation';
import { PORTAL_ACTS } from '@core/sync/portal-act';
import { SYNC_OUTCOMES } from '@core/sync/sync-run';
import { escalationSchema, ticketStateSchema, timeCriticalCategorySchema } from '@core/ticket/ticket';
import { ticketFieldSchema, ticketFieldsSchema } from '@core/ticket/ticket-fields';
import { ticketProfileKindSchema } from '@core/ticket/ticket-mapping';
import { instantSchema } from '@core/time/instant-schema';
import { z } from 'zod';
import { followUpViewSchema, handlingViewSchema, type TargetView, targetViewSchema } from './handling-views';
import { limitViewSchema, packsViewSchema, priceListViewSchema } from './limit-views';
import { lineConflictViewSchema } from './line-conflict-views';
import { linksViewSchema } from './link-views';
import { screenshotViewSchema } from './screenshot-views';
import { templateChangesSchema } from './template-views';
import { conflictViewSchema } from './ticket-views';
import { lineViewSchema, unknownCauseSchema } from './timesheet-views';

export type { TargetView };

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

/** Why a ticket stands where it does in the queue. */
export const queueReasonSchema = z.enum([
  'escalation-accepted',
  'escalation-requested',
  'time-critical',
  'registration',
]);

/** What came on a ticket since somebody opened it last. */
export const unreadSchema = z.enum(['none', 'new-ticket', 'reply']);

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
  /** When the escalation was accepted or requested; otherwise when it was registered. */
  inPlaceSince: instantSchema,
  target: targetViewSchema.nullable(),
  followUp: followUpViewSchema.nullable(),
  countedSeconds: z.int(),
  limitSeconds: z.int(),
  /** What is charged for it so far, without the running timer; `amountOre` is null: the ticket itself says what it costs. */
  charge: chargeViewSchema,
  timer: z.enum(['none', 'running', 'paused']),
  isMine: z.boolean(),
  /** Who has it, where that is not me alone; nobody where it is not mine. */
  assigneeNames: z.array(z.string()),
  /** When we last answered, as long as the customer has not written since. */
  answeredAt: instantSchema.nullable(),
  unread: unreadSchema,
  /** Where a search found it that the row does not show otherwise. */
  excerpt: z.object({ where: z.enum(['contact', 'reference', 'description', 'message']), text: z.string() }).nullable(),
});
export type QueueRow = z.infer<typeof queueRowSchema>;

export const queueViewSchema = z.object({
  rows: z.array(queueRowSchema),
  /** Where the first of them stands. */
  offset: z.int(),
  /** How many tickets there are in all. */
  count: z.int(),
});
export type QueueView = z.infer<typeof queueViewSchema>;

export const messageViewSchema = z.object({
  id: messageIdSchema,
  authorName: z.string(),
  sender: z.enum(['us', 'customer']),
  isInternalNote: z.boolean(),
  bodyHtml: z.string(),
  /** Whether it is a note in this app's own form; then `bodyHtml` is its sentence. */
  isOfApp: z.boolean(),
  /** The screen dumps that it carries: how their names end in its text, and where the window loads them from. */
  pictures: z.array(z.object({ nameEnd: z.string(), url: z.string() })),
  writtenAt: instantSchema,
  sync: z.enum(['kept-here', 'waiting', 'parked', 'given-up', 'sent']),
});
export type MessageView = z.infer<typeof messageViewSchema>;

export const customerViewSchema = z.object({
  id: customerIdSchema,
  name: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  language: z.string().nullable(),
  /** Those that hold today. */
  agreements: z.array(heldAgreementSchema),
  /** What it holds beside agreements. */
  services: z.array(serviceSchema),
});
export type CustomerView = z.infer<typeof customerViewSchema>;

export const ticketViewSchema = z.object({
  id: ticketIdSchema,
  number: z.string(),
  title: z.string(),
  descriptionHtml: z.string(),
  customer: customerViewSchema.nullable(),
  /** The project or team it is in. */
  groupName: z.string(),
  /** The person at the customer's who is named on it. */
  contact: z.object({ name: z.string(), email: z.string().nullable(), phone: z.string().nullable() }).nullable(),
  groupRemoteId: z.int(),
  stageName: z.string().nullable(),
  fields: ticketFieldsSchema,
  assignees: z.array(z.object({ remoteId: z.int(), name: z.string(), isMe: z.boolean() })),
  /** Whether what can be changed about it is known here. */
  isChangeable: z.boolean(),
  /** How far the latest change of it has come; `sent` where there is none. */
  sync: z.enum(['kept-here', 'waiting', 'parked', 'given-up', 'sent']),
  unread: unreadSchema,
  /** How many fields both sides changed. */
  conflictCount: z.int(),
  state: ticketStateSchema,
  escalation: escalationSchema,
  timeCriticalCategory: timeCriticalCategorySchema.nullable(),
  registeredAt: instantSchema,
  target: targetViewSchema.nullable(),
  handling: handlingViewSchema,
  links: linksViewSchema,
  meter: meterViewSchema,
  charge: chargeViewSchema,
  limit: limitViewSchema,
  priceList: priceListViewSchema,
  /** Null: the customer holds no support pack. */
  packs: packsViewSchema.nullable(),
  lines: z.array(lineViewSchema),
  messages: z.array(messageViewSchema),
  screenshots: z.array(screenshotViewSchema),
});
export type TicketView = z.infer<typeof ticketViewSchema>;

export const unknownIntervalViewSchema = z.object({
  from: instantSchema,
  until: instantSchema,
  durationSeconds: z.int(),
  cause: unknownCauseSchema,
  /** It has not ended yet. */
  isGoingOn: z.boolean(),
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
  /** One for each absence. */
  unknownIntervals: z.array(unknownIntervalViewSchema),
  /** Since when nobody is known to be at work; null while somebody is. That time is not in `workedSeconds`. */
  away: z.object({ since: instantSchema, cause: unknownCauseSchema }).nullable(),
  meter: meterViewSchema,
});
export type TimerView = z.infer<typeof timerViewSchema>;

export const timersViewSchema = z.object({
  running: timerViewSchema.nullable(),
  /** The one that was paused last comes first. */
  paused: z.array(timerViewSchema),
  /** Stopped timers that still have unknown intervals nobody decided about: asked until answered, never charged before. */
  unanswered: z.array(timerViewSchema),
  /** The running timer has gone on for so long that it is asked whether that is right. */
  overrun: z
    .object({
      timerId: timerIdSchema,
      ticketNumber: z.string(),
      reason: z.enum(['after-hours', 'too-long']),
      /** When somebody last touched the computer: the proposed end. */
      lastActivityAt: instantSchema,
    })
    .nullable(),
  /** A ticket that is being worked on without a timer. */
  nudge: z
    .object({ ticketId: ticketIdSchema, ticketNumber: z.string(), ticketTitle: z.string(), since: instantSchema })
    .nullable(),
  /** The latest moment up to which work is recorded: a timer cannot start earlier. */
  recordedUntil: instantSchema.nullable(),
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
  kind: z.enum([
    'create-timesheet-line',
    'update-timesheet-line',
    'delete-timesheet-line',
    'create-ticket',
    'update-ticket',
    'upload-screenshot',
    'post-message',
  ]),
  state: operationStateSchema,
  ticketId: ticketIdSchema.nullable(),
  ticketNumber: z.string().nullable(),
  ticketTitle: z.string().nullable(),
  /** Minutes of a line, empty otherwise. */
  workedSeconds: z.int().nullable(),
  /** What of a ticket is to be changed. */
  changedFields: z.array(ticketFieldSchema),
  createdAt: instantSchema,
  attempts: z.int(),
  nextAttemptAt: instantSchema,
  problem: z.string().nullable(),
  /** A person decided that it is not to be tried any more. */
  givenUpAt: instantSchema.nullable(),
  /** Another one has to be done before. */
  waitsForAnother: z.boolean(),
});
export type OutboxEntryView = z.infer<typeof outboxEntryViewSchema>;

const apiKeyViewSchema = z.discriminatedUnion('kind', [
  /** The portal does not tell of keys. */
  z.object({ kind: z.literal('unknown') }),
  /** It tells of several, and nobody has said which one is in use. */
  z.object({ kind: z.literal('several'), keys: z.array(apiKeySchema) }),
  z.object({
    kind: z.literal('known'),
    name: z.string(),
    /** Null: it never expires. */
    expiry: z
      .object({
        at: instantSchema,
        /** The latest warning whose moment has come; 0: it has expired. */
        warningDays: z.literal(KEY_WARNING_DAYS).nullable(),
        daysLeft: z.int(),
      })
      .nullable(),
  }),
]);

const syncProgressSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('sending'), done: z.int(), total: z.int() }),
  z.object({ kind: z.literal('uploading'), done: z.int(), total: z.int() }),
  z.object({ kind: z.literal('bringing'), what: z.enum(['ticket', 'timesheet-line', 'message']), count: z.int() }),
]);

export const syncViewSchema = z.object({
  portal: z.object({
    /** `lists`: none; tickets come from lists that are imported. */
    kind: z.enum(['practice', 'odoo', 'lists']),
    name: z.string(),
    address: z.string(),
    userName: z.string(),
    serverVersion: z.string(),
  }),
  connection: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('online') }),
    z.object({ kind: z.literal('syncing'), progress: syncProgressSchema.nullable() }),
    /** Chosen in the status bar. */
    z.object({ kind: z.literal('switched-offline'), since: instantSchema }),
    /** The portal does not answer. */
    z.object({ kind: z.literal('unreachable'), since: instantSchema, message: z.string() }),
    z.object({ kind: z.literal('not-a-portal'), since: instantSchema, message: z.string() }),
    z.object({ kind: z.literal('key-refused'), since: instantSchema, message: z.string() }),
    z.object({ kind: z.literal('key-missing') }),
    /** There is none: nothing is ever sent. */
    z.object({ kind: z.literal('without-portal') }),
  ]),
  lastSuccessAt: instantSchema.nullable(),
  /** The key in use, as far as it is known which one that is. */
  apiKey: apiKeyViewSchema,
  /** Waiting and parked operations, oldest first. */
  entries: z.array(outboxEntryViewSchema),
  /** What both sides changed, as long as nobody has looked at it; the newest first. */
  conflicts: z.array(conflictViewSchema),
  /** Lines of mine about which the two sides are at odds; the newest first. */
  lineConflicts: z.array(lineConflictViewSchema),
  waitingCount: z.int(),
  /** Without those that were given up. */
  parkedCount: z.int(),
  /** My lines that cannot be sent yet because they have no description. */
  needsDescriptionCount: z.int(),
  /** The last syncs that did something or failed, the latest first. */
  runs: z.array(
    z.object({
      id: z.int(),
      startedAt: instantSchema,
      endedAt: instantSchema,
      outcome: z.enum(SYNC_OUTCOMES),
      message: z.string(),
      sent: z.int(),
      parked: z.int(),
      brought: z.int(),
      times: z.int(),
    }),
  ),
});
export type SyncView = z.infer<typeof syncViewSchema>;

/** Keys that work from every program, as Electron writes them; empty for none. What they are worth is said when they are used. */
export const shortcutsSchema = z.record(z.enum(SHORTCUT_ACTIONS), z.string().max(60));

function isAscending(numbers: readonly number[]): boolean {
  return numbers.every((number, index) => index === 0 || number > (numbers[index - 1] ?? number));
}

export const settingsSchema = z.object({
  language: z.enum(['system', 'sv', 'en']),
  theme: z.enum(['system', 'light', 'dark']),
  /** The partner's own name and addresses, used in drafts and on the help page; never built in. */
  partnerName: z.string().max(200),
  partnerEmail: z.string().max(200),
  partnerPhone: z.string().max(100),
  syncEveryMinutes: z.int().min(1).max(120),
  captureHidesWorkbench: z.boolean(),
  /** Whether the app looks at the clipboard for the address of a screen dump. */
  watchesClipboard: z.boolean(),
  /** Whether the original of a screen dump is destroyed once its picture is on the portal. */
  shredOriginalsOnceSent: z.boolean(),
  /** So long without a key or the mouse, and nobody knows whether it was work. */
  idleThresholdMinutes: z.int().min(1).max(60),
  /** Whether a timer that runs on past the end of service hours, or past ten hours, is asked about. */
  afterHoursQuestion: z.boolean(),
  /** Shares of a ticket's limit at which a warning speaks, in per cent, ascending. At 100 % one always speaks. */
  warnAtPercents: z.array(z.number().min(1).max(99.99)).max(10).refine(isAscending),
  /** Whether a line waits here until somebody has described the work. */
  requireDescription: z.boolean(),
  /** Descriptions that are offered when a timer is stopped. */
  descriptionTemplates: z.array(z.string().trim().min(1).max(500)).max(50),
  /** Templates for replies: what differs from those that come with the app. */
  replyTemplates: templateChangesSchema,
  /** When the small window with the timer stands on top of other programs. */
  floatingWindow: z.enum(['when-hidden', 'always', 'never']),
  /** Whether a warning of the four-hour rule makes the system's own sound. */
  warningSound: z.boolean(),
  /** Which news a person is told of on the desktop. */
  notifyNewTickets: z.boolean(),
  notifyReplies: z.boolean(),
  /** Escalated and time-critical tickets. */
  notifyEscalations: z.boolean(),
  notifyTargets: z.boolean(),
  notifyOutsideServiceHours: z.boolean(),
  /** So many days after our answer a ticket without another one is proposed for closing. */
  unansweredDays: z.int().min(1).max(90),
  /** So much working time before a target is due it is told of. */
  targetLeadMinutes: z.int().min(5).max(120),
  /** Whether Midsummer Eve, Christmas Eve and New Year's Eve are without service. */
  closesOnEves: z.boolean(),
  /** Other days without service, as Stockholm dates. */
  closedDays: z.array(z.iso.date()).max(200),
  shortcuts: shortcutsSchema,
});
export type Settings = z.infer<typeof settingsSchema>;

/** How an API key is kept. `session` forgets it when the app ends; `file` is readable by this user of the computer only. */
export const keyKeepingSchema = z.enum(['keyring', 'session', 'file']);
export type KeyKeeping = z.infer<typeof keyKeepingSchema>;

export const appViewSchema = z.object({
  /** `opening`: one portal is closed, and the next is not open yet. */
  screen: z.enum(['welcome', 'opening', 'workbench']),
  settings: settingsSchema,
  /** The language to show: `settings.language`, or the system's. */
  language: z.enum(['sv', 'en']),
  hasKeyring: z.boolean(),
  /** What became of the keys that work from every program. `taken`: somebody else has them, or another action. */
  shortcuts: z.record(z.enum(SHORTCUT_ACTIONS), z.enum(['registered', 'taken', 'invalid', 'off'])),
  appVersion: z.string(),
  electronVersion: z.string(),
});
export type AppView = z.infer<typeof appViewSchema>;

export const portalTestViewSchema = z.object({
  serverVersion: z.string(),
  userName: z.string(),
  hasEmployee: z.boolean(),
  /** What this user may not do on this server at all. */
  mayNot: z.array(z.enum(PORTAL_ACTS)),
  /** The kinds of tickets that the server has. */
  profiles: z.array(z.object({ kind: ticketProfileKindSchema, takesTime: z.boolean() })),
});
export type PortalTestView = z.infer<typeof portalTestViewSchema>;
