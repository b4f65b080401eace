/** The parts of an address that say where it leads, as a browser understands it. */
export interface Destination {
  /** With its port; in the letters that names are looked up by, so that look-alikes show as `xn--…`. */
  readonly host: string;
  /** Whether something stands before the host that could be taken for it: `https://bank.example@evil.example`. */
  readonly hasUserName: boolean;
}

/** What is said beside a link. */
export interface ShownHost {
  readonly host: string;
  /** Whether the link's words, or what stands before the host, name another one. */
  readonly isDisguised: boolean;
}

const LOOKS_LIKE_ADDRESS = /^(?:https?:\/\/\S|(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}(?:$|[:/?#@]))/iu;

/**
 * The host to show beside a link, or null where the link's own words already begin with it, as it is looked up. Anybody
 * chooses the words of a link; where it leads is not in them.
 */
export function hostToShow(words: string, { host, hasUserName }: Destination): ShownHost | null {
  if (hasUserName) return { host, isDisguised: true };
  const said = words.trim().toLowerCase();
  const address = said.replace(/^https?:\/\//, '');
  const saysHost = address.startsWith(host) && /^(?:$|[/?#])/.test(address.slice(host.length));
  return saysHost ? null : { host, isDisguised: LOOKS_LIKE_ADDRESS.test(said) };
}
