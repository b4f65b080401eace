import { DateTime } from 'luxon';
import { cleanAddress } from '../ticket/clean-address';
import type { Instant } from '../time/instant';
import type { PngText } from './png-text';

/** What a person knows a screen dump by. */
export interface PictureSubject {
  readonly title: string;
  readonly address: string;
  /** Null: it belongs to no ticket yet. */
  readonly ticketNumber: string | null;
  readonly takenAt: Instant;
}

/**
 * What a picture that leaves this computer says of itself: its title, its address without tokens, its ticket, and when it was
 * taken. What is empty is left out, and nothing tells of the computer or the person.
 */
export function textsOfPicture({ title, address, ticketNumber, takenAt }: PictureSubject): PngText[] {
  return [
    { keyword: 'Title', text: title.trim() },
    { keyword: 'Source', text: cleanAddress(address) },
    { keyword: 'Ticket', text: ticketNumber ?? '' },
    // In UTC: a local time would tell where the computer stands.
    { keyword: 'Creation Time', text: DateTime.fromMillis(takenAt, { zone: 'utc' }).toISO() ?? '' },
  ].filter(({ text }) => text !== '');
}
