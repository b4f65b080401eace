import type { TicketId } from '@core/ids';

/** What a person says about a screen dump before it is saved. */
export interface Details {
  readonly address: string;
  readonly title: string;
  readonly ticketId: TicketId | null;
  readonly text: string;
  readonly isInternalNote: boolean;
}
