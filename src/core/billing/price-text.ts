const MOST_MINIMUM_MINUTES = 480;
const MOST_STEP_MINUTES = 60;
const PERMILLE = 1000;
const MOST_FACTOR_PERMILLE = 10_000;

/** A factor in permille as it is written: `1,5`. */
export function formatFactor(permille: number): string {
  const decimals = String(permille % PERMILLE)
    .padStart(3, '0')
    .replace(/0+$/u, '');
  return `${Math.trunc(permille / PERMILLE)}${decimals === '' ? '' : `,${decimals}`}`;
}

/** Reads a factor such as `1,5` or `2`, in permille; null when it is none, or below 1. */
export function parseFactor(text: string): number | null {
  const parts = /^(\d{1,2})(?:[.,](\d{1,3}))?$/u.exec(text.trim());
  if (parts === null) return null;
  const permille = Number(parts[1]) * PERMILLE + Number((parts[2] ?? '').padEnd(3, '0'));
  return permille >= PERMILLE && permille <= MOST_FACTOR_PERMILLE ? permille : null;
}

function parseMinutes(text: string, least: number, most: number): number | null {
  const written = text.trim().replace(/\s*min$/u, '');
  if (!/^\d{1,3}$/u.test(written)) return null;
  const minutes = Number(written);
  return minutes >= least && minutes <= most ? minutes : null;
}

/** Reads the minutes that are charged at least, 0 to 480; null when they are none. */
export function parseMinimumMinutes(text: string): number | null {
  return parseMinutes(text, 0, MOST_MINIMUM_MINUTES);
}

/** Reads the minutes that charged time grows by, 1 to 60; null when they are none. */
export function parseStepMinutes(text: string): number | null {
  return parseMinutes(text, 1, MOST_STEP_MINUTES);
}
