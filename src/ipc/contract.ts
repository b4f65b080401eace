import { screenshotIdSchema, ticketIdSchema, timerIdSchema } from '@core/ids';
import { z } from 'zod';
import { packWarningViewSchema } from './limit-views';
import { addressRequests, handOversViewSchema } from './requests/addresses';
import { agreementRequests } from './requests/agreements';
import { appRequests } from './requests/app';
import { attachmentProgressSchema, attachmentRequests } from './requests/attachments';
import { backupRequests } from './requests/backups';
import { callRequests } from './requests/calls';
import { captureRequests } from './requests/capture';
import { coverageRequests } from './requests/coverage';
import { desktopRequests } from './requests/desktop';
import { detailsRequests } from './requests/details';
import { exportProgressSchema, exportRequests } from './requests/export';
import { handlingRequests } from './requests/handling';
import { importProgressSchema, importRequests } from './requests/imports';
import { limitRequests } from './requests/limit';
import { linkRequests } from './requests/links';
import { mappingRequests } from './requests/mapping';
import { messageRequests } from './requests/messages';
import { portalsRequests } from './requests/portals';
import { queueRequests } from './requests/queue';
import { reportRequests } from './requests/reports';
import { nothing } from './requests/request';
import { screenshotRequests } from './requests/screenshots';
import { stepsRequests } from './requests/steps';
import { syncRequests } from './requests/sync';
import { testCopyRequests } from './requests/test-copies';
import { ticketRequests } from './requests/tickets';
import { timerRequests } from './requests/timer';
import { timesheetRequests } from './requests/timesheet';
import { syncViewSchema } from './sync-views';
import { recordingViewSchema, timersViewSchema, warningViewSchema } from './timer-views';

/**
 * Every request the window can make: its input, which the main process checks, and its answer. Texts that a server wrote
 * arrive as plain text, except `…Html`, which the window sanitises.
 */
export const requests = {
  ...appRequests,
  ...attachmentRequests,
  ...backupRequests,
  ...coverageRequests,
  ...callRequests,
  ...detailsRequests,
  ...testCopyRequests,
  ...exportRequests,
  ...importRequests,
  ...queueRequests,
  ...reportRequests,
  ...ticketRequests,
  ...handlingRequests,
  ...linkRequests,
  ...mappingRequests,
  ...messageRequests,
  ...timerRequests,
  ...timesheetRequests,
  ...limitRequests,
  ...agreementRequests,
  ...captureRequests,
  ...screenshotRequests,
  ...addressRequests,
  ...stepsRequests,
  ...syncRequests,
  ...desktopRequests,
  ...portalsRequests,
} as const;

/** Everything the main process tells its windows. */
export const events = {
  'app:changed': nothing,
  /** The portal in use is being left: nothing of it may be shown any more. */
  'portal:left': nothing,
  'export:progressed': exportProgressSchema,
  'import:progressed': importProgressSchema,
  'attachment:progressed': attachmentProgressSchema,
  'queue:changed': nothing,
  'ticket:changed': z.object({ ticketId: ticketIdSchema.nullable() }),
  'timer:changed': timersViewSchema,
  /** Twice a second while a timer runs. The window has no clock of its own. */
  'timer:beat': timersViewSchema,
  /** Lines were written, changed or taken away. */
  'timesheet:changed': nothing,
  /** Told once when the running time no longer reaches the disk, and once when it does again. */
  'recording:changed': recordingViewSchema,
  'sync:changed': syncViewSchema,
  'warning:raised': warningViewSchema,
  /** What was warned of is no longer true, or somebody has decided about it. */
  'warning:over': z.object({ ticketId: ticketIdSchema }),
  'pack-warning:raised': packWarningViewSchema,
  /** Somewhere else than in the window (tray, notification) a person asked for this. */
  'app:show-ticket': z.object({ ticketId: ticketIdSchema }),
  'app:stop-timer': z.object({ timerId: timerIdSchema }),
  'app:start-capture': nothing,
  /** Once a second while a picture is to be taken later: how long it still is. */
  'capture:waiting': z.object({ secondsLeft: z.int().min(0) }),
  /** A browser handed over a page, a link was refused, or a person has said what to do. */
  'hand-over:changed': handOversViewSchema,
  /** A person takes the page that was handed over for this screen dump. */
  'hand-over:used': z.object({
    screenshotId: screenshotIdSchema,
    address: z.string(),
    isAddressCut: z.boolean(),
    title: z.string(),
    selection: z.string(),
  }),
} as const;

export type RequestName = keyof typeof requests;
export type RequestInput<Name extends RequestName> = z.input<(typeof requests)[Name]['input']>;
export type RequestOutput<Name extends RequestName> = z.output<(typeof requests)[Name]['output']>;

export type EventName = keyof typeof events;
export type EventPayload<Name extends EventName> = z.output<(typeof events)[Name]>;
