import { addMs, type Instant } from '../time/instant';
import { computeCharge, type PriceList } from './charge';
import type { WarningThreshold } from './four-hour-rule';

/** Prepaid time of a customer. Source: 004, "a prepaid Support Pack of 25 or 100 hours". */
export interface SupportPack {
  readonly id: string;
  readonly prepaidMinutes: number;
  /** What had been drawn already when counting began here. */
  readonly usedMinutes: number;
  /** Work from here on draws, of this pack and of those after it. */
  readonly countsFrom: Instant;
}

/** What a line takes from the packs: its share of its ticket's charge. */
export interface PackDraw {
  /** Names the line among all lines of the customer. */
  readonly key: string;
  readonly at: Instant;
  readonly minutes: number;
}

/** What is left of each pack, and what none of them covers. */
export interface PackAccount<Pack extends SupportPack> {
  /** Oldest first, as they are drawn from. `usedMinutes` holds what was used before counting began, too. */
  readonly packs: readonly { readonly pack: Pack; readonly usedMinutes: number; readonly leftMinutes: number }[];
  readonly prepaidMinutes: number;
  readonly leftMinutes: number;
  /** Charged time that no pack covers. */
  readonly overdrawnMinutes: number;
  /** By the key of the draw: how much of it the packs cover. A draw from before the first pack is not there. */
  readonly coveredMinutes: ReadonlyMap<string, number>;
}

function byAge(a: SupportPack, b: SupportPack): number {
  return a.countsFrom - b.countsFrom || (a.id < b.id ? -1 : Number(a.id > b.id));
}

function byTimeOfWork(a: PackDraw, b: PackDraw): number {
  return a.at - b.at || (a.key < b.key ? -1 : Number(a.key > b.key));
}

/** The draws that count: work from before the first pack was paid otherwise. */
function listCounted(packs: readonly SupportPack[], draws: readonly PackDraw[]): PackDraw[] {
  const [oldest] = [...packs].sort(byAge);
  return oldest === undefined ? [] : draws.filter(({ at }) => at >= oldest.countsFrom).sort(byTimeOfWork);
}

/**
 * Draws charged minutes from a customer's packs: in order of time of work, the oldest pack first. What was worked when
 * they were empty waits for the next pack, which covers it before anything later. Does not depend on the order in which
 * packs and draws are given. Source: 004, "Prepaid Support packs are a great option for Customer that want 100% control
 * of costs"; the order is our reading.
 */
export function drawFromPacks<Pack extends SupportPack>(
  packs: readonly Pack[],
  draws: readonly PackDraw[],
): PackAccount<Pack> {
  const inOrder = [...packs].sort(byAge);
  const prepaidMinutes = inOrder.reduce((sum, pack) => sum + pack.prepaidMinutes, 0);
  let freshMinutes = inOrder.reduce((sum, pack) => sum + Math.max(0, pack.prepaidMinutes - pack.usedMinutes), 0);
  let drawnMinutes = 0;
  let overdrawnMinutes = 0;
  const coveredMinutes = new Map<string, number>();
  for (const { key, minutes } of listCounted(packs, draws)) {
    const covered = Math.min(minutes, freshMinutes);
    freshMinutes -= covered;
    drawnMinutes += covered;
    overdrawnMinutes += minutes - covered;
    coveredMinutes.set(key, covered);
  }
  const accounts = inOrder.map((pack) => {
    const taken = Math.min(drawnMinutes, Math.max(0, pack.prepaidMinutes - pack.usedMinutes));
    drawnMinutes -= taken;
    const usedMinutes = pack.usedMinutes + taken;
    return { pack, usedMinutes, leftMinutes: Math.max(0, pack.prepaidMinutes - usedMinutes) };
  });
  return { packs: accounts, prepaidMinutes, leftMinutes: freshMinutes, overdrawnMinutes, coveredMinutes };
}

/** A fifth left, and nothing left. Our reading of 004, "100% control of costs". */
export const PACK_THRESHOLDS: readonly WarningThreshold[] = [
  { permille: 800, numerator: 4, denominator: 5 },
  { permille: 1000, numerator: 1, denominator: 1 },
];

/**
 * What the warnings about packs are measured by, for `planWarning` with {@link PACK_THRESHOLDS}: the newest pack, because
 * older ones say nothing of how much time is left to buy another. Null without packs. A new pack arms both again.
 */
export function packWarningMeasure({
  packs,
  leftMinutes,
}: Pick<PackAccount<SupportPack>, 'packs' | 'leftMinutes'>): { countedMinutes: number; limitMinutes: number } | null {
  const newest = packs.at(-1)?.pack;
  if (newest === undefined) return null;
  return { countedMinutes: Math.max(0, newest.prepaidMinutes - leftMinutes), limitMinutes: newest.prepaidMinutes };
}

const MS_PER_DAY = 24 * 60 * 60 * 1000;
const PACE_MS = 28 * MS_PER_DAY;

/**
 * When the packs are used up at the pace of the last 28 days; null when nothing was drawn in them, or nothing is left.
 * `drawnMinutes` is what was drawn in them, covered or not.
 */
export function forecastPacks({
  packs,
  draws,
  leftMinutes,
  now,
}: {
  packs: readonly SupportPack[];
  draws: readonly PackDraw[];
  leftMinutes: number;
  now: Instant;
}): { readonly drawnMinutes: number; readonly emptyAt: Instant | null } {
  const since = addMs(now, -PACE_MS);
  const drawnMinutes = listCounted(packs, draws)
    .filter(({ at }) => at > since && at <= now)
    .reduce((sum, { minutes }) => sum + minutes, 0);
  const isKnown = drawnMinutes > 0 && leftMinutes > 0;
  return { drawnMinutes, emptyAt: isKnown ? addMs(now, Math.floor((leftMinutes * PACE_MS) / drawnMinutes)) : null };
}

/**
 * How many of a line's seconds the packs cover: as many as add no more to the ticket's charge than `coveredMinutes`.
 * `secondsBefore` are the counted seconds of the ticket before the line. What comes within the minimum is free, so
 * more can be covered than was drawn. Throws a RangeError for figures that cannot be.
 */
export function computeCoveredSeconds({
  secondsBefore,
  lineSeconds,
  coveredMinutes,
  priceList,
  limitMinutes,
}: {
  secondsBefore: number;
  lineSeconds: number;
  coveredMinutes: number;
  priceList: PriceList;
  limitMinutes: number;
}): number {
  const chargeOf = (chargeableSeconds: number) =>
    computeCharge({ chargeableSeconds, priceList, limitMinutes }).chargedMinutes;
  const mayReach = chargeOf(secondsBefore) + coveredMinutes;
  // The charge never falls when seconds rise, so there is one last second that is still covered.
  let covered = 0;
  let beyond = lineSeconds + 1;
  while (beyond - covered > 1) {
    const middle = Math.floor((covered + beyond) / 2);
    if (chargeOf(secondsBefore + middle) <= mayReach) covered = middle;
    else beyond = middle;
  }
  return covered;
}
