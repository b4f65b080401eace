import type { AddressSource } from '@core/capture/address-source';
import type { MessageId, ScreenshotId, TicketId } from '@core/ids';
import type { Instant } from '@core/time/instant';
import type { Flag } from './flag';

export interface ScreenshotTable {
  id: ScreenshotId;
  ticketId: TicketId | null;
  state: 'draft' | 'saved';
  originalHash: string;
  flattenedHash: string | null;
  width: number;
  height: number;
  address: string;
  title: string;
  drawing: string;
  takenAt: Instant;
  messageId: MessageId | null;
  remoteId: number | null;
  addressSource: AddressSource | null;
  originalShreddedAt: Instant | null;
  caption: string;
  stepPosition: number | null;
  draftText: string;
  draftIsInternalNote: Flag;
}

/** Screen dumps. */
export interface ScreenshotTables {
  screenshot: ScreenshotTable;
}
