import type {
  CustomerId,
  MessageId,
  NewsId,
  ScreenshotId,
  TicketConflictId,
  TicketEventId,
  TicketId,
  TicketLinkId,
} from '@core/ids';
import type { NewsKind } from '@core/notices/news';
import type { TicketState, TimeCriticalCategory } from '@core/ticket/ticket';
import type { TicketField, TicketResolution } from '@core/ticket/ticket-fields';
import type { TicketLinkKind } from '@core/ticket/ticket-link';
import type { Instant } from '@core/time/instant';
import type { ColumnType, Generated } from 'kysely';
import type { Flag } from './flag';

export interface TicketTable {
  id: TicketId;
  /** Null as long as the portal does not have it. */
  remoteId: number | null;
  number: string;
  title: string;
  descriptionHtml: string;
  customerId: CustomerId | null;
  /** The person at the customer's who is named on it. */
  contactName: string | null;
  contactEmail: string | null;
  contactPhone: string | null;
  /** The project or team it is in. */
  groupRemoteId: number;
  groupName: string;
  /** The project for time on it; 0 where neither the portal nor the mapping names one. */
  projectRemoteId: number;
  stageRemoteId: number | null;
  stageName: string | null;
  resolution: TicketResolution;
  priority: string;
  /** Ids of users on the portal, in ascending order, as JSON. */
  assigneeRemoteIds: string;
  /** Ids of tags on the portal, in ascending order, as JSON. */
  tagRemoteIds: string;
  /** What can be changed on both sides, as the portal was last known to hold it, as JSON; null: not known. */
  portalFields: string | null;
  state: TicketState;
  /** 0: archived on the portal, or in a project or team that is not followed. */
  isActive: Flag;
  isAssignedToMe: Flag;
  timeCriticalCategory: TimeCriticalCategory | null;
  escalationKind: 'none' | 'requested' | 'accepted';
  escalationAt: Instant | null;
  /** Worked time of everybody, as the portal summed it at the last pull of this ticket. */
  portalWorkedSeconds: number;
  /** The part of it that no line kept here explains: colleagues' lines that this user may not read. */
  unlistedSeconds: number;
  /** Since when the portal shows it no more; null: it does. */
  goneAt: Instant | null;
  registeredAt: Instant;
  changedAt: Instant;
}

/** Both sides changed the same field of a ticket; the three versions of its fields as JSON. */
export interface TicketConflictTable {
  id: TicketConflictId;
  ticketId: TicketId;
  field: TicketField;
  base: string;
  mine: string;
  theirs: string;
  foundAt: Instant;
  /** Null: no person has looked at it. */
  choice: 'mine' | 'theirs' | null;
  chosenAt: Instant | null;
}

/** What lists have said of a ticket that was imported, as JSON. */
export interface ListedTicketTable {
  ticketId: TicketId;
  said: string;
}
/** Tickets whose lines and messages from before they came here have not been brought yet. */
export interface TicketWithoutHistoryTable {
  ticketId: TicketId;
}

export interface MessageTable {
  id: MessageId;
  remoteId: number | null;
  messageUid: string | null;
  ticketId: TicketId;
  authorName: string;
  isInternalNote: Flag;
  /** Whether the firm wrote it, the user or a colleague; nobody's unless it is said. */
  isOurs: ColumnType<Flag, Flag | undefined>;
  bodyHtml: string;
  writtenAt: Instant;
}

export interface TicketReferenceTable {
  ticketId: TicketId;
  text: string;
  model: string | null;
  recordId: number | null;
  screenshotId: ScreenshotId | null;
  addedAt: Instant;
}

export interface TicketStepsTable {
  ticketId: TicketId;
  done: string;
  happened: string;
  expected: string;
}

/** What was noted about a ticket, as JSON. */
export interface TicketDetailsTable {
  ticketId: TicketId;
  details: string;
}

/** When the files of a ticket were last listed. */
export interface AttachmentListTable {
  ticketId: TicketId;
  readAt: Instant;
}

/** A file on a ticket, as the portal last told of it. */
export interface AttachmentTable {
  remoteId: number;
  ticketId: TicketId;
  fileName: string;
  mimeType: string;
  sizeBytes: number;
  checksum: string | null;
  createdAt: Instant;
  uploaderName: string;
  /** The sha256 of its content, which names a file here; null: it was not downloaded. */
  contentHash: string | null;
  /** Since when it is known to be no longer on the portal. */
  goneAt: Instant | null;
}

/** What a sync brought or time made due. */
export interface NewsTable {
  id: NewsId;
  ticketId: TicketId;
  kind: NewsKind;
  /** Which one of its kind on this ticket: a message, a change, a target. */
  subject: string;
  cameAt: Instant;
  /** When the person was told of it, or it was no longer to be told; null: it waits. */
  toldAt: Instant | null;
  /** When somebody opened its ticket; null: nobody has since. */
  openedAt: Instant | null;
}

/** Something of a ticket that was otherwise than before. Rows are only ever added. */
export interface TicketStateChangeTable {
  sequence: Generated<number>;
  ticketId: TicketId;
  kind: 'stage' | 'assignment';
  /** When it happened; null: nobody said. */
  at: Instant | null;
  /** By when it had happened. */
  knownAt: Instant;
  /** Of a stage only, the next four. */
  stageRemoteId: number | null;
  stageName: string | null;
  isFolded: Flag | null;
  resolution: TicketResolution | null;
  /** Of an assignment only: whether anybody has the ticket. */
  isAssigned: Flag | null;
}

/** Something a consultant decided or wrote down about a ticket. */
export interface TicketEventTable {
  id: TicketEventId;
  ticketId: TicketId;
  /** JSON, parsed with its schema when read. */
  handling: string;
  at: Instant;
  recordedBy: string;
  origin: 'mine' | 'colleague';
  withdrawnAt: Instant | null;
}

/** Two tickets that belong together. */
export interface TicketLinkTable {
  id: TicketLinkId;
  kind: TicketLinkKind;
  /** The part or the duplicate; null: only the other side is known here. */
  ticketId: TicketId | null;
  /** The first ticket of a split or the one that is kept; null: only the other side is known here. */
  mainTicketId: TicketId | null;
  at: Instant;
  recordedBy: string;
  withdrawnAt: Instant | null;
  /** What takes it back, as JSON; null: it was made elsewhere. */
  undoing: string | null;
  /** The portal's id of the last message of the customer on the duplicate that somebody had before them; 0: none. */
  seenMessage: number;
}

/** Tickets and what is written, filed and new on them. */
export interface TicketTables {
  attachmentList: AttachmentListTable;
  attachment: AttachmentTable;
  ticket: TicketTable;
  ticketConflict: TicketConflictTable;
  listedTicket: ListedTicketTable;
  ticketWithoutHistory: TicketWithoutHistoryTable;
  message: MessageTable;
  ticketReference: TicketReferenceTable;
  ticketSteps: TicketStepsTable;
  ticketDetails: TicketDetailsTable;
  news: NewsTable;
  ticketStateChange: TicketStateChangeTable;
  ticketEvent: TicketEventTable;
  ticketLink: TicketLinkTable;
}
