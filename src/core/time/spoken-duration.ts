import { formatHoursMinutes } from './duration-text';

/**
 * A duration in seconds as it stands in a sentence, such as `3 h 40 min`, `4 h` or `25 min`, rounded down to the minute.
 * The same in Swedish and in English.
 */
export function spokenDuration(seconds: number): string {
  const { hours, minutes } = formatHoursMinutes(seconds);
  if (hours === 0) return `${minutes} min`;
  return minutes === 0 ? `${hours} h` : `${hours} h ${minutes} min`;
}
