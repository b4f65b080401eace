import type { TicketId } from '@core/ids';
import type { WorkbenchDatabase } from '../db/open';
import type { Clock } from '../platform/clock';
import type { PictureStore } from '../platform/picture-store';

/** What a use case tells after its commit; listeners read the rows again. */
export interface Announcements {
  timersChanged(): void;
  queueChanged(): void;
  /** null: any ticket may have changed. */
  ticketChanged(ticketId: TicketId | null): void;
  outboxChanged(): void;
  fourHourWarning(warning: FourHourWarning): void;
}

export interface FourHourWarning {
  readonly ticketId: TicketId;
  readonly ticketNumber: string;
  readonly thresholdPermille: number;
  readonly countedSeconds: number;
  readonly leftSeconds: number;
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
}
