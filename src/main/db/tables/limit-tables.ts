import type { DecidedVerdict } from '@core/billing/coverage-table';
import type { ApprovableBand, ApprovalChannel, EstimateBand, LimitDecision } from '@core/billing/estimate-band';
import type { KindOfWork } from '@core/billing/kind-of-work';
import type { ApprovalId, CoverageDecisionId, EstimateId, LimitDecisionId, MessageId, TicketId } from '@core/ids';
import type { Instant } from '@core/time/instant';

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

/** What was decided of a kind of work on a ticket instead of the terms. At most one holds. */
export interface CoverageDecisionTable {
  id: CoverageDecisionId;
  ticketId: TicketId;
  kindOfWork: KindOfWork;
  verdict: DecidedVerdict;
  reason: string;
  decidedBy: string;
  decidedAt: Instant;
  withdrawnAt: Instant | null;
}

/** Which warnings of a ticket have spoken since they were last armed. */
export interface FourHourWarningTable {
  ticketId: TicketId;
  limitSeconds: number;
  thresholdPermille: number;
  raisedAt: Instant;
}

/** What was estimated, approved and decided of the time a ticket may take, and of its charge. */
export interface LimitTables {
  ticketApproval: TicketApprovalTable;
  ticketEstimate: TicketEstimateTable;
  limitDecision: LimitDecisionTable;
  coverageDecision: CoverageDecisionTable;
  fourHourWarning: FourHourWarningTable;
}
