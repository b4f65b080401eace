import type { HoldReason } from '@core/billing/hold';
import type { KindOfWork, Verdict } from '@core/billing/kind-of-work';
import type { CoverageDecisionId, LineConflictId, MessageId, TicketId, TimerId, TimesheetLineId } from '@core/ids';
import type { Instant } from '@core/time/instant';
import type { TimerEvent } from '@core/timer/timer-log';
import type { Activity } from '@core/timesheet/activity';
import type { LineConflictChoice, LineConflictKind } from '@core/timesheet/line-conflict';
import type { Generated } from 'kysely';

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
  /** Not null: the override is that of this decision about the kind of work, not one about the line. */
  coverageDecisionId: CoverageDecisionId | null;
  /** The part that waits here; the portal gets the rest. */
  heldSeconds: number;
  holdReason: HoldReason | null;
  /** What the portal is known to hold, as JSON; null as long as it holds nothing. */
  portalValues: string | null;
  deletedAt: Instant | null;
}

/** What a person changed in lines, so that it can be undone. */
export interface TimesheetChangeTable {
  sequence: Generated<number>;
  kind: string;
  /** `[{lineId, before, after}]` as JSON. */
  changes: string;
  changedAt: Instant;
  undoneAt: Instant | null;
  /** The conflict that the step decides; undone, the question stands again. */
  conflictId: LineConflictId | null;
}

/** The portal has another version of a line of mine that I had changed. */
export interface LineConflictTable {
  id: LineConflictId;
  lineId: TimesheetLineId;
  kind: LineConflictKind;
  /** The fields at odds, as JSON. */
  fields: string;
  /** The versions as JSON; `mine` is null where I had deleted the line, `theirs` where it is not there any more. */
  base: string;
  mine: string | null;
  theirs: string | null;
  foundAt: Instant;
  /** What a person said last; it holds as long as `chosenAt` says when. */
  choice: LineConflictChoice | null;
  chosenAt: Instant | null;
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

/** The call that is being taken down, or was last. Form, events and heartbeat as JSON. */
export interface PhoneCallTable {
  id: 1;
  /** Left: its form was closed without registering. */
  state: 'open' | 'left';
  form: string;
  events: string;
  heartbeat: string;
  pausedTimerId: TimerId | null;
}

/** Timers, timesheet lines and what other notes tell of worked time. */
export interface TimeTables {
  timer: TimerTable;
  timerEvent: TimerEventTable;
  phoneCall: PhoneCallTable;
  heartbeat: HeartbeatTable;
  timesheetLine: TimesheetLineTable;
  timesheetChange: TimesheetChangeTable;
  lineConflict: LineConflictTable;
  notedWork: NotedWorkTable;
  toldLine: ToldLineTable;
}
