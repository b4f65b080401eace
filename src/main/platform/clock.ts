import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { instantFromEpochMs } from '@core/time/instant';
import type { ClockReading } from '@core/timer/timer-log';

/** The only source of time in the app. */
export interface Clock {
  read(): ClockReading;
  /** Calls back every half second of this clock; answers a function that ends it. */
  onBeat(listener: () => Promise<void>): () => void;
}

/**
 * What tells one boot of this computer from the next. Where the system has no such thing each start of the app counts
 * as a boot of its own: a gap is then asked about rather than trusted.
 */
function readBootId(): string {
  try {
    if (process.platform === 'linux') return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    if (process.platform === 'darwin') {
      return execFileSync('/usr/sbin/sysctl', ['-n', 'kern.bootsessionuuid'], { encoding: 'utf8' }).trim();
    }
  } catch {
    // Falls through: a system without a readable boot identity.
  }
  return randomUUID();
}

/** The computer's own clocks. */
export function createSystemClock(beatEveryMs: number): Clock {
  const bootId = readBootId();
  return {
    read: () => ({
      wall: instantFromEpochMs(Date.now()),
      monotonicMs: Number(process.hrtime.bigint() / 1_000_000n),
      bootId,
    }),
    onBeat: (listener) => {
      const handle = setInterval(() => void listener(), beatEveryMs);
      return () => clearInterval(handle);
    },
  };
}
