/** The parts of a web address as they were typed; host in lower case. */
export interface WebAddress {
  /** null where browsers hide it and it was left out. */
  readonly scheme: 'http' | 'https' | null;
  readonly host: string;
  readonly port: number | null;
  /** With its leading slash, or empty. Not decoded. */
  readonly path: string;
  /** Without `?`. Not decoded. */
  readonly query: string;
  /** Without `#`. Not decoded. */
  readonly fragment: string;
}

const LONGEST_ADDRESS = 2000;
const HIGHEST_PORT = 65_535;

// A core without DOM has no URL class; browsers' tolerance (back slashes, user names, spaces) is not wanted here anyway.
const ADDRESS =
  /^(?:(?<scheme>https?):\/\/)?(?<host>[\p{L}\p{N}][\p{L}\p{N}.-]*|\[[\da-f:.]+\])(?::(?<port>\d{1,5}))?(?<path>\/[^?#\s\\]*)?(?:\?(?<query>[^#\s]*))?(?:#(?<fragment>\S*))?$/iu;

/**
 * Reads an `http` or `https` address; the scheme may be missing, then the host needs a dot or is `localhost`. Null for
 * everything else: other schemes, user names, white space, more than 2000 characters.
 */
export function parseWebAddress(typed: string): WebAddress | null {
  const text = typed.trim();
  if (text.length > LONGEST_ADDRESS) return null;
  const groups = ADDRESS.exec(text)?.groups;
  if (!groups) return null;
  const {
    scheme: typedScheme = '',
    host: typedHost = '',
    port: typedPort,
    path = '',
    query = '',
    fragment = '',
  } = groups;
  const scheme = typedScheme === '' ? null : typedScheme.toLowerCase() === 'http' ? 'http' : 'https';
  const host = typedHost.toLowerCase();
  const looksLikeHost = host.includes('.') || host === 'localhost' || host.startsWith('[');
  if (scheme === null && !looksLikeHost) return null;
  const port = typedPort === undefined ? null : Number(typedPort);
  if (port !== null && port > HIGHEST_PORT) return null;
  return { scheme, host, port, path, query, fragment };
}
