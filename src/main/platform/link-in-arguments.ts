/** The scheme of the links that browsers hand pages over with. */
export const LINK_SCHEME = 'fyra';

/**
 * The link among the arguments of a start, or null. Several at once come as one text, which nobody can read: a browser
 * hands over one page at a time.
 */
export function linkIn(argv: readonly string[]): string | null {
  const links = argv.filter((argument) => argument.toLowerCase().startsWith(`${LINK_SCHEME}:`));
  return links.length === 0 ? null : links.join(' ');
}
