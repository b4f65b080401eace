import { createHash, randomBytes } from 'node:crypto';
import { type ClipboardMemory, clipboardAgeSeconds, isFreshFor, noteClipboard } from '@core/capture/clipboard-age';
import { cleanAddress, isAddressCut, parseWebAddress } from '@core/ticket/odoo-address';
import type { Instant } from '@core/time/instant';
import type { AddressCandidateView } from '@ipc/requests/addresses';
import type { PresenceSource } from './presence-source';

const LOOK_EVERY_MS = 1_000;

/** Looking takes at most this share of the time: a program that answers slowly for its clipboard is asked seldom. */
const SHARE_OF_TIME = 0.05;

export interface ClipboardParts {
  readonly now: () => Instant;
  readonly presence: PresenceSource;
  /** The clipboard as text; empty where it holds none. */
  readonly readText: () => Promise<string>;
  readonly onError: (error: unknown) => void;
}

export interface ClipboardWatch {
  /** Begins or ends looking; what was remembered is forgotten at the end. */
  setOn(isOn: boolean): void;
  /** The web address in the clipboard as seen from a screen dump; null where there is none, and while not looking. */
  addressFor(takenAt: Instant): Promise<AddressCandidateView | null>;
}

/**
 * Looks at the clipboard now and then to know since when its content is there. Of the content itself only a hash is kept,
 * salted anew at each start: it says "the same" or "another", and cannot be looked up. Nobody looks while the screen is
 * locked; what comes meanwhile has an age that reaches back to the last look.
 */
export function createClipboardWatch(parts: ClipboardParts): ClipboardWatch {
  const salt = randomBytes(32);
  let memory: ClipboardMemory | null = null;
  let next: ReturnType<typeof setTimeout> | null = null;
  let isOn = false;
  let isLocked = false;
  parts.presence.onSignal((signal) => {
    if (signal === 'locked') isLocked = true;
    if (signal === 'unlocked') isLocked = false;
  });

  async function look(): Promise<string> {
    const text = await parts.readText();
    // Switched off while the clipboard was being read: then nothing is kept of it.
    if (!isOn) return '';
    memory = noteClipboard(memory, createHash('sha256').update(salt).update(text).digest('hex'), parts.now());
    return text;
  }

  async function lookAndGoOn(): Promise<void> {
    const begunAt = performance.now();
    // On Linux a lock is only known when somebody asks.
    parts.presence.idleMs();
    if (!isLocked) await look().catch(parts.onError);
    if (!isOn) return;
    const tookMs = performance.now() - begunAt;
    next = setTimeout(() => void lookAndGoOn(), Math.max(LOOK_EVERY_MS, tookMs / SHARE_OF_TIME));
    next.unref();
  }

  return {
    setOn: (wanted) => {
      if (wanted === isOn) return;
      isOn = wanted;
      if (isOn) {
        void lookAndGoOn();
        return;
      }
      if (next !== null) clearTimeout(next);
      memory = null;
    },
    addressFor: async (takenAt) => {
      if (!isOn) return null;
      const text = (await look()).trim();
      // Copied from an address bar it has its scheme; without one every file name with a dot would be an address.
      if (memory === null || (parseWebAddress(text)?.scheme ?? null) === null) return null;
      return {
        source: 'clipboard',
        address: cleanAddress(text),
        isAddressCut: isAddressCut(text),
        title: '',
        selection: '',
        ageSeconds: clipboardAgeSeconds(memory, parts.now()),
        isProposed: isFreshFor(memory, takenAt),
      };
    },
  };
}
