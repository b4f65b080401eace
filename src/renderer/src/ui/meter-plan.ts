import type { MeterView } from '@ipc/views';

/** Whose time a stretch of the meter is. */
export type MeterPart = 'mine-synced' | 'colleagues' | 'not-yet-sent' | 'running';

/** How close the limit is; each has its own words and icon. */
export type MeterLevel = 'calm' | 'near' | 'close' | 'last' | 'reached';

/** What the meter draws. Measures are per cent of the whole bar. */
export interface MeterPlan {
  readonly segments: readonly { part: MeterPart; seconds: number; widthPercent: number }[];
  readonly ticks: readonly { permille: number; atPercent: number }[];
  readonly level: MeterLevel;
  readonly overSeconds: number;
}

/** The thresholds of the four-hour rule: 3 h, 3 h 30, 3 h 45 and 4 h of four hours. */
const TICKS_PERMILLE = [750, 875, 937.5] as const;

/** Which level a reached threshold stands for. */
export function levelOfPermille(reachedPermille: number): MeterLevel {
  if (reachedPermille >= 1000) return 'reached';
  if (reachedPermille >= 937) return 'last';
  if (reachedPermille >= 875) return 'close';
  if (reachedPermille >= 750) return 'near';
  return 'calm';
}

/** Lays out the meter. Past the limit the bar grows beyond it, and the limit gets a tick of its own. */
export function planMeter(meter: MeterView): MeterPlan {
  const wholeSeconds = Math.max(meter.limitSeconds, meter.countedSeconds, 1);
  const percent = (seconds: number) => (seconds / wholeSeconds) * 100;
  const overSeconds = Math.max(0, meter.countedSeconds - meter.limitSeconds);
  const ticks: readonly number[] = overSeconds > 0 ? [...TICKS_PERMILLE, 1000] : TICKS_PERMILLE;
  const parts: [MeterPart, number][] = [
    ['mine-synced', meter.mineSyncedSeconds],
    ['colleagues', meter.colleaguesSeconds],
    ['not-yet-sent', meter.notYetSentSeconds],
    ['running', meter.runningSeconds],
  ];
  return {
    segments: parts
      .filter(([, seconds]) => seconds > 0)
      .map(([part, seconds]) => ({ part, seconds, widthPercent: percent(seconds) })),
    ticks: ticks.map((permille) => ({ permille, atPercent: percent((meter.limitSeconds * permille) / 1000) })),
    level: levelOfPermille(meter.reachedPermille),
    overSeconds,
  };
}
