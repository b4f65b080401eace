import type { AgreementKind } from '@core/billing/agreement';
import type { KindOfWork, Verdict } from '@core/billing/kind-of-work';
import type { CustomerId, MessageId, OperationId, ScreenshotId, TicketId, TimerId, TimesheetLineId } from '@core/ids';
import type { OperationState } from '@core/sync/operation';
import type { TicketState, TimeCriticalCategory } from '@core/ticket/ticket';
import type { Instant } from '@core/time/instant';
import type { TimerEvent } from '@core/timer/timer-log';
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
}

export interface CustomerAgreementTable {
  customerId: CustomerId;
  kind: AgreementKind;
}

export interface TicketTable {
  id: TicketId;
  remoteId: number;
  number: string;
  title: string;
  descriptionHtml: string;
  customerId: CustomerId | null;
  projectRemoteId: number;
  projectName: string;
  stageName: string | null;
  state: TicketState;
  isAssignedToMe: Flag;
  timeCriticalCategory: TimeCriticalCategory | null;
  escalationKind: 'none' | 'requested' | 'accepted';
  escalationAt: Instant | null;
  /** Worked time of everybody, as the portal summed it at the last pull of this ticket. */
  portalWorkedSeconds: number;
  /** The part of it that no line kept here explains: colleagues' lines that this user may not read. */
  unlistedSeconds: number;
  registeredAt: Instant;
  changedAt: Instant;
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
}

export interface TimesheetLineTable {
  id: TimesheetLineId;
  remoteId: number | null;
  ticketId: TicketId;
  /** The timer it came from; null for colleagues' lines. */
  timerId: TimerId | null;
  origin: 'mine' | 'colleague';
  employeeName: string;
  date: string;
  startedAt: Instant | null;
  stoppedAt: Instant | null;
  workedSeconds: number;
  description: string;
  kindOfWork: KindOfWork;
  verdict: Verdict;
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

export interface Tables {
  customer: CustomerTable;
  customerAgreement: CustomerAgreementTable;
  ticket: TicketTable;
  ticketWithoutHistory: TicketWithoutHistoryTable;
  timer: TimerTable;
  timerEvent: TimerEventTable;
  heartbeat: HeartbeatTable;
  timesheetLine: TimesheetLineTable;
  message: MessageTable;
  screenshot: ScreenshotTable;
  outbox: OutboxTable;
  syncCursor: SyncCursorTable;
  fourHourWarning: FourHourWarningTable;
}
