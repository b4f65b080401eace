import { type DeepLinkFailure, parseDeepLink } from '@core/capture/deep-link';
import { handOverAgeSeconds, isHandOverOver, isMeantFor, type KeptHandOver } from '@core/capture/hand-over';
import type { ScreenshotId } from '@core/ids';
import type { Instant } from '@core/time/instant';
import type { HandOversView } from '@ipc/requests/addresses';
import type { HandOvers } from './ipc/parts';

export interface HandOverParts {
  readonly now: () => Instant;
  readonly newId: () => string;
  readonly onChange: (view: HandOversView) => void;
  /** A person said that the screen dump in front of them shows the page. */
  readonly onUse: (screenshotId: ScreenshotId, handOver: KeptHandOver) => void;
}

interface Refusal {
  readonly reason: DeepLinkFailure;
  readonly receivedAt: Instant;
}

/**
 * What browsers handed over, kept in memory: the latest page and the latest link that was refused. A link can come from
 * anybody, so it does nothing here but stand and wait for a person; one that is refused does not push out one that is
 * good.
 */
export function createHandOvers(parts: HandOverParts): HandOvers & { receive(link: string): void } {
  let kept: (KeptHandOver & { readonly id: string }) | null = null;
  let refusal: Refusal | null = null;

  function current() {
    const now = parts.now();
    if (kept !== null && isHandOverOver(kept, now)) kept = null;
    if (refusal !== null && isHandOverOver(refusal, now)) refusal = null;
    return kept;
  }

  function read(): HandOversView {
    const known = current();
    const isWaiting = known !== null && known.acceptedAt === null;
    return {
      handOver: isWaiting ? { id: known.id, address: known.address, title: known.title } : null,
      refusal: refusal?.reason ?? null,
    };
  }

  return {
    read,
    receive: (link) => {
      const parsed = parseDeepLink(link);
      const receivedAt = parts.now();
      if (parsed.ok) kept = { ...parsed.value, id: parts.newId(), receivedAt, acceptedAt: null, screenshotId: null };
      else refusal = { reason: parsed.failure, receivedAt };
      parts.onChange(read());
    },
    accept: (id, screenshotId) => {
      const known = current();
      if (known?.id !== id) return false;
      kept = { ...known, acceptedAt: parts.now(), screenshotId };
      if (screenshotId !== null) parts.onUse(screenshotId, kept);
      parts.onChange(read());
      return true;
    },
    dismiss: (id) => {
      if (current()?.id === id) kept = null;
      parts.onChange(read());
    },
    dismissRefusal: () => {
      refusal = null;
      parts.onChange(read());
    },
    candidateFor: (screenshot) => {
      const known = current();
      if (known === null) return null;
      const isProposed = isMeantFor(known, screenshot);
      // From now on it is this one's: the next screen dump may show another page.
      if (isProposed) kept = { ...known, screenshotId: screenshot.id };
      const { address, isAddressCut, title, selection } = known;
      return {
        source: 'companion',
        address,
        isAddressCut,
        title,
        selection,
        ageSeconds: handOverAgeSeconds(known, parts.now()),
        isProposed,
      };
    },
  };
}
