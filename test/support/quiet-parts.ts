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
  packWarning: ignore,
};
