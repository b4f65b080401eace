import { cleanAddress, isAddressCut } from '../ticket/clean-address';
import type { AddressReading } from './address-reading';
import type { AddressSource } from './address-source';
import { CONFIDENT_FROM } from './reading-confidence';

/** An address that a screen dump could have, and what is known of it. */
export interface AddressCandidate {
  readonly source: Exclude<AddressSource, 'typed'>;
  /** Without tokens, passwords and e-mail addresses. */
  readonly address: string;
  readonly isAddressCut: boolean;
  /** The page's title and what was selected on it; empty where that is not known. */
  readonly title: string;
  readonly selection: string;
  /** How long it has been here, at most, in whole seconds; null where that is unknown or means nothing. */
  readonly ageSeconds: number | null;
  /** How sure the reading of a picture is, in whole per cent; null for other sources. */
  readonly confidencePercent: number | null;
  /** The address bar showed a part of it only. */
  readonly isPartial: boolean;
  /** It may be filled in without being asked for. */
  readonly isProposed: boolean;
}

const BEST_FIRST: readonly AddressCandidate['source'][] = ['companion', 'clipboard', 'picture'];

/** A reading of the picture as a candidate. A partial one is never filled in by itself: nobody knows the rest. */
export function candidateOfReading({ address, confidence, isPartial }: AddressReading): AddressCandidate {
  return {
    source: 'picture',
    address: cleanAddress(address),
    isAddressCut: isAddressCut(address),
    title: '',
    selection: '',
    ageSeconds: null,
    confidencePercent: Math.round(confidence),
    isPartial,
    isProposed: !isPartial && confidence >= CONFIDENT_FROM,
  };
}

export interface AddressChoice {
  /** What is filled in where nobody has typed; null: nothing is sure enough. */
  readonly chosen: AddressCandidate | null;
  /** What is offered beside it, best first. What says the same as a better one is left out. */
  readonly others: readonly AddressCandidate[];
}

/** Best first: what the browser handed over, what was copied, what was read in the picture. */
export function chooseAddress(candidates: readonly AddressCandidate[]): AddressChoice {
  const ranked = BEST_FIRST.flatMap((source) => candidates.filter((candidate) => candidate.source === source)).filter(
    ({ address }) => address !== '',
  );
  const chosen = ranked.find(({ isProposed }) => isProposed) ?? null;
  const others: AddressCandidate[] = [];
  for (const candidate of ranked) {
    const better = chosen === null ? others : [chosen, ...others];
    if (!better.some(({ address }) => isSameAddress(address, candidate.address))) others.push(candidate);
  }
  return { chosen, others };
}

/**
 * Whether two addresses are the same but for what browsers leave out of their address bar: the scheme, `www.`, the slash
 * behind a bare host, percent signs for letters.
 */
export function isSameAddress(one: string, other: string): boolean {
  return asShown(one) === asShown(other);
}

function asShown(address: string): string {
  const shown = address.replace(/^https?:\/\//, '').replace(/^www\./, '');
  const bareHost = /^([^/?#]*)\/$/.exec(shown)?.[1];
  return decodeIfUtf8(bareHost ?? shown);
}

function decodeIfUtf8(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * The reading of the picture that contradicts an address from elsewhere: sure, whole, and another one. Null where there is
 * none. Only the picture shows what the picture shows.
 */
export function contradictingReading(
  address: string,
  candidates: readonly AddressCandidate[],
): AddressCandidate | null {
  if (address.trim() === '') return null;
  const reading = candidates.find(({ source, isProposed }) => source === 'picture' && isProposed);
  return reading === undefined || isSameAddress(cleanAddress(address), reading.address) ? null : reading;
}
