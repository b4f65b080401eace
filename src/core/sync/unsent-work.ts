/** What is kept of one portal on this computer and is not on that portal, in numbers. */
export interface UnsentWork {
  /** My lines, and held parts of lines, that the portal does not hold: also those that wait for a description. */
  readonly lines: { readonly count: number; readonly workedSeconds: number };
  /** Changes and removals of lines that the portal holds. */
  readonly lineChanges: number;
  readonly messages: number;
  readonly pictures: number;
  readonly newTickets: number;
  readonly ticketChanges: number;
  /** Screen dumps that were taken and not saved on a ticket. */
  readonly pictureDrafts: number;
  /** Tickets on which steps to reproduce a fault are written down and not sent. */
  readonly stepDrafts: number;
  readonly pausedTimers: number;
  /** Stopped timers with time about which nobody has said whether it was work. */
  readonly unansweredTimers: number;
  /** Of all that: what a person has to do something about before it is sent. */
  readonly parked: number;
  /** Of all that: what a person decided not to send. */
  readonly givenUp: number;
  /** The ticket a timer runs on; its time is nowhere else yet. */
  readonly runningOn: string | null;
}

/** The kinds of unsent work that are told apart, in the order they are told in. */
export const UNSENT_KINDS = [
  'lineChanges',
  'messages',
  'pictures',
  'newTickets',
  'ticketChanges',
  'pictureDrafts',
  'stepDrafts',
  'pausedTimers',
  'unansweredTimers',
] as const satisfies readonly (keyof UnsentWork)[];

/** Whether everything that was recorded is on the portal. */
export function isAllSent(work: UnsentWork): boolean {
  return work.lines.count === 0 && work.runningOn === null && UNSENT_KINDS.every((kind) => work[kind] === 0);
}

/** Why what is kept of a portal may not be removed yet; null: it may. */
export type RemovalObstacle =
  /** The file cannot be read as it is; opening the portal brings it up to date, or says what is wrong with it. */
  | 'unreadable'
  /** Its time goes on: no export can hold it. */
  | 'timer-runs'
  /** It is neither on the portal nor in an export that was made since. */
  | 'unsent';

/**
 * Whether what is kept of a portal may be removed. Source: issue 5, "leaving a server wipes its cache only after unsent
 * work was sent or exported".
 */
export function removalObstacle(
  work: UnsentWork | null,
  { isExported }: { isExported: boolean },
): RemovalObstacle | null {
  if (work === null) return 'unreadable';
  if (work.runningOn !== null) return 'timer-runs';
  return isAllSent(work) || isExported ? null : 'unsent';
}
