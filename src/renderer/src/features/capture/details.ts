import type { AddressSource } from '@core/capture/address-source';
import type { TicketId } from '@core/ids';

/** What a person says about a screen dump before it is saved. */
export interface Details {
  readonly address: string;
  /** From where the address came; null while there is none. */
  readonly addressSource: AddressSource | null;
  readonly title: string;
  readonly ticketId: TicketId | null;
  readonly text: string;
  readonly isInternalNote: boolean;
}
