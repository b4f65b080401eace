import { SHORTCUT_ACTIONS } from '@core/shortcuts/shortcuts';
import { z } from 'zod';
import { templateChangesSchema } from './template-views';

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
