const MINUTES_PER_HOUR = 60;
/** The longest limit the contract takes. */
const MOST_MINUTES = 10_000 * MINUTES_PER_HOUR;

/**
 * Reads a number of hours as people write it, in whole minutes: `26`, `26,5`, `26.25 h`, `26:30`. Null when it is none,
 * or nothing at all.
 */
export function parseHours(text: string): number | null {
  const written = text
    .toLowerCase()
    .replace(/\s/gu, '')
    .replace(/(?:h|tim|timmar|hours?)$/u, '');
  const clock = /^(\d{1,5}):([0-5]\d)$/u.exec(written);
  const decimal = /^(\d{1,5})(?:[.,](\d{1,2}))?$/u.exec(written);
  let minutes: number;
  if (clock !== null) minutes = Number(clock[1]) * MINUTES_PER_HOUR + Number(clock[2]);
  else if (decimal !== null) {
    const hundredths = Number((decimal[2] ?? '').padEnd(2, '0'));
    minutes = Number(decimal[1]) * MINUTES_PER_HOUR + Math.round((hundredths * MINUTES_PER_HOUR) / 100);
  } else return null;
  return minutes > 0 && minutes <= MOST_MINUTES ? minutes : null;
}

/** Minutes as {@link parseHours} reads them back: `26`, `26:30`. */
export function formatHoursInput(minutes: number): string {
  const rest = minutes % MINUTES_PER_HOUR;
  const hours = String(Math.floor(minutes / MINUTES_PER_HOUR));
  return rest === 0 ? hours : `${hours}:${String(rest).padStart(2, '0')}`;
}
