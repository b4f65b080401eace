import { fail, type Outcome, succeed } from '../outcome';
import { isBareNumber, proposeUnits, readDuration } from './duration-words';

const MINUTES_PER_HOUR = 60;
const SECONDS_PER_MINUTE = 60;
const MINUTES_PER_DAY = 24 * MINUTES_PER_HOUR;

/** No line is longer than a day, which is also the longest clock range. */
export const LONGEST_WORK_SECONDS = 24 * 3600;

/** Longer than any way to write a work time; what is longer is a sentence that landed in the wrong field. */
const LONGEST_TEXT = 60;

/** So much work, without saying when. */
export interface WorkDuration {
  readonly kind: 'duration';
  /** Whole seconds, 1 to 86,400. */
  readonly seconds: number;
}

/** From one time of the day to a later one, in minutes since midnight as the clock shows them; 1440 is 24:00. */
export interface ClockRange {
  readonly kind: 'clock-range';
  readonly fromMinute: number;
  readonly toMinute: number;
}

export type WorkTime = WorkDuration | ClockRange;

/** Why a text is no work time. The window has a sentence for each. */
export type WorkTimeProblem =
  | { readonly kind: 'empty' }
  /** A bare number: 90 what? What it can mean, the likelier first. */
  | { readonly kind: 'unit-missing'; readonly proposals: readonly WorkDuration[] }
  /** A number with a word behind it that is no unit of time. */
  | { readonly kind: 'unit-unknown'; readonly unit: string }
  /** One minute digit, as in `1:5`: five or fifty? */
  | { readonly kind: 'two-digits-needed' }
  /** More than 59 minutes or seconds beside a larger unit, as in `1:75`. */
  | { readonly kind: 'minutes-over-59' }
  /** Part of a range that no clock shows, such as `25:00` or `9:75`. */
  | { readonly kind: 'no-such-clock-time' }
  /** `9 pm`: times are written on the 24-hour clock here. */
  | { readonly kind: 'clock-of-12-hours' }
  /** One end of a range, as in `9:15-` or `0915`. */
  | { readonly kind: 'range-incomplete' }
  /** The range ends when or before it begins. Work over midnight is two lines, one for each date. */
  | { readonly kind: 'end-not-after-start' }
  /** Nothing, or less than a second. */
  | { readonly kind: 'too-short' }
  /** More than 24 hours. */
  | { readonly kind: 'too-long' }
  | { readonly kind: 'not-a-time' };

/**
 * Reads a work time as people write it, in Swedish or English: `1:30`, `1,5h`, `90 min`, `1h30`, `1 tim 30 min`,
 * `1½ timme`, or a range of the clock: `9:15-10:45`, `0915–1045`, `9-10.30`, `kl 9 till 10`. Fractions are rounded to
 * the second. A bare number is not guessed at: it is refused with what it can mean.
 *
 * @example parseWorkTime('1h30') // { kind: 'duration', seconds: 5400 }
 */
export function parseWorkTime(text: string): Outcome<WorkTime, WorkTimeProblem> {
  const written = tidy(text);
  if (written === '') return fail({ kind: 'empty' });
  if (written.length > LONGEST_TEXT) return fail({ kind: 'not-a-time' });
  if (/\d ?(am|pm|a\.m|p\.m)\b/.test(written)) return fail({ kind: 'clock-of-12-hours' });
  const ends = written.split('-').map((end) => end.trim());
  if (ends.length === 2) return readRange(ends[0] ?? '', ends[1] ?? '');
  if (/^0\d{3}$/.test(written)) return fail({ kind: 'range-incomplete' });
  if (isBareNumber(written)) return refuseBareNumber(written);
  const seconds = readDuration(written);
  return seconds.ok ? checkLength(seconds.value) : seconds;
}

/** Writes a work time so that {@link parseWorkTime} reads it back: `1:30`, `0:00:45`, `09:15–10:45`. */
export function formatWorkTime(time: WorkTime): string {
  if (time.kind === 'clock-range') return `${formatClock(time.fromMinute)}–${formatClock(time.toMinute)}`;
  const minutes = Math.floor(time.seconds / SECONDS_PER_MINUTE);
  const rest = time.seconds % SECONDS_PER_MINUTE;
  const hoursAndMinutes = `${Math.floor(minutes / MINUTES_PER_HOUR)}:${twoDigits(minutes % MINUTES_PER_HOUR)}`;
  return rest === 0 ? hoursAndMinutes : `${hoursAndMinutes}:${twoDigits(rest)}`;
}

function formatClock(minuteOfDay: number): string {
  return `${twoDigits(Math.floor(minuteOfDay / MINUTES_PER_HOUR))}:${twoDigits(minuteOfDay % MINUTES_PER_HOUR)}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

/** One kind of space, one kind of dash, small letters; words that only introduce or join times are gone. */
function tidy(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/[‐‑‒–—−]/g, '-')
    .replace(/\b(kl\.?|klockan) ?(?=\d)/g, '')
    .replace(/^(från|from) ?(?=\d)/, '')
    .replace(/(?<=\d) ?(till|til|to|until) ?(?=\d|$)/g, '-');
}

function checkLength(seconds: number): Outcome<WorkDuration, WorkTimeProblem> {
  if (seconds < 1) return fail({ kind: 'too-short' });
  if (seconds > LONGEST_WORK_SECONDS) return fail({ kind: 'too-long' });
  return succeed({ kind: 'duration', seconds });
}

function refuseBareNumber(written: string): Outcome<never, WorkTimeProblem> {
  const meanings = proposeUnits(written);
  const proposals = meanings.flatMap((seconds) => {
    const checked = checkLength(seconds);
    return checked.ok ? [checked.value] : [];
  });
  if (proposals.length > 0) return fail({ kind: 'unit-missing', proposals });
  return fail({ kind: meanings.every((seconds) => seconds < 1) ? 'too-short' : 'too-long' });
}

function readRange(from: string, to: string): Outcome<ClockRange, WorkTimeProblem> {
  const fromMinute = readClock(from);
  const toMinute = readClock(to);
  if (from === '' || to === '') {
    const given = from === '' ? toMinute : fromMinute;
    return given.ok ? fail({ kind: 'range-incomplete' }) : given;
  }
  if (!fromMinute.ok) return fromMinute;
  if (!toMinute.ok) return toMinute;
  if (toMinute.value <= fromMinute.value) return fail({ kind: 'end-not-after-start' });
  return succeed({ kind: 'clock-range', fromMinute: fromMinute.value, toMinute: toMinute.value });
}

/** `9`, `9:15`, `9.15`, `915` or `0915` as minutes since midnight. */
function readClock(written: string): Outcome<number, WorkTimeProblem> {
  const parts = /^(\d{1,2})(?:[:.](\d{1,2}))?$/.exec(written) ?? /^(\d{1,2})(\d{2})$/.exec(written);
  if (parts === null) return fail({ kind: 'not-a-time' });
  const [, hourDigits, minuteDigits = '00'] = parts;
  if (minuteDigits.length < 2) return fail({ kind: 'two-digits-needed' });
  const minute = Number(minuteDigits);
  const minuteOfDay = Number(hourDigits) * MINUTES_PER_HOUR + minute;
  if (minute >= MINUTES_PER_HOUR || minuteOfDay > MINUTES_PER_DAY) return fail({ kind: 'no-such-clock-time' });
  return succeed(minuteOfDay);
}
