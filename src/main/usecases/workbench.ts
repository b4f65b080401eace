import type { CustomerId, TicketId } from '@core/ids';
import type { Language } from '@core/language';
import type { NewsSettings } from '@core/notices/plan-news';
import type { ServiceRules } from '@core/time/service-calendar';
import type { WorkingCalendar } from '@core/time/working-hours';
import type { WorkbenchDatabase } from '../db/open';
import type { Clock } from '../platform/clock';
import type { PictureStore } from '../platform/picture-store';
import type { Attention } from './attention';
import type { NewsToTell } from './tell-news';
import type { KeyWarning } from './tell-of-key';

/** What a use case tells after its commit; listeners read the rows again. */
export interface Announcements {
  timersChanged(): void;
  queueChanged(): void;
  /** null: any ticket may have changed. */
  ticketChanged(ticketId: TicketId | null): void;
  outboxChanged(): void;
  /** Lines were written, changed or taken away. */
  timesheetChanged(): void;
  fourHourWarning(warning: FourHourWarning): void;
  /** What was warned of about a ticket is no longer true, or somebody has decided about it. */
  fourHourWarningOver(ticketId: TicketId): void;
  packWarning(warning: PackWarning): void;
  /** What a person is to be told of together. */
  news(news: NewsToTell): void;
  /** The API key expires soon, or has expired. */
  keyWarning(warning: KeyWarning): void;
}

export interface FourHourWarning {
  readonly ticketId: TicketId;
  readonly ticketNumber: string;
  readonly thresholdPermille: number;
  readonly countedSeconds: number;
  readonly leftSeconds: number;
}

export interface PackWarning {
  readonly customerId: CustomerId;
  readonly customerName: string;
  readonly leftMinutes: number;
  readonly thresholdPermille: number;
}

/** What of the settings rules and texts depend on. */
export interface WorkbenchSettings extends NewsSettings, ServiceRules {
  /** In which notes to colleagues are written. */
  readonly language: Language;
  /** So long without a key or the mouse, and nobody knows whether it was work. */
  readonly idleThresholdMinutes: number;
  /** Whether a timer that runs on past the end of service hours, or past ten hours, is asked about. */
  readonly afterHoursQuestion: boolean;
  /** Shares of a ticket's limit at which a warning speaks, below 100. */
  readonly warnAtPercents: readonly number[];
  /** Whether a line waits here until somebody has described the work. */
  readonly requireDescription: boolean;
  readonly descriptionTemplates: readonly string[];
  /** So many days after our answer a ticket without another one is proposed for closing. */
  readonly unansweredDays: number;
  /** Whether the original of a screen dump is destroyed once its picture is on the portal. */
  readonly shredOriginalsOnceSent: boolean;
}

/** What use cases work with: one person's file for one portal, and the outside in the shape of ports. */
export interface Workbench {
  readonly database: WorkbenchDatabase;
  readonly clock: Clock;
  readonly pictures: PictureStore;
  readonly announce: Announcements;
  /** A new UUIDv7. */
  readonly newId: () => string;
  /** Whose time is recorded. */
  readonly userName: string;
  /** When service is open: what lies outside is overtime. */
  readonly calendar: WorkingCalendar;
  /** As they are at this moment. */
  readonly settings: () => WorkbenchSettings;
  /** What is known of the person as long as the app runs. */
  readonly attention: Attention;
}
