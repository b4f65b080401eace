import type { PrepaidHoursAnswer } from '@core/billing/prepaid-hours';
import type { OperationId } from '@core/ids';
import type { OperationState } from '@core/sync/operation';
import type { SyncOutcome } from '@core/sync/sync-run';
import type { Instant } from '@core/time/instant';
import type { Generated } from 'kysely';
import type { Flag } from './flag';

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
  /** Whether prepaid hours can be read there; null: nobody has asked yet. */
  prepaidHours: PrepaidHoursAnswer | null;
  /** What came or fell due by then is no news; null: the first sync is still to be made. */
  newsSince: Instant | null;
  /** When the portal was last asked for the user's keys; null: not since the key in use was given. */
  keysReadAt: Instant | null;
  /** Their names and dates as JSON; null: the portal does not tell. */
  portalKeys: string | null;
  /** The one that the person says is in use. */
  chosenKeyRemoteId: number | null;
  /** The last warning about a key that a person was told of, as JSON. */
  toldKeyWarning: string | null;
  /** 0: nothing recorded in this file is ever sent. */
  hasPortal: Flag;
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
  kind: 'tag' | 'group' | 'project' | 'colleague' | 'customer-tag';
  remoteId: number;
  name: string;
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

/** What is known of the portal, and what goes between it and here. */
export interface PortalTables {
  portalStage: PortalStageTable;
  portalName: PortalNameTable;
  portalFacts: PortalFactsTable;
  outbox: OutboxTable;
  syncRun: SyncRunTable;
  syncCursor: SyncCursorTable;
}
