import type { MeterView } from '@ipc/limit-views';

/** Whose time a stretch of the meter is, and what has become of it. */
export type MeterPart = 'mine-synced' | 'colleagues' | 'not-yet-sent' | 'held' | 'running';

/** How close the limit is; each has its own words and icon. */
export type MeterLevel = 'calm' | 'near' | 'close' | 'last' | 'reached';

/** What the meter draws. Measures are per cent of the whole bar. */
export interface MeterPlan {
  readonly segments: readonly { part: MeterPart; seconds: number; widthPercent: number }[];
  readonly ticks: readonly { permille: number; atPercent: number }[];
  readonly level: MeterLevel;
  readonly overSeconds: number;
}

const LIMIT_PERMILLE = 1000;

/** Which level a reached threshold stands for. The thresholds are a setting: the first one may be anywhere. */
export function levelOfPermille(reachedPermille: number): MeterLevel {
  if (reachedPermille >= LIMIT_PERMILLE) return 'reached';
  if (reachedPermille >= 937) return 'last';
  if (reachedPermille >= 875) return 'close';
  if (reachedPermille > 0) return 'near';
  return 'calm';
}

/** Lays out the meter. Past the limit the bar grows beyond it, and the limit gets a tick of its own. */
export function planMeter(meter: MeterView): MeterPlan {
  const wholeSeconds = Math.max(meter.limitSeconds, meter.countedSeconds, 1);
  const percent = (seconds: number) => (seconds / wholeSeconds) * 100;
  const overSeconds = Math.max(0, meter.countedSeconds - meter.limitSeconds);
  const warnings = meter.thresholdsPermille.filter((permille) => permille < LIMIT_PERMILLE);
  const ticks = overSeconds > 0 ? [...warnings, LIMIT_PERMILLE] : warnings;
  // What waits for approval comes last, as it does in the lines: of those that are not sent, and of those sent in part.
  const heldOfUnsent = Math.min(meter.unapprovedSeconds, meter.notYetSentSeconds);
  const heldOfSent = Math.min(meter.unapprovedSeconds - heldOfUnsent, meter.mineSyncedSeconds);
  const parts: [MeterPart, number][] = [
    ['mine-synced', meter.mineSyncedSeconds - heldOfSent],
    ['colleagues', meter.colleaguesSeconds],
    ['not-yet-sent', meter.notYetSentSeconds - heldOfUnsent],
    ['held', heldOfUnsent + heldOfSent],
    ['running', meter.runningSeconds],
  ];
  return {
    segments: parts
      .filter(([, seconds]) => seconds > 0)
      .map(([part, seconds]) => ({ part, seconds, widthPercent: percent(seconds) })),
    ticks: ticks.map((permille) => ({
      permille,
      atPercent: percent((meter.limitSeconds * permille) / LIMIT_PERMILLE),
    })),
    level: levelOfPermille(meter.reachedPermille),
    overSeconds,
  };
}
