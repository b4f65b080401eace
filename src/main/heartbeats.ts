import type { TicketId } from '@core/ids';
import type { Instant } from '@core/time/instant';
import type { PresenceObservation } from '@core/timer/presence';
import { type FaultCode, faultCodeOf } from './db/fault-code';
import type { PresenceSignal, PresenceSource } from './platform/presence-source';
import { beatTimer } from './usecases/beat-timer';
import { readNudge } from './usecases/note-activity';
import { notePresence } from './usecases/note-presence';
import { pauseForShutdown } from './usecases/pause-for-shutdown';
import { readTimers } from './usecases/read-timers';
import type { Workbench } from './usecases/workbench';

/** Whether the running time reaches the disk. */
export type Recording =
  | { readonly kind: 'working' }
  /** Since that moment nothing more was saved; what was saved before is kept. */
  | { readonly kind: 'failing'; readonly since: Instant; readonly reason: FaultCode };

export interface HeartbeatParts {
  readonly presence: PresenceSource;
  /** While a timer runs, after each heartbeat is on disk. */
  readonly onBeat: (timers: Awaited<ReturnType<typeof readTimers>>) => void;
  /** Told once when heartbeats begin to fail, and once when they reach the disk again. */
  readonly onRecording: (recording: Recording) => void;
  readonly onError: (what: string, error: unknown) => void;
}

export interface Heartbeats {
  end(): Promise<void>;
}

/**
 * One beat at a time, and one at once for each word of the system about the person: that the computer falls asleep is to
 * be on disk before it does. A beat that fails (a full disk) is told of, and the next one is tried.
 */
export function startHeartbeats(workbench: Workbench, parts: HeartbeatParts): Heartbeats {
  let underWay: Promise<void> = Promise.resolve();
  let isBusy = false;
  let lastSavedAt = workbench.clock.read().wall;
  let isFailing = false;
  let nudgedAbout: TicketId | null = null;

  function noteSaved(): void {
    lastSavedAt = workbench.clock.read().wall;
    if (isFailing) parts.onRecording({ kind: 'working' });
    isFailing = false;
  }

  function noteFailed(error: unknown): void {
    // Twice a second the same line would fill the log, and with it the disk.
    if (isFailing) return;
    isFailing = true;
    parts.onError('heartbeat', error);
    parts.onRecording({ kind: 'failing', since: lastSavedAt, reason: faultCodeOf(error) });
  }

  function run(work: () => Promise<void>): Promise<void> {
    isBusy = true;
    underWay = underWay
      .then(work)
      .then(noteSaved, noteFailed)
      .finally(() => {
        isBusy = false;
      });
    return underWay;
  }

  function measureIdle(): PresenceObservation {
    return { kind: 'idle-measured', at: workbench.clock.read(), idleMs: parts.presence.idleMs() };
  }

  async function offerTimer(): Promise<void> {
    const nudge = await readNudge(workbench);
    const ticketId = nudge?.ticketId ?? null;
    if (ticketId !== nudgedAbout) workbench.announce.timersChanged();
    nudgedAbout = ticketId;
  }

  async function beat(): Promise<void> {
    notePresence(workbench, measureIdle());
    const isRunning = await beatTimer(workbench);
    if (isRunning) parts.onBeat(await readTimers(workbench));
    await offerTimer();
  }

  function hear(signal: PresenceSignal): void {
    // Read now, whenever its turn comes: it happened at this moment, and how long it was idle by then is known only now.
    const idle = measureIdle();
    const observation: PresenceObservation = { kind: signal, at: workbench.clock.read() };
    void run(async () => {
      notePresence(workbench, idle);
      notePresence(workbench, observation);
      if (signal === 'shutting-down') await pauseForShutdown(workbench);
      else await beat();
    });
  }

  const endBeats = workbench.clock.onBeat(() => (isBusy ? underWay : run(beat)));
  const endSignals = parts.presence.onSignal(hear);
  return {
    end: async () => {
      endBeats();
      endSignals();
      await underWay;
    },
  };
}
