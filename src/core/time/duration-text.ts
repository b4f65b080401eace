const SECONDS_PER_MINUTE = 60;
const SECONDS_PER_HOUR = 3600;

/** Hours and minutes of a duration in seconds, rounded down to the minute; a negative one gives zeros. */
export function formatHoursMinutes(seconds: number): { readonly hours: number; readonly minutes: number } {
  const whole = Math.max(0, Math.floor(seconds));
  return {
    hours: Math.floor(whole / SECONDS_PER_HOUR),
    minutes: Math.floor((whole % SECONDS_PER_HOUR) / SECONDS_PER_MINUTE),
  };
}

/** A duration in seconds as a stopwatch shows it, such as `1:47:12`, rounded down; a negative one reads `0:00:00`. */
export function formatClockDuration(seconds: number): string {
  const { hours, minutes } = formatHoursMinutes(seconds);
  const rest = Math.max(0, Math.floor(seconds)) % SECONDS_PER_MINUTE;
  return `${hours}:${String(minutes).padStart(2, '0')}:${String(rest).padStart(2, '0')}`;
}
