import type { Verdict } from './kind-of-work';

/** What registering a ticket approves. Source: 001, "The 4 hour rule". */
export const DEFAULT_LIMIT_SECONDS = 4 * 60 * 60;

/** A share of the limit at which a warning speaks. `permille` is its name, rounded; the fraction is what counts. */
export interface WarningThreshold {
  readonly permille: number;
  readonly numerator: number;
  readonly denominator: number;
}

/** 75 %, 87.5 % and 93.75 %: at four hours 3 h, 3 h 30 and 3 h 45. Our reading of 001, "The 4 hour rule"; a setting. */
export const DEFAULT_WARNING_PERCENTS: readonly number[] = [75, 87.5, 93.75];

const FULL_PERMILLE = 1000;
const HUNDREDTHS_PER_PERCENT = 100;

/**
 * The thresholds for these per cents, lowest first, and 100 % always. A per cent is taken to two decimals and is then
 * an exact fraction. What has been spoken is stored by the name in whole permille, so of two per cents with one name
 * only the lower counts, and what is not between 0 and 100 % is none.
 */
export function warningThresholds(percents: readonly number[]): readonly WarningThreshold[] {
  const byName = new Map<number, WarningThreshold>();
  const denominator = 100 * HUNDREDTHS_PER_PERCENT;
  for (const percent of [...percents].sort((a, b) => a - b)) {
    const numerator = Math.round(percent * HUNDREDTHS_PER_PERCENT);
    const permille = Math.round(numerator / 10);
    if (permille > 0 && permille < FULL_PERMILLE && !byName.has(permille)) {
      byName.set(permille, { permille, numerator, denominator });
    }
  }
  return [...byName.values(), { permille: FULL_PERMILLE, numerator: 1, denominator: 1 }];
}

/** The thresholds of somebody who set none. */
export const WARNING_THRESHOLDS: readonly WarningThreshold[] = warningThresholds(DEFAULT_WARNING_PERCENTS);

/** The counted seconds at which a threshold is reached; not whole for every limit. */
export function thresholdSeconds({ numerator, denominator }: WarningThreshold, limitSeconds: number): number {
  return (limitSeconds * numerator) / denominator;
}

/** The thresholds that so many seconds have reached, lowest first. Compares whole numbers, so nothing is rounded. */
function reachedThresholds(
  thresholds: readonly WarningThreshold[],
  countedSeconds: number,
  limitSeconds: number,
): readonly WarningThreshold[] {
  return thresholds.filter(({ numerator, denominator }) => countedSeconds * denominator >= limitSeconds * numerator);
}

/**
 * Whether time with this verdict counts against the limit: what is charged does, included, not-charged and undecided
 * time does not. Source: 001, "up to 4 hours of chargeable consulting work for each issue".
 */
export function countsAgainstLimit(verdict: Verdict): boolean {
  return verdict === 'chargeable' || verdict === 'always-separate';
}

/** A stretch of recorded work on the ticket. */
export interface MeterLine {
  readonly workedSeconds: number;
  readonly verdict: Verdict;
  readonly origin: 'mine' | 'colleague';
  readonly isSent: boolean;
}

/** The meter of one ticket, in seconds of worked time, before minimum and rounding. */
export interface Meter {
  readonly limitSeconds: number;
  readonly mineSyncedSeconds: number;
  readonly colleaguesSeconds: number;
  readonly notYetSentSeconds: number;
  readonly runningSeconds: number;
  /** The sum of the four above. */
  readonly countedSeconds: number;
  /** Never negative. */
  readonly leftSeconds: number;
  /** Shown beside the meter, not in it. */
  readonly undecidedSeconds: number;
  /** The highest threshold reached, 0 for none. */
  readonly reachedPermille: number;
}

function sumSeconds(parts: readonly { readonly workedSeconds: number }[]): number {
  return parts.reduce((sum, { workedSeconds }) => sum + workedSeconds, 0);
}

/**
 * Adds up what counts against the limit of one ticket: lines of all consultants, sent or not, and the running timer
 * (null: none). Source: 001, "The 4 hour rule".
 */
export function computeMeter({
  lines,
  running,
  limitSeconds,
  thresholds,
}: {
  lines: readonly MeterLine[];
  running: { readonly workedSeconds: number; readonly verdict: Verdict } | null;
  limitSeconds: number;
  thresholds: readonly WarningThreshold[];
}): Meter {
  const timers = running === null ? [] : [running];
  const counted = lines.filter(({ verdict }) => countsAgainstLimit(verdict));
  const mine = counted.filter(({ origin }) => origin === 'mine');
  const parts = {
    mineSyncedSeconds: sumSeconds(mine.filter(({ isSent }) => isSent)),
    colleaguesSeconds: sumSeconds(counted.filter(({ origin }) => origin === 'colleague')),
    notYetSentSeconds: sumSeconds(mine.filter(({ isSent }) => !isSent)),
    runningSeconds: sumSeconds(timers.filter(({ verdict }) => countsAgainstLimit(verdict))),
  };
  const countedSeconds =
    parts.mineSyncedSeconds + parts.colleaguesSeconds + parts.notYetSentSeconds + parts.runningSeconds;
  return {
    limitSeconds,
    ...parts,
    countedSeconds,
    leftSeconds: Math.max(0, limitSeconds - countedSeconds),
    undecidedSeconds: sumSeconds([...lines, ...timers].filter(({ verdict }) => verdict === 'undecided')),
    reachedPermille: reachedThresholds(thresholds, countedSeconds, limitSeconds).at(-1)?.permille ?? 0,
  };
}

/** A warning that has spoken and is not armed again. */
export interface RaisedWarning {
  readonly limitSeconds: number;
  readonly thresholdPermille: number;
}

/**
 * Decides which warning speaks, if any, and what to remember. Each speaks once per upward crossing; it is armed again
 * when the total falls below it or the limit changes. When several are crossed at once only the highest speaks, and the
 * lower ones count as having spoken.
 */
export function planWarning({
  countedSeconds,
  limitSeconds,
  thresholds,
  raised,
}: {
  countedSeconds: number;
  limitSeconds: number;
  thresholds: readonly WarningThreshold[];
  raised: readonly RaisedWarning[];
}): { readonly raise: WarningThreshold | null; readonly raised: readonly RaisedWarning[] } {
  const reached = reachedThresholds(thresholds, countedSeconds, limitSeconds);
  const highest = reached.at(-1);
  const hasSpoken =
    highest === undefined ||
    raised.some((warning) => warning.limitSeconds === limitSeconds && warning.thresholdPermille === highest.permille);
  return {
    raise: hasSpoken ? null : highest,
    raised: reached.map(({ permille }) => ({ limitSeconds, thresholdPermille: permille })),
  };
}

/**
 * Whether a warning that stands is no longer true: less of the limit is used than it said, because work was judged
 * otherwise or taken away, or because the customer has approved more.
 */
export function isWarningOver(before: readonly RaisedWarning[], after: readonly RaisedWarning[]): boolean {
  const highest = (raised: readonly RaisedWarning[]) =>
    Math.max(0, ...raised.map(({ thresholdPermille }) => thresholdPermille));
  return highest(after) < highest(before);
}
