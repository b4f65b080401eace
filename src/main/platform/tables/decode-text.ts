/** What the bytes 0x80 to 0x9f mean in Windows-1252. Where it has none, the byte itself. */
const WINDOWS_1252 =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';
const FIRST = 0x80;

/** Characters that no text of a person holds; a picture or a program is full of them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const BINARY = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/u;

function decode(bytes: Uint8Array, encoding: 'utf-8' | 'utf-16le' | 'utf-16be'): string | null {
  try {
    // The mark at the beginning, if any, is left out.
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function decodeWindows1252(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString('latin1')
    .replace(/[\u0080-\u009f]/gu, (character) => WINDOWS_1252[character.charCodeAt(0) - FIRST] ?? character);
}

/**
 * The text in a file's bytes: UTF-16 where its mark says so, UTF-8 with or without its mark, and Windows-1252, as older
 * programs write it, where it is no UTF-8. Null when it is no text.
 */
export function decodeText(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return onlyText(decode(bytes, 'utf-16le'));
  if (first === 0xfe && second === 0xff) return onlyText(decode(bytes, 'utf-16be'));
  return onlyText(decode(bytes, 'utf-8') ?? decodeWindows1252(bytes));
}

function onlyText(text: string | null): string | null {
  return text === null || BINARY.test(text) ? null : text;
}
