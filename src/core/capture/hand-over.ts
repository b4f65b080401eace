import type { ScreenshotId } from '../ids';
import type { Instant } from '../time/instant';
import type { HandOver } from './deep-link';

/** So long a page that a browser handed over is remembered. */
export const HAND_OVER_KEPT_SECONDS = 10 * 60;

/** A screen dump that is taken so soon after somebody asked for one with the page gets its address by itself. */
export const HAND_OVER_MEANT_SECONDS = 2 * 60;

/** A page that a browser handed over, and what a person said about it. */
export interface KeptHandOver extends HandOver {
  readonly receivedAt: Instant;
  /** When somebody asked for a screen dump with it; null: nobody did, and it is only offered. */
  readonly acceptedAt: Instant | null;
  /** The screen dump it was given to; null as long as there is none. */
  readonly screenshotId: ScreenshotId | null;
}

/** How long ago the page was handed over, in whole seconds. Never negative: the clock may have been set back. */
export function handOverAgeSeconds({ receivedAt }: Pick<KeptHandOver, 'receivedAt'>, now: Instant): number {
  return Math.max(0, Math.floor((now - receivedAt) / 1000));
}

/** Whether it is time to forget what was handed over. */
export function isHandOverOver(kept: Pick<KeptHandOver, 'receivedAt'>, now: Instant): boolean {
  return handOverAgeSeconds(kept, now) >= HAND_OVER_KEPT_SECONDS;
}

/**
 * Whether a screen dump gets the address that was handed over without being asked again. Only a person's word does that,
 * never the link alone: it was said about this very screen dump, or just before it was taken and for no other.
 */
export function isMeantFor(
  kept: Pick<KeptHandOver, 'acceptedAt' | 'screenshotId'>,
  screenshot: { readonly id: ScreenshotId; readonly takenAt: Instant },
): boolean {
  if (kept.acceptedAt === null) return false;
  if (kept.screenshotId !== null) return kept.screenshotId === screenshot.id;
  const secondsAfter = (screenshot.takenAt - kept.acceptedAt) / 1000;
  return secondsAfter >= 0 && secondsAfter <= HAND_OVER_MEANT_SECONDS;
}
