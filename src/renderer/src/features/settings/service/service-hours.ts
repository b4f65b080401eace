import type { ServiceHours } from '@core/time/working-hours';
import { readClockText } from '../../../ui/clock-text';

const MINUTES_PER_DAY = 24 * 60;

/** Minutes since midnight as clocks show them: `08:30`; the end of a day is `24:00`. */
export function timeText(minute: number): string {
  const pad = (part: number) => String(part).padStart(2, '0');
  return `${pad(Math.floor(minute / 60))}:${pad(minute % 60)}`;
}

/** The hours between two typed times; null where one cannot be read, or the second is not after the first. */
export function readServiceHours(from: string, to: string): ServiceHours | null {
  const opensAtMinute = readClockText(from);
  const closesAtMinute = /^24([.:]?00)?$/.test(to.trim()) ? MINUTES_PER_DAY : readClockText(to);
  if (opensAtMinute === null || closesAtMinute === null || opensAtMinute >= closesAtMinute) return null;
  return { opensAtMinute, closesAtMinute };
}
