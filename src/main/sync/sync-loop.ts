import type { TicketId } from '@core/ids';
import type { SyncProgress } from '@core/sync/sync-progress';
import type { SyncOutcome } from '@core/sync/sync-run';
import type { Instant } from '@core/time/instant';
import type { WorkingCalendar } from '@core/time/working-hours';
import type { ClockReading } from '@core/timer/timer-log';
import type { WorkbenchDatabase } from '../db/open';
import { hasOnlyWaitingLines, hurryAll, hurryAmbiguousTickets } from '../db/queries/outbox';
import { writePrepaidHoursAnswer, writeUserRemoteId } from '../db/queries/portal-facts';
import { replacePortalLists } from '../db/queries/portal-lists';
import { noteSyncRun } from '../db/queries/sync-runs';
import type { Portal, PortalFailure } from '../portal/portal';
import { bringPacks } from './bring-packs';
import { noteInternalProject } from './note-internal-project';
import { noteKeys } from './note-keys';
import { createBell, sendPicturesBeside } from './picture-lane';
import { type PullContext, pull } from './pull';
import { type PushContext, push } from './push';
import { isSweepDue, sweep } from './sweep';

/** How the portal answers, as far as is known. */
export type Connection =
  | { readonly kind: 'online' }
  | { readonly kind: 'syncing'; readonly progress: SyncProgress | null }
  | { readonly kind: 'switched-offline'; readonly since: Instant }
  | { readonly kind: 'unreachable'; readonly since: Instant; readonly message: string }
  | { readonly kind: 'not-a-portal'; readonly since: Instant; readonly message: string }
  | { readonly kind: 'key-refused'; readonly since: Instant; readonly message: string }
  | { readonly kind: 'key-missing' }
  /** There is none: nothing is ever sent. */
  | { readonly kind: 'without-portal' };

/** What one sync does, in numbers. */
type SyncCounts = Record<'sent' | 'parked' | 'brought', number>;

export interface SyncParts {
  readonly database: WorkbenchDatabase;
  /** null when there is no key: a person has to give one. */
  readonly portal: Portal | null;
  readonly now: () => ClockReading;
  readonly random: () => number;
  readonly newId: () => string;
  readonly requiresDescription: () => boolean;
  readonly readPicture: (hash: string) => Uint8Array | null;
  readonly calendar: WorkingCalendar;
  readonly tellColleagues: PushContext['tellColleagues'];
  readonly onPictureSent: PushContext['onPictureSent'];
  readonly startsOffline: boolean;
  readonly onState: () => void;
  readonly onPulled: (summary: {
    newTickets: readonly TicketId[];
    changedTickets: readonly TicketId[];
  }) => Promise<void>;
  readonly onError: (error: unknown) => void;
}

export interface SyncLoop {
  connection(): Connection;
  lastSuccessAt(): Instant | null;
  /** Runs a sync now; one that is under way is followed by another. Ends when everything that was asked for is done. */
  run(): Promise<void>;
  setOffline(isOffline: boolean): Promise<void>;
  /**
   * Ends the run that is under way after the operation or the page it is at, and breaks off a picture that is on its way;
   * the next one goes on from there.
   */
  cancel(): void;
  /**
   * Begins to sync every so many minutes; a failed attempt is repeated sooner. The first sync waits that many
   * milliseconds, unless somebody asks for one before.
   */
  start(everyMinutes: number, firstAfterMs: number): void;
  stop(): Promise<void>;
}

const RETRY_WHEN_UNREACHABLE_MS = 15_000;
/** Stages and colleagues seldom change. */
const LISTS_KEPT_MS = 60 * 60_000;
/** More often nobody reads it, and each time every window draws anew. */
const PROGRESS_EVERY_MS = 200;

/** Runs push and pull, one at a time, and knows how the portal answers. Nothing here waits on the window. */
export function createSyncLoop(parts: SyncParts): SyncLoop {
  let connection: Connection = parts.startsOffline
    ? { kind: 'switched-offline', since: parts.now().wall }
    : { kind: 'online' };
  let lastSuccessAt: Instant | null = null;
  let underWay: Promise<void> | null = null;
  let isWantedAgain = false;
  let isStopped = false;
  let listsReadAtMs: number | null = null;
  let isCancelWanted = false;
  let breakOff = new AbortController();
  const asked = createBell();
  let isAskedFor = false;
  let progressToldAtMs = 0;
  let timeout: NodeJS.Timeout | null = null;
  let everyMs: number | null = null;

  function setConnection(next: Connection): void {
    connection = next;
    parts.onState();
  }

  function noteFailure(failure: PortalFailure): void {
    if (connection.kind === 'switched-offline') return;
    const kind = failure.kind === 'refused' ? 'unreachable' : failure.kind;
    setConnection({ kind, since: parts.now().wall, message: failure.message });
  }

  function isCancelled(): boolean {
    return isStopped || isCancelWanted || connection.kind === 'switched-offline';
  }

  function noteProgress(progress: SyncProgress): void {
    if (connection.kind !== 'syncing') return;
    connection = { kind: 'syncing', progress };
    const { monotonicMs } = parts.now();
    // Of pictures there is nothing else to tell for minutes.
    const isSeldom = progress.kind === 'uploading';
    if (!isSeldom && monotonicMs - progressToldAtMs < PROGRESS_EVERY_MS) return;
    progressToldAtMs = monotonicMs;
    parts.onState();
  }

  /** What can be chosen for a ticket. Who may not read it has the choices of before. */
  async function bringLists(portal: Portal): Promise<PortalFailure | null> {
    const { monotonicMs } = parts.now();
    if (listsReadAtMs !== null && monotonicMs - listsReadAtMs < LISTS_KEPT_MS) return null;
    const lists = await portal.readLists();
    if (!lists.ok) return lists.failure.kind === 'refused' ? null : lists.failure;
    const prepaidHours = await portal.askForPrepaidHours();
    if (!prepaidHours.ok && prepaidHours.failure.kind !== 'refused') return prepaidHours.failure;
    await parts.database.transaction().execute(async (trx) => {
      await replacePortalLists(trx, lists.value);
      if (prepaidHours.ok) await writePrepaidHoursAnswer(trx, prepaidHours.value);
    });
    listsReadAtMs = monotonicMs;
    return null;
  }

  /** `counts` is told what the sync does, as it does it. */
  async function syncOnce(portal: Portal, counts: SyncCounts): Promise<PortalFailure | null> {
    // Asked first: without a portal nothing is handed to the network, and nothing becomes ambiguous.
    const identity = await portal.identify();
    if (!identity.ok) return identity.failure;
    const { userId, employeeId, internalProjectRemoteId } = identity.value;
    const { database, newId, requiresDescription, now, random, readPicture, calendar, tellColleagues, onPictureSent } =
      parts;
    await noteInternalProject(database, internalProjectRemoteId, parts, now().wall);
    await noteKeys(database, portal, now().wall);
    await database.transaction().execute(async (trx) => {
      await writeUserRemoteId(trx, userId);
      await hurryAmbiguousTickets(trx, now().wall);
    });
    const context: PullContext = {
      database,
      portal,
      employeeId,
      now: () => now().wall,
      newId,
      requiresDescription,
      calendar,
      onBrought: (what, count) => noteProgress({ kind: 'bringing', what, count }),
      isCancelled,
    };
    const bring = async () => {
      const pulled = await pull(context);
      if (pulled.ok) {
        counts.brought += pulled.value.broughtCount;
        await parts.onPulled(pulled.value);
      }
      return pulled.ok || pulled.failure.kind === 'cancelled' ? null : pulled.failure;
    };
    const compare = async () => {
      if (!(await isSweepDue(database, now().wall))) return null;
      const swept = await sweep(context);
      if (swept.ok) await parts.onPulled({ newTickets: [], changedTickets: swept.value });
      return swept.ok ? null : swept.failure;
    };
    // After the lines: what was sent is in the portal's balance.
    const balance = async () => {
      const brought = await bringPacks(context);
      if (brought.ok && brought.value.length > 0)
        await parts.onPulled({ newTickets: [], changedTickets: brought.value });
      return brought.ok ? null : brought.failure;
    };
    const listsFailure = await bringLists(portal);
    if (listsFailure) return listsFailure;
    const pushing: Omit<PushContext, 'lane'> = {
      database,
      portal,
      employeeId,
      now,
      random,
      readPicture,
      newId,
      requiresDescription,
      calendar,
      tellColleagues,
      onPictureSent,
      onEnded: (how) => {
        counts[how] += 1;
      },
      onProgress: (done, total) => noteProgress({ kind: 'sending', done, total }),
      isCancelled,
    };
    /** Sends, and has what follows from the portal's values that lines took over meanwhile settled. */
    const send = async () => {
      const takenOver = new Set<TicketId>();
      const onTakenOver = (ticketId: TicketId) => takenOver.add(ticketId);
      const failure = await push({ ...pushing, onTakenOver, lane: 'rest' });
      if (takenOver.size > 0) await parts.onPulled({ newTickets: [], changedTickets: [...takenOver] });
      return failure;
    };
    const sendAndBring = async () => {
      // What colleagues worked meanwhile can leave no room for a line that waits. A failure is met again below.
      if (await hasOnlyWaitingLines(database)) await bring();
      if (isCancelled()) return null;
      return (await send()) ?? (isCancelled() ? null : ((await bring()) ?? balance()));
    };
    const sendPictures = async () => {
      const sentBefore = counts.sent;
      let progress: SyncProgress | null = null;
      isAskedFor = false;
      const failure = await sendPicturesBeside({
        upload: (mayGoOn) =>
          push({
            ...pushing,
            lane: 'pictures',
            signal: breakOff.signal,
            onProgress: (done, total) => {
              progress = { kind: 'uploading', done, total };
              noteProgress(progress);
            },
            onEnded: (how) => {
              counts[how] += 1;
              asked.ring();
            },
            isCancelled: () => !mayGoOn(),
          }),
        // The message that waited for a picture goes, or all that a person or a change asks for.
        beside: async () => {
          const isAllAskedFor = isAskedFor;
          isAskedFor = false;
          const failed = isAllAskedFor ? await sendAndBring() : await send();
          if (progress !== null) noteProgress(progress);
          return failed;
        },
        bell: asked,
        isCancelled,
      });
      // What that made of the portal is brought too: a further sync then changes nothing.
      return failure ?? (counts.sent === sentBefore || isCancelled() ? null : sendAndBring());
    };
    const steps = [sendAndBring, compare, sendPictures];
    for (const step of steps) {
      if (isCancelled()) return null;
      const failure = await step();
      if (failure) return failure;
    }
    return null;
  }

  /** One sync, and how it ended in the list of the last ones. */
  async function syncAndNote(portal: Portal): Promise<PortalFailure | null> {
    const startedAt = parts.now().wall;
    const counts: SyncCounts = { sent: 0, parked: 0, brought: 0 };
    const note = (outcome: SyncOutcome, message = '') =>
      noteSyncRun(parts.database, { ...counts, startedAt, endedAt: parts.now().wall, outcome, message });
    try {
      const failure = await syncOnce(portal, counts);
      if (failure) await note(failure.kind, failure.message);
      else await note(isCancelled() ? 'stopped' : 'done');
      return failure;
    } catch (error) {
      // The fault is what is to be told of, also where the list cannot be written either.
      await note('failed', String(error)).catch(() => undefined);
      throw error;
    }
  }

  async function runUntilSettled(): Promise<void> {
    do {
      isWantedAgain = false;
      if (isStopped || connection.kind === 'switched-offline') return;
      if (parts.portal === null) {
        setConnection({ kind: 'key-missing' });
        return;
      }
      isCancelWanted = false;
      breakOff = new AbortController();
      setConnection({ kind: 'syncing', progress: null });
      const failure = await syncAndNote(parts.portal);
      if (failure) {
        noteFailure(failure);
        return;
      }
      if (!isCancelled()) lastSuccessAt = parts.now().wall;
      // Read again: a person may have switched to offline while the sync ran.
      const current: Connection = connection;
      if (current.kind === 'syncing') setConnection({ kind: 'online' });
    } while (isWantedAgain);
  }

  function schedule(): void {
    if (timeout) clearTimeout(timeout);
    if (isStopped || everyMs === null) return;
    const delayMs = connection.kind === 'unreachable' ? Math.min(RETRY_WHEN_UNREACHABLE_MS, everyMs) : everyMs;
    timeout = setTimeout(() => void run(), delayMs);
  }

  async function run(): Promise<void> {
    isWantedAgain = true;
    isAskedFor = true;
    asked.ring();
    underWay ??= runUntilSettled()
      .catch((error: unknown) => {
        setConnection({ kind: 'unreachable', since: parts.now().wall, message: String(error) });
        parts.onError(error);
      })
      .finally(() => {
        underWay = null;
        schedule();
      });
    await underWay;
  }

  return {
    connection: () => connection,
    lastSuccessAt: () => lastSuccessAt,
    run: async () => {
      await hurryAll(parts.database, parts.now().wall);
      await run();
    },
    setOffline: async (isOffline) => {
      if (isOffline) {
        setConnection({ kind: 'switched-offline', since: parts.now().wall });
        breakOff.abort();
        return;
      }
      if (connection.kind === 'switched-offline') setConnection({ kind: 'online' });
      await hurryAll(parts.database, parts.now().wall);
      // The switch has moved; how the sync fares is told by the connection.
      void run();
    },
    cancel: () => {
      isCancelWanted = true;
      isWantedAgain = false;
      breakOff.abort();
    },
    start: (everyMinutes, firstAfterMs) => {
      everyMs = everyMinutes * 60_000;
      timeout = setTimeout(() => void run(), firstAfterMs);
    },
    stop: async () => {
      isStopped = true;
      breakOff.abort();
      if (timeout) clearTimeout(timeout);
      await underWay;
    },
  };
}
