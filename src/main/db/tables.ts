import type { AgreementKind } from '@core/billing/agreement';
import type { ApprovableBand, ApprovalChannel, EstimateBand, LimitDecision } from '@core/billing/estimate-band';
import type { HoldReason } from '@core/billing/hold';
import type { KindOfWork, Verdict } from '@core/billing/kind-of-work';
import type { AddressSource } from '@core/capture/address-source';
import type {
  ApprovalId,
  CustomerId,
  EstimateId,
  LimitDecisionId,
  MessageId,
  NewsId,
  OperationId,
  PriceListId,
  ScreenshotId,
  SupportPackId,
  TicketConflictId,
  TicketId,
  TimerId,
  TimesheetLineId,
} from '@core/ids';
import type { NewsKind } from '@core/notices/news';
import type { OperationState } from '@core/sync/operation';
import type { SyncOutcome } from '@core/sync/sync-run';
import type { TicketState, TimeCriticalCategory } from '@core/ticket/ticket';
import type { TicketField, TicketResolution } from '@core/ticket/ticket-fields';
import type { Instant } from '@core/time/instant';
import type { TimerEvent } from '@core/timer/timer-log';
import type { Activity } from '@core/timesheet/activity';
import type { Generated } from 'kysely';

// Instants are UTC milliseconds, dates are Stockholm dates as text, booleans are 0 and 1. One file holds one portal account.
type Flag = 0 | 1;

export interface CustomerTable {
  id: CustomerId;
  remoteId: number;
  name: string;
  email: string | null;
  phone: string | null;
  language: string | null;
  /** Null: the default price list. Chosen here, not on the portal. */
  priceListId: PriceListId | null;
}

/** How worked time becomes charged time and money. */
export interface PriceListTable {
  id: PriceListId;
  name: string;
  minimumMinutes: number;
  stepMinutes: number;
  /** Null: no money is shown. */
  ratePerHourOre: number | null;
  /** What confirmed overtime costs, 1000 being the ordinary rate. */
  overtimePermille: number;
}

export interface CustomerAgreementTable {
  customerId: CustomerId;
  kind: AgreementKind;
}

/** An agreement that was chosen here. A customer who has any has none of the portal's. */
export interface LocalAgreementTable {
  customerId: CustomerId;
  kind: AgreementKind;
}

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

/** A stage that tickets can have on the portal. */
export interface PortalStageTable {
  remoteId: number;
  name: string;
  isFolded: Flag;
  position: number;
  /** The projects or teams that have it, as JSON; empty: nobody limited it to some. */
  groupRemoteIds: string;
}

/** What else can be chosen for a ticket. */
export interface PortalNameTable {
  kind: 'tag' | 'group' | 'project' | 'colleague';
  remoteId: number;
  name: string;
}

/** Where in the search index a ticket stands. */
export interface TicketSearchRowTable {
  ticketId: TicketId;
  searchRowid: number;
}

/** Tickets whose lines and messages from before they came here have not been brought yet. */
export interface TicketWithoutHistoryTable {
  ticketId: TicketId;
}

export interface TimerTable {
  id: TimerId;
  ticketId: TicketId;
  kindOfWork: KindOfWork;
  /** Follows from the log, kept beside it for one index: at most one row is 'running'. */
  state: 'running' | 'paused' | 'stopped';
}

export interface TimerEventTable {
  timerId: TimerId;
  sequence: number;
  kind: TimerEvent['kind'];
  /** The event as JSON, parsed with its schema when read. */
  event: string;
}

/** One row, overwritten every half second while a timer runs. */
export interface HeartbeatTable {
  timerId: TimerId;
  wall: Instant;
  monotonicMs: number;
  bootId: string;
  /** How long nobody had touched the computer by then. */
  idleMs: number;
}

export interface TimesheetLineTable {
  id: TimesheetLineId;
  remoteId: number | null;
  /** Null for time without a ticket, which has an activity instead. */
  ticketId: TicketId | null;
  activity: Activity | null;
  /** The timer it came from; null for colleagues' lines and typed ones. */
  timerId: TimerId | null;
  origin: 'mine' | 'colleague';
  employeeName: string;
  date: string;
  /** When the work was done, as JSON; empty for a typed duration and for colleagues' lines without a note. */
  intervals: string;
  workedSeconds: number;
  /** The part of it outside service hours. */
  overtimeSeconds: number;
  /** Null: nobody has decided; then it counts on an accepted escalation only. */
  overtimeDecision: 'confirmed' | 'waived' | null;
  description: string;
  kindOfWork: KindOfWork;
  /** What holds: derived from the terms, or what the consultant decided instead. */
  verdict: Verdict;
  /** Not null: the consultant decided the verdict, for this reason. */
  overrideReason: string | null;
  overrideBy: string | null;
  overrideAt: Instant | null;
  /** The part that waits here; the portal gets the rest. */
  heldSeconds: number;
  holdReason: HoldReason | null;
  /** What the portal is known to hold, as JSON; null as long as it holds nothing. */
  portalValues: string | null;
  deletedAt: Instant | null;
}

/** One row: what is known of the portal itself. */
export interface PortalFactsTable {
  onlyRow: 1;
  /** The project for time without a ticket, as the last sync found it. */
  internalProjectRemoteId: number | null;
  /** When the ids kept here were last compared with the portal's. */
  sweptAt: Instant | null;
  /** Who the portal's key belongs to. */
  userRemoteId: number | null;
  /** What of the portal maps to what here, as JSON; null: nobody has chosen anything. */
  ticketMapping: string | null;
  /** What came or fell due by then is no news; null: the first sync is still to be made. */
  newsSince: Instant | null;
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

/** What a person changed in lines, so that it can be undone. */
export interface TimesheetChangeTable {
  sequence: Generated<number>;
  kind: string;
  /** `[{lineId, before, after}]` as JSON. */
  changes: string;
  changedAt: Instant;
  undoneAt: Instant | null;
}

/** A customer's word that a ticket may take longer. The latest that was not withdrawn is the ticket's limit. */
export interface TicketApprovalTable {
  id: ApprovalId;
  ticketId: TicketId;
  origin: 'mine' | 'colleague';
  approvedBy: string;
  approvedAt: Instant;
  channel: ApprovalChannel;
  band: ApprovableBand | null;
  limitSeconds: number;
  note: string;
  recordedBy: string;
  recordedAt: Instant;
  withdrawnAt: Instant | null;
}

/** An estimate that was given to the customer. */
export interface TicketEstimateTable {
  id: EstimateId;
  ticketId: TicketId;
  band: EstimateBand;
  estimatedMinutes: number | null;
  messageId: MessageId | null;
  madeBy: string;
  madeAt: Instant;
}

/** What was decided when a ticket reached its limit. */
export interface LimitDecisionTable {
  id: LimitDecisionId;
  ticketId: TicketId;
  /** The limit it was decided at; another limit needs another decision. */
  limitSeconds: number;
  decision: LimitDecision;
  decidedBy: string;
  decidedAt: Instant;
  withdrawnAt: Instant | null;
}

/** Work that internal notes tell of: colleagues' lines, held parts of them, lines of mine from another computer. */
export interface NotedWorkTable {
  lineId: TimesheetLineId;
  ticketId: TicketId;
  authorName: string;
  state: 'sent' | 'held' | 'removed';
  remoteId: number | null;
  date: string;
  intervals: string;
  workedSeconds: number;
  heldSeconds: number;
  kindOfWork: KindOfWork;
  verdict: Verdict;
  overtimeDecision: 'confirmed' | 'waived' | null;
  overrideReason: string | null;
  /** When the note was written: a later note about the line counts instead. */
  notedAt: Instant;
}

/** What colleagues were told last of a line of mine. */
export interface ToldLineTable {
  lineId: TimesheetLineId;
  ticketId: TicketId;
  /** The note as JSON. */
  note: string;
  messageId: MessageId;
}

/** Prepaid time of a customer. */
export interface SupportPackTable {
  id: SupportPackId;
  customerId: CustomerId;
  prepaidMinutes: number;
  /** What had been drawn already when counting began here. */
  usedMinutes: number;
  boughtOn: string;
  countsFrom: Instant;
  note: string;
}

/** Which warnings about a customer's packs have spoken since they were last armed. */
export interface PackWarningTable {
  customerId: CustomerId;
  prepaidMinutes: number;
  thresholdPermille: number;
  raisedAt: Instant;
}

export interface MessageTable {
  id: MessageId;
  remoteId: number | null;
  messageUid: string | null;
  ticketId: TicketId;
  authorName: string;
  isInternalNote: Flag;
  bodyHtml: string;
  writtenAt: Instant;
}

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

export interface OutboxTable {
  sequence: Generated<number>;
  id: OperationId;
  kind: string;
  /** The id of the line, screen dump or message that it creates on the portal. */
  subjectId: string;
  /** The operation as JSON, parsed with its schema when read. */
  operation: string;
  /** An operation that must be done before this one. */
  dependsOn: OperationId | null;
  state: OperationState;
  attempts: number;
  /** When it was last handed to the network; null when that never happened or a person has since decided to try anew. */
  sentAt: Instant | null;
  nextAttemptAt: Instant;
  /** The server's words, when parked or waiting after a failure. */
  problem: string | null;
  createdAt: Instant;
  /** A person decided that it is not to be tried any more. It is parked then. */
  givenUpAt: Instant | null;
  /** The operation it was given up with, because it depends on it. */
  givenUpWith: OperationId | null;
}

/** How a sync ended that did something or failed. */
export interface SyncRunTable {
  id: Generated<number>;
  startedAt: Instant;
  endedAt: Instant;
  outcome: SyncOutcome;
  message: string;
  sent: number;
  parked: number;
  /** Tickets on which a pull changed something. */
  brought: number;
  /** How often in a row it ended so. */
  times: number;
}

export interface SyncCursorTable {
  model: 'ticket' | 'timesheet-line' | 'message';
  changedAt: Instant;
}

/** Which warnings of a ticket have spoken since they were last armed. */
export interface FourHourWarningTable {
  ticketId: TicketId;
  limitSeconds: number;
  thresholdPermille: number;
  raisedAt: Instant;
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

export interface Tables {
  attachmentList: AttachmentListTable;
  attachment: AttachmentTable;
  customer: CustomerTable;
  customerAgreement: CustomerAgreementTable;
  localAgreement: LocalAgreementTable;
  ticket: TicketTable;
  ticketSearchRow: TicketSearchRowTable;
  ticketConflict: TicketConflictTable;
  portalStage: PortalStageTable;
  portalName: PortalNameTable;
  ticketWithoutHistory: TicketWithoutHistoryTable;
  timer: TimerTable;
  timerEvent: TimerEventTable;
  heartbeat: HeartbeatTable;
  timesheetLine: TimesheetLineTable;
  portalFacts: PortalFactsTable;
  timesheetChange: TimesheetChangeTable;
  ticketApproval: TicketApprovalTable;
  ticketEstimate: TicketEstimateTable;
  limitDecision: LimitDecisionTable;
  notedWork: NotedWorkTable;
  toldLine: ToldLineTable;
  priceList: PriceListTable;
  supportPack: SupportPackTable;
  packWarning: PackWarningTable;
  message: MessageTable;
  screenshot: ScreenshotTable;
  ticketReference: TicketReferenceTable;
  ticketSteps: TicketStepsTable;
  outbox: OutboxTable;
  syncRun: SyncRunTable;
  syncCursor: SyncCursorTable;
  fourHourWarning: FourHourWarningTable;
  news: NewsTable;
}
