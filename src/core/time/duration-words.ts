import { fail, type Outcome, succeed } from '../outcome';

const UNITS = {
  hour: { seconds: 3600, words: ['h', 'hr', 'hrs', 'hour', 'hours', 't', 'tim', 'timme', 'timma', 'timmar'] },
  minute: { seconds: 60, words: ['m', 'min', 'mins', 'minut', 'minuter', 'minute', 'minutes'] },
  second: { seconds: 1, words: ['s', 'sek', 'sekund', 'sekunder', 'sec', 'secs', 'second', 'seconds'] },
} as const;
type Unit = keyof typeof UNITS;
const UNIT_NAMES: readonly Unit[] = ['hour', 'minute', 'second'];

/** The signs that a Swedish keyboard has, or that a phone makes of 1/2. */
const FRACTIONS: Readonly<Record<string, number>> = { '½': 50, '¼': 25, '¾': 75 };

const NUMBER = String.raw`\d{1,6}(?:[.,]\d{1,6}| ?[½¼¾])?|[½¼¾]`;
const BARE_NUMBER = new RegExp(`^(?:${NUMBER})$`);

export type DurationProblem =
  | { readonly kind: 'unit-unknown'; readonly unit: string }
  | { readonly kind: 'two-digits-needed' }
  | { readonly kind: 'minutes-over-59' }
  | { readonly kind: 'not-a-time' };

/** A number as a fraction of whole numbers, so that no digit is lost before the one rounding. */
interface Written {
  readonly numerator: number;
  readonly denominator: number;
}

/** Whether a text is a number without a unit, in Swedish or English writing. */
export function isBareNumber(text: string): boolean {
  return BARE_NUMBER.test(text);
}

/**
 * What a bare number can mean in whole seconds, the likelier first. Small whole numbers are hours, large ones minutes;
 * `1.30` and `130` can also be a clock's way to write an hour and a half.
 */
export function proposeUnits(bareNumber: string): readonly number[] {
  const hours = secondsOf(readNumber(bareNumber), 'hour');
  const clock = /^(\d{1,2})[.,]?([0-5]\d)$/.exec(bareNumber);
  const asClock = clock ? [Number(clock[1]) * 3600 + Number(clock[2]) * 60] : [];
  if (!/^\d+$/.test(bareNumber)) return [...new Set([hours, ...asClock])];
  const minutes = secondsOf(readNumber(bareNumber), 'minute');
  const likelyFirst = Number(bareNumber) <= 12 ? [hours, minutes] : [minutes, hours];
  // Two digits are a number and no clock.
  return [...new Set([...likelyFirst, ...(bareNumber.length > 2 ? asClock : [])])];
}

/**
 * Whole seconds of a duration with its units, in small letters: `1:30`, `1,5 h`, `90 min`, `1h30`, `1 tim och 30 min`.
 * Half a second and more is rounded up.
 */
export function readDuration(text: string): Outcome<number, DurationProblem> {
  return /^\d{0,3}:/.test(text) ? readHoursAndMinutes(text) : readNumbersWithUnits(text);
}

/** `1:30`, `:45`, `1:30:15`, also with the word for hours behind it. */
function readHoursAndMinutes(text: string): Outcome<number, DurationProblem> {
  const parts = /^(\d{0,3}):(\d{1,2})(?::(\d{1,2}))?(?: ?([a-zåäö]+)\.?)?$/.exec(text);
  if (parts === null) return fail({ kind: 'not-a-time' });
  const [, hours, minutes = '', seconds = '00', word] = parts;
  if (word !== undefined && unitOf(word) !== 'hour') return fail({ kind: 'not-a-time' });
  if (minutes.length < 2 || seconds.length < 2) return fail({ kind: 'two-digits-needed' });
  if (Number(minutes) > 59 || Number(seconds) > 59) return fail({ kind: 'minutes-over-59' });
  return succeed(Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds));
}

/** `1,5 h`, `90 min`, `1h30`, `1 h 30 min 15 s`: units from large to small, each once. */
function readNumbersWithUnits(text: string): Outcome<number, DurationProblem> {
  if (!/^[\d½¼¾]/.test(text)) return fail({ kind: 'not-a-time' });
  const part = new RegExp(String.raw`(?: ?(?:och|and|&|\+|,))? ?(${NUMBER}) ?([a-zåäö]*)\.?`, 'y');
  const read: { unit: Unit; number: Written }[] = [];
  while (part.lastIndex < text.length) {
    const found = part.exec(text);
    if (found === null) return fail({ kind: 'not-a-time' });
    const [, digits = '', word = ''] = found;
    const unit = word === '' ? unitAfter(read.at(-1)?.unit) : unitOf(word);
    if (unit === null) return fail(word === '' ? { kind: 'not-a-time' } : { kind: 'unit-unknown', unit: word });
    read.push({ unit, number: readNumber(digits) });
  }
  return addUp(read);
}

function addUp(parts: readonly { unit: Unit; number: Written }[]): Outcome<number, DurationProblem> {
  let seconds = 0;
  for (const [index, { unit, number }] of parts.entries()) {
    const before = parts[index - 1];
    if (before && UNIT_NAMES.indexOf(before.unit) >= UNIT_NAMES.indexOf(unit)) return fail({ kind: 'not-a-time' });
    // "1,5 h 30 min" is read in two ways by two people.
    if (parts.length > 1 && number.denominator > 1) return fail({ kind: 'not-a-time' });
    if (before && number.numerator > 59) return fail({ kind: 'minutes-over-59' });
    seconds += secondsOf(number, unit);
  }
  return succeed(seconds);
}

function unitOf(word: string): Unit | null {
  return UNIT_NAMES.find((name) => UNITS[name].words.some((known) => known === word)) ?? null;
}

/** Behind hours people leave the minutes' unit out: `1h30`. */
function unitAfter(previous: Unit | undefined): Unit | null {
  return previous === 'hour' ? 'minute' : null;
}

function readNumber(text: string): Written {
  const sign = text.at(-1) ?? '';
  const fraction = FRACTIONS[sign];
  if (fraction !== undefined) return { numerator: Number(text.slice(0, -1)) * 100 + fraction, denominator: 100 };
  const [whole = '', decimals = ''] = text.split(/[.,]/);
  return { numerator: Number(whole + decimals), denominator: 10 ** decimals.length };
}

function secondsOf({ numerator, denominator }: Written, unit: Unit): number {
  return Math.floor((2 * numerator * UNITS[unit].seconds + denominator) / (2 * denominator));
}
