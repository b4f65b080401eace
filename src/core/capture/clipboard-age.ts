import type { Instant } from '../time/instant';

/** Between the arrival of an address in the clipboard and the screen dump, at most, for it to be taken by itself. */
export const FRESH_CLIPBOARD_SECONDS = 120;

/** What is remembered of the clipboard from one look to the next: never its text. */
export interface ClipboardMemory {
  /** A salted hash of the text. */
  readonly fingerprint: string;
  /** The last look at which something else was there; null: it was there already at the first look. */
  readonly absentAt: Instant | null;
  /** The first look at which it was there. */
  readonly firstSeenAt: Instant;
  readonly lookedAt: Instant;
}

/** The memory after another look. */
export function noteClipboard(before: ClipboardMemory | null, fingerprint: string, now: Instant): ClipboardMemory {
  if (before?.fingerprint === fingerprint) return { ...before, lookedAt: now };
  return { fingerprint, absentAt: before?.lookedAt ?? null, firstSeenAt: now, lookedAt: now };
}

/**
 * How old what is in the clipboard is at most, in whole seconds: it may have come just after the last look without it.
 * Null where nobody knows: it was there before the first look, or the clock was set back.
 */
export function clipboardAgeSeconds(memory: ClipboardMemory, now: Instant): number | null {
  if (memory.absentAt === null || now < memory.absentAt) return null;
  return Math.floor((now - memory.absentAt) / 1000);
}

/**
 * Whether an address in the clipboard came so close to a screen dump that it is taken to be its own: within
 * {@link FRESH_CLIPBOARD_SECONDS} before or after, wherever between two looks it came.
 */
export function isFreshFor(memory: ClipboardMemory, takenAt: Instant): boolean {
  if (memory.absentAt === null) return false;
  const farthestMs = Math.max(Math.abs(takenAt - memory.absentAt), Math.abs(takenAt - memory.firstSeenAt));
  return farthestMs <= FRESH_CLIPBOARD_SECONDS * 1000;
}
