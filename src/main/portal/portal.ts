import type { PrepaidHoursAnswer } from '@core/billing/prepaid-hours';
import type { Outcome } from '@core/outcome';
import type { ApiKey } from '@core/sync/key-expiry';
import type { PortalAct } from '@core/sync/portal-act';
import type { TicketResolution } from '@core/ticket/ticket-fields';
import type { OfferedProfile, TicketMapping } from '@core/ticket/ticket-mapping';
import type { Instant } from '@core/time/instant';

/** Why the portal did not do what was asked, in terms of what to do next. */
export type PortalFailure =
  /** No answer, a cut answer, 429 or 5xx: try again later. Whether the server acted is unknown. */
  | { readonly kind: 'unreachable'; readonly message: string; readonly retryAfterMs?: number }
  /** Something answered that is no Odoo: a captive portal, a web page, another program; or it answered far too much. */
  | { readonly kind: 'not-a-portal'; readonly message: string; readonly isTooLong?: true }
  /** The key was refused: pause and ask for a new one. */
  | { readonly kind: 'key-refused'; readonly message: string }
  /** The server understood and refused this one thing (rights, validation, missing record): park it with its words. */
  | { readonly kind: 'refused'; readonly message: string };

export type PortalResult<Value> = Outcome<Value, PortalFailure>;

/** Who the API key belongs to and what server answers. */
export interface PortalIdentity {
  readonly serverVersion: string;
  readonly userId: number;
  readonly userName: string;
  /** Missing when the user has no employee: then time cannot be recorded on this portal. */
  readonly employeeId: number | null;
  /** Where time without a ticket is recorded; missing where the portal has no such project. */
  readonly internalProjectRemoteId: number | null;
}

export interface PortalStage {
  readonly remoteId: number;
  readonly name: string;
  readonly isFolded: boolean;
}

/** A record that other records point to: its id and the name it shows. */
export interface PortalNamed {
  readonly remoteId: number;
  readonly name: string;
}

/** Time that a customer has ordered and paid for in advance. */
export interface PortalPrepaidHours {
  /** Of the line of the order. */
  readonly remoteId: number;
  /** The firm, whoever of it ordered. */
  readonly customerRemoteId: number;
  readonly orderName: string;
  readonly orderedAt: Instant;
  readonly prepaidMinutes: number;
  /** As the portal counts it; below zero where more was delivered than ordered. */
  readonly remainingMinutes: number;
}

/** What can be chosen for a ticket on this portal. */
export interface PortalLists {
  readonly stages: readonly (PortalStage & {
    /** The projects or teams that have this stage; empty: nobody limited it to some. */
    readonly groupRemoteIds: readonly number[];
  })[];
  readonly tags: readonly PortalNamed[];
  /** What tickets can be in: projects or teams. */
  readonly groups: readonly PortalNamed[];
  /** Where time can be recorded. */
  readonly projects: readonly PortalNamed[];
  /** Those who work here, as users: a ticket can be handed to them. */
  readonly colleagues: readonly PortalNamed[];
  /** What customers can be tagged with. */
  readonly customerTags: readonly PortalNamed[];
}

export interface PortalCustomer {
  readonly remoteId: number;
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
  /** As Odoo writes it, such as `sv_SE`. */
  readonly language: string | null;
  /** The agreements are read from them. */
  readonly tags: readonly PortalNamed[];
}

export interface PortalContact {
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
}

export interface PortalTicket {
  readonly remoteId: number;
  readonly title: string;
  /** As the portal gave it, unsanitised. */
  readonly descriptionHtml: string;
  /** What the portal calls it; missing where it is numbered by its id. */
  readonly number: string | null;
  /** The project or team it is in. */
  readonly groupRemoteId: number;
  readonly groupName: string;
  /** The project for time on it; missing where neither the portal nor the mapping names one. */
  readonly projectRemoteId: number | null;
  readonly customer: PortalCustomer | null;
  /** The person at the customer's who is named on the ticket; missing where the firm itself is. */
  readonly contact: PortalContact | null;
  readonly stage: PortalStage | null;
  /** When it came into its stage, by the server's own clock; missing where the server does not say. */
  readonly stageChangedAt: Instant | null;
  /** A server that knows no such thing says 'open'. */
  readonly resolution: TicketResolution;
  /** As Odoo writes it: `0` is ordinary. */
  readonly priority: string;
  readonly tags: readonly PortalNamed[];
  /** The users who have the ticket, in ascending order. */
  readonly assigneeRemoteIds: readonly number[];
  /** Never for a ticket in a project or team that is not followed. */
  readonly isAssignedToMe: boolean;
  readonly isFollowed: boolean;
  readonly isActive: boolean;
  /**
   * Worked time of everybody on the ticket (Odoo's `effective_hours`). An ordinary timesheet user may not read
   * colleagues' lines, but may read this sum.
   */
  readonly workedSecondsOfEverybody: number;
  readonly registeredAt: Instant;
  readonly changedAt: Instant;
}

export interface PortalTimesheetLine {
  readonly remoteId: number;
  /** Missing for time without a ticket. */
  readonly ticketRemoteId: number | null;
  readonly employeeId: number | null;
  readonly employeeName: string;
  /** Stockholm date, `2026-11-23`. */
  readonly date: string;
  readonly description: string;
  readonly workedSeconds: number;
  /** Validated or invoiced: it can no longer be changed. */
  readonly isLocked: boolean;
  readonly changedAt: Instant;
}

/** A line on a ticket. */
export interface PortalTicketLine extends PortalTimesheetLine {
  readonly ticketRemoteId: number;
}

export interface PortalMessage {
  readonly remoteId: number;
  readonly ticketRemoteId: number;
  /** The id given at posting (`<wb-…>`), by which our own are recognised. */
  readonly messageUid: string | null;
  readonly authorName: string;
  /** Whether the user of the key wrote it, wherever that was. */
  readonly isMine: boolean;
  readonly isInternalNote: boolean;
  readonly bodyHtml: string;
  readonly postedAt: Instant;
  readonly changedAt: Instant;
}

/** Where the next page begins: behind this row, in the order of `write_date, id`. */
export interface PageKey {
  readonly changedAt: Instant;
  readonly remoteId: number;
}

export interface Page<Row> {
  readonly rows: readonly Row[];
  /** Missing on the last page. */
  readonly next: PageKey | null;
}

export interface PageRequest {
  /** Rows changed at or after this instant; null reads all. */
  readonly changedSince: Instant | null;
  readonly after: PageKey | null;
  readonly pageSize: number;
}

export interface NewTimesheetLine {
  readonly externalId: string;
  /** Null: on the project alone. */
  readonly ticketRemoteId: number | null;
  readonly projectRemoteId: number;
  readonly employeeId: number;
  readonly date: string;
  readonly description: string;
  readonly workedSeconds: number;
}

/** What is to be different about a line, in absolute values. */
export interface TimesheetLineChanges {
  readonly date?: string;
  readonly description?: string;
  readonly workedSeconds?: number;
  readonly place?: Pick<NewTimesheetLine, 'ticketRemoteId' | 'projectRemoteId'>;
}

export interface NewTicket {
  readonly externalId: string;
  readonly title: string;
  readonly descriptionHtml: string;
  readonly groupRemoteId: number;
  readonly customerRemoteId: number | null;
  /** Null: the portal's first. */
  readonly stageRemoteId: number | null;
  readonly priority: string;
  readonly tagRemoteIds: readonly number[];
  readonly assigneeRemoteIds: readonly number[];
}

/** What is to be different about a ticket, in absolute values. */
export interface TicketChanges {
  readonly title?: string;
  readonly descriptionHtml?: string;
  readonly stageRemoteId?: number | null;
  readonly resolution?: TicketResolution;
  readonly priority?: string;
  readonly tagRemoteIds?: readonly number[];
  readonly assigneeRemoteIds?: readonly number[];
}

export interface NewAttachment {
  readonly externalId: string;
  readonly ticketRemoteId: number;
  readonly fileName: string;
  readonly mimeType: string;
  readonly bytes: Uint8Array;
  /** Breaks it off; whether it arrived is unknown then. */
  readonly signal?: AbortSignal;
}

/** A file that hangs on a ticket, without its content. */
export interface PortalAttachment {
  readonly remoteId: number;
  /** As whoever put it there named it: never to be used as a path. */
  readonly fileName: string;
  readonly mimeType: string;
  readonly sizeBytes: number;
  /** Changes with the content; null where the server tells none. */
  readonly checksum: string | null;
  readonly createdAt: Instant;
  /** Who wrote the message it came with, or else who put it on the ticket. */
  readonly uploaderName: string;
}

/** Why the content of an attachment was not read. */
export type AttachmentFailure =
  | PortalFailure
  /** The person does not wait for it any longer. */
  | { readonly kind: 'cancelled' }
  /** It is no longer on the portal, or not ours to read. */
  | { readonly kind: 'gone' }
  | { readonly kind: 'too-large'; readonly sizeBytes: number };

/** The largest attachment that is read. */
export const MOST_ATTACHMENT_BYTES = 50 * 1024 * 1024;

/** How the content of an attachment is waited for. */
export interface AttachmentReading {
  readonly signal: AbortSignal;
  /** Told again and again of how many of how many bytes have come. */
  readonly onProgress: (receivedBytes: number, totalBytes: number) => void;
}

export interface NewMessage {
  readonly messageUid: string;
  readonly ticketRemoteId: number;
  readonly bodyHtml: string;
  readonly isInternalNote: boolean;
  readonly attachmentRemoteIds: readonly number[];
}

/** What a probe for an own record found. */
export type ProbeAnswer =
  | { readonly kind: 'absent' }
  | { readonly kind: 'present'; readonly remoteId: number }
  /**
   * The server knows the id but shows no record: it is not ours to read, or the server remembers an id whose creation
   * it rolled back. Sending the same creation again tells which: it is refused in the first case.
   */
  | { readonly kind: 'unreadable' };

/** Ids in ascending order, and whether there are more behind them. */
export interface IdPage {
  readonly ids: readonly number[];
  readonly isLast: boolean;
}

/** What the app needs of any portal. Nothing here throws for what a network or a server does. */
export interface Portal {
  /** Asks who the key belongs to; also the connection test. */
  identify(): Promise<PortalResult<PortalIdentity>>;
  /** What this user may not do here at all. A right on everything can still be refused for one record. */
  readMissingRights(): Promise<PortalResult<readonly PortalAct[]>>;
  /** The user's own keys; null where the server does not tell of them. Which one is in use it never tells. */
  readKeys(): Promise<PortalResult<readonly ApiKey[] | null>>;

  /** The kinds of tickets that the server has, as far as the user may see them. */
  readProfiles(): Promise<PortalResult<readonly OfferedProfile[]>>;
  /** From now on tickets are what this mapping says. */
  follow(mapping: TicketMapping): void;
  /** The same portal by another mapping, to try it; this one stays as it is. */
  by(mapping: TicketMapping): Portal;

  /** Tickets that are followed: the user's, and where the mapping says so nobody's; archived ones included. */
  readTickets(request: PageRequest): Promise<PortalResult<Page<PortalTicket>>>;
  /** These tickets, whoever has them, as far as the user may read them. */
  readTicketsById(remoteIds: readonly number[]): Promise<PortalResult<readonly PortalTicket[]>>;
  /** What can be chosen for a ticket here: stages in their order, the rest by name. */
  readLists(): Promise<PortalResult<PortalLists>>;
  /** Whether prepaid hours can be read here, as the server is now. */
  askForPrepaidHours(): Promise<PortalResult<PrepaidHoursAnswer>>;
  /** Everything that these customers have prepaid, also what is used up, in ascending order of id. */
  readPrepaidHours(customerRemoteIds: readonly number[]): Promise<PortalResult<readonly PortalPrepaidHours[]>>;
  /** Creates the ticket, or returns the one that already has this external id. Answers the server's id. */
  createTicket(ticket: NewTicket): Promise<PortalResult<number>>;
  updateTicket(remoteId: number, changes: TicketChanges): Promise<PortalResult<null>>;
  /** The ids of the tickets that `readTickets` reads, behind an id. */
  listTicketIds(afterId: number): Promise<PortalResult<IdPage>>;
  /** The ids of the lines that `readTimesheetLines` reads, behind an id. */
  listTimesheetLineIds(ticketRemoteIds: readonly number[], afterId: number): Promise<PortalResult<IdPage>>;
  /** Everybody's timesheet lines on these tickets, as far as the user may read them. */
  readTimesheetLines(
    ticketRemoteIds: readonly number[],
    request: PageRequest,
  ): Promise<PortalResult<Page<PortalTicketLine>>>;
  /** One line; null when it is gone or not ours to read. */
  readTimesheetLine(remoteId: number): Promise<PortalResult<PortalTimesheetLine | null>>;
  /** Messages and internal notes of these tickets. */
  readMessages(ticketRemoteIds: readonly number[], request: PageRequest): Promise<PortalResult<Page<PortalMessage>>>;

  /** Looks a record up by the external id it was created with, in the given model. */
  probeExternalId(externalId: string): Promise<PortalResult<ProbeAnswer>>;
  /** Looks a message up by the id it was posted with. */
  probeMessage(messageUid: string): Promise<PortalResult<ProbeAnswer>>;

  /** Creates the line, or returns the one that already has this external id. Answers the server's id. */
  createTimesheetLine(line: NewTimesheetLine): Promise<PortalResult<number>>;
  updateTimesheetLine(remoteId: number, changes: TimesheetLineChanges): Promise<PortalResult<null>>;
  /** Deletes the line. One that is gone already counts as deleted. */
  deleteTimesheetLine(remoteId: number): Promise<PortalResult<null>>;
  createAttachment(attachment: NewAttachment): Promise<PortalResult<number>>;
  /** The files on a ticket, the newest first. */
  listAttachments(ticketRemoteId: number): Promise<PortalResult<readonly PortalAttachment[]>>;
  /** The content of one of them, of at most {@link MOST_ATTACHMENT_BYTES}. */
  readAttachment(remoteId: number, reading: AttachmentReading): Promise<Outcome<Uint8Array, AttachmentFailure>>;
  postMessage(message: NewMessage): Promise<PortalResult<number>>;
}
