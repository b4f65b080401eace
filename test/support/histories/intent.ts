import { type TicketId, type TimesheetLineId, timesheetLineIdSchema } from '@core/ids';
import type { Computer, ConsultantName } from './world';

/** A line as the app has confirmed it to whom it belongs. */
export interface OwnLine {
  readonly id: TimesheetLineId;
  readonly remoteId: number | null;
  readonly workedSeconds: number;
  readonly heldSeconds: number;
  readonly description: string;
  readonly isDeleted: boolean;
}

/** What people have done and the app has confirmed: all of it has to be there in the end, and nothing else. */
export interface Intent {
  /** How many texts were written: each is unlike any other. */
  written: number;
  readonly messages: string[];
  pictures: number;
  readonly lines: Record<ConsultantName, readonly OwnLine[]>;
  /** What the office made of the words of a line on the portal, by the portal's id: these may stand instead. */
  readonly officeTexts: Map<number, string[]>;
  readonly registered: Record<ConsultantName, RegisteredTicket[]>;
  /** What each of them called the tickets of both last, by the index of the ticket. */
  readonly titles: Record<ConsultantName, Map<number, string>>;
  /** What the office validated, by the portal's id: from then on it stands. */
  readonly officeLocked: Map<number, LockedLine>;
  /** Lines that the office deleted on the portal, by the portal's id. */
  readonly officeDeleted: Set<number>;
}

/** A line as the portal had it when it was validated. */
export interface LockedLine {
  readonly workedSeconds: number;
  readonly description: string;
}

/** A ticket that somebody registered; its title is unlike any other. */
export interface RegisteredTicket {
  readonly id: TicketId;
  readonly title: string;
}

export function nothingIntended(): Intent {
  return {
    written: 0,
    messages: [],
    pictures: 0,
    lines: { maja: [], oskar: [] },
    registered: { maja: [], oskar: [] },
    titles: { maja: new Map(), oskar: new Map() },
    officeTexts: new Map(),
    officeLocked: new Map(),
    officeDeleted: new Set(),
  };
}

/** My lines on a computer, deleted ones included. */
export async function listOwnLines(computer: Computer): Promise<OwnLine[]> {
  const rows = await computer
    .session()
    .workbench.database.selectFrom('timesheetLine')
    .select(['id', 'remoteId', 'workedSeconds', 'heldSeconds', 'description', 'deletedAt'])
    .where('origin', '=', 'mine')
    .orderBy('id')
    .execute();
  return rows.map(({ id, deletedAt, ...row }) => ({
    ...row,
    id: timesheetLineIdSchema.parse(id),
    isDeleted: deletedAt !== null,
  }));
}

/** What is shown now is what has to stay. */
export async function noteOwnLines(intent: Intent, computer: Computer): Promise<void> {
  intent.lines[computer.name] = await listOwnLines(computer);
}

export function noteOfficeText(intent: Intent, remoteId: number, text: string): void {
  intent.officeTexts.set(remoteId, [...(intent.officeTexts.get(remoteId) ?? []), text]);
}
