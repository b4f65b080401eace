import { succeed } from '@core/outcome';
import type { CopyFile } from '../../src/main/daily-backups';
import type { Announcements, WorkbenchSettings } from '../../src/main/usecases/workbench';

/** What the settings are unless a test says otherwise. */
export const DEFAULT_SETTINGS: WorkbenchSettings = {
  language: 'sv',
  idleThresholdMinutes: 5,
  afterHoursQuestion: true,
  warnAtPercents: [75, 87.5, 93.75],
  requireDescription: true,
  descriptionTemplates: [],
  shredOriginalsOnceSent: false,
  notifyNewTickets: true,
  notifyReplies: true,
  notifyEscalations: true,
  notifyTargets: true,
  notifyOutsideServiceHours: false,
  unansweredDays: 7,
  targetLeadMinutes: 30,
  closesOnEves: false,
  closedDays: [],
};

const ignore = () => undefined;

/** Nobody listens. */
export const NO_ANNOUNCEMENTS: Announcements = {
  timersChanged: ignore,
  queueChanged: ignore,
  ticketChanged: ignore,
  outboxChanged: ignore,
  timesheetChanged: ignore,
  fourHourWarning: ignore,
  fourHourWarningOver: ignore,
  packWarning: ignore,
  news: ignore,
  keyWarning: ignore,
};

/** Makes no backups, and says nothing of it. */
export const NO_BACKUPS: { copyFile: CopyFile; onBackupFailure: () => void } = {
  copyFile: async () => succeed(null),
  onBackupFailure: ignore,
};
