import type { Instant } from '@core/time/instant';
import { type FaultCode, faultCodeOf } from './db/fault-code';
import { beatTimer } from './usecases/beat-timer';
import { noteSleep } from './usecases/note-sleep';
import { readTimers } from './usecases/read-timers';
import type { Workbench } from './usecases/workbench';

/** Whether the running time reaches the disk. */
export type Recording =
  | { readonly kind: 'working' }
  /** Since that moment nothing more was saved; what was saved before is kept. */
  | { readonly kind: 'failing'; readonly since: Instant; readonly reason: FaultCode };

export interface HeartbeatParts {
  /** While a timer runs, after each heartbeat is on disk. */
  readonly onBeat: (timers: Awaited<ReturnType<typeof readTimers>>) => void;
  /** Told once when heartbeats begin to fail, and once when they reach the disk again. */
  readonly onRecording: (recording: Recording) => void;
  readonly onError: (what: string, error: unknown) => void;
}

export interface Heartbeats {
  suspend(): void;
  wake(): void;
  end(): Promise<void>;
}

/** One beat at a time. One that fails (a full disk) is told of, and the next one is tried. */
export function startHeartbeats(workbench: Workbench, parts: HeartbeatParts): Heartbeats {
  let underWay: Promise<void> = Promise.resolve();
  let isBusy = false;
  let isAsleep = false;
  let lastSavedAt = workbench.clock.read().wall;
  let isFailing = false;

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

  const beat = async () => {
    const isRunning = await beatTimer(workbench);
    if (isRunning) parts.onBeat(await readTimers(workbench.database, workbench.clock.read()));
  };
  const endBeats = workbench.clock.onBeat(() => (isBusy || isAsleep ? underWay : run(beat)));

  return {
    suspend: () => {
      isAsleep = true;
    },
    wake: () => {
      if (!isAsleep) return;
      void run(async () => {
        await noteSleep(workbench);
        isAsleep = false;
      });
    },
    end: async () => {
      endBeats();
      await underWay;
    },
  };
}
