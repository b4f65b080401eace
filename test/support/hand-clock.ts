import { addMs, type Instant, instantFromEpochMs } from '@core/time/instant';
import type { ClockReading } from '@core/timer/timer-log';
import { DateTime } from 'luxon';
import type { Clock } from '../../src/main/platform/clock';

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;

/** Monday 23 November 2026, nine o'clock in Stockholm. */
export const MONDAY_NINE: Instant = instantFromEpochMs(Date.UTC(2026, 10, 23, 8, 0));

/** The instant at which Stockholm's clocks show this, such as `2026-11-23 08:30`. */
export function instantInStockholm(text: string): Instant {
  const shown = DateTime.fromSQL(text, { zone: 'Europe/Stockholm' });
  if (!shown.isValid) throw new Error(`No time: ${text}`);
  return instantFromEpochMs(shown.toMillis());
}

/** A clock that stands still until a test moves it. */
export interface HandClock extends Clock {
  /** Time passes on both clocks and no beat is heard. */
  pass(milliseconds: number): void;
  /** Somebody sets the wall clock; no time passes. */
  setWallBy(milliseconds: number): void;
  /** The computer starts anew: another boot, whose monotonic clock begins at zero. */
  reboot(): void;
  /** One beat, heard by everybody who listens; ends when all are done with it. */
  beat(): Promise<void>;
}

export function createHandClock(wall: Instant = MONDAY_NINE): HandClock {
  let reading: ClockReading = { wall, monotonicMs: 100_000, bootId: 'boot-1' };
  let boots = 1;
  const listeners = new Set<() => Promise<void>>();
  return {
    read: () => reading,
    onBeat: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    pass: (milliseconds) => {
      reading = {
        ...reading,
        wall: addMs(reading.wall, milliseconds),
        monotonicMs: reading.monotonicMs + milliseconds,
      };
    },
    setWallBy: (milliseconds) => {
      reading = { ...reading, wall: addMs(reading.wall, milliseconds) };
    },
    reboot: () => {
      boots += 1;
      reading = { ...reading, monotonicMs: 0, bootId: `boot-${boots}` };
    },
    beat: async () => {
      await Promise.all([...listeners].map((listener) => listener()));
    },
  };
}
