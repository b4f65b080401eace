/** Names of parameters, letters and digits only, that carry a secret wherever this stands in the name. */
const SECRET_WORDS = [
  'token',
  'signature',
  'apikey',
  'password',
  'passwd',
  'pwd',
  'secret',
  'session',
  'credential',
  'authorization',
  'oauth',
  'jwt',
];

/** Names that carry a secret or a person when they are exactly this. */
const SECRET_NAMES = new Set(['sig', 'sid', 'auth', 'key', 'code', 'otp', 'pin', 'pass', 'hash', 'login', 'email']);

const EMAIL = /[^\s@/=&?#;:,<>]+@[^\s@/=&?#;:,<>]+\.\p{L}/u;
const JSON_WEB_TOKEN = /eyJ[\w-]+\.[\w-]+/;
const MOST_DECODINGS = 4;

/** Decodes ASCII only, and never throws: every name and sign looked for here is ASCII. */
function decodeAscii(text: string): string {
  return text.replace(/%([0-7][\da-f])/gi, (_match, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

function decodeFully(text: string): string {
  let decoded = text;
  for (let round = 0; round < MOST_DECODINGS; round += 1) decoded = decodeAscii(decoded);
  return decoded;
}

function isSecretName(name: string): boolean {
  const plain = name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  return SECRET_NAMES.has(plain) || SECRET_WORDS.some((word) => plain.includes(word));
}

/** A part can hold an address of its own (`redirect=/web?token=…`), so every name in it is looked at. */
function carriesSecret(part: string): boolean {
  const decoded = decodeFully(part);
  if (EMAIL.test(decoded) || JSON_WEB_TOKEN.test(decoded)) return true;
  return decoded
    .split(/[?&#;/]/)
    .map((piece) => piece.split('=')[0] ?? '')
    .some(isSecretName);
}

function withoutSecrets(parts: string): string {
  return parts
    .split(/[&;]/)
    .filter((part) => part !== '' && !carriesSecret(part))
    .join('&');
}

/** Splits at the first `sign`; the second half is empty where there is none. */
function splitAt(text: string, sign: string): readonly [string, string] {
  const index = text.indexOf(sign);
  return index < 0 ? [text, ''] : [text.slice(0, index), text.slice(index + 1)];
}

/**
 * An address fit to be shown in a picture and sent to a portal: parts of the query and the fragment that carry a token,
 * a password or an e-mail address are cut out, and so are a user name before the host, control characters and invisible
 * ones. Scheme and host become lower case; a missing scheme stays missing. Cuts rather too much than too little. Works
 * on any text; cleaning twice changes nothing.
 */
export function cleanAddress(address: string): string {
  const cleaned = cleanOnce(address);
  // What was cut can bring together what then has to be cut too (`@http://@`). Each round leaves less.
  return cleaned === address ? cleaned : cleanAddress(cleaned);
}

function cleanOnce(address: string): string {
  const text = address
    .replace(/[\p{Cc}\p{Cf}]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  const [beforeFragment, fragment] = splitAt(text, '#');
  const [head, query] = splitAt(beforeFragment, '?');
  const cleanHead = head
    .replace(/^([a-z][a-z\d+.-]*:\/\/)?[^/]*@/i, '$1')
    .replace(/^(?:https?:\/\/)?[^\s/]+/i, (schemeAndHost) => schemeAndHost.toLowerCase());
  const cleanQuery = withoutSecrets(query);
  const cleanFragment = withoutSecrets(fragment);
  return `${cleanHead}${cleanQuery && `?${cleanQuery}`}${cleanFragment && `#${cleanFragment}`}`.trim();
}

/** Whether {@link cleanAddress} takes anything out of an address that says something, rather than tidying it up. */
export function isAddressCut(address: string): boolean {
  return withoutPunctuation(address) !== withoutPunctuation(cleanAddress(address));
}

function withoutPunctuation(address: string): string {
  return address.replace(/[\p{Cc}\p{Cf}\s?#&;]/gu, '').toLowerCase();
}
