/** Characters that no text of a person holds; a picture or a program is full of them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const BINARY = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/u;

function decode(bytes: Uint8Array, encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'): string | null {
  try {
    // The mark at the beginning, if any, is left out.
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/**
 * The text in a file's bytes: UTF-16 where its mark says so, UTF-8 with or without its mark, and Windows-1252, as older
 * programs write it, where it is no UTF-8. Null when it is no text.
 */
export function decodeText(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return onlyText(decode(bytes, 'utf-16le'));
  if (first === 0xfe && second === 0xff) return onlyText(decode(bytes, 'utf-16be'));
  return onlyText(decode(bytes, 'utf-8') ?? decode(bytes, 'windows-1252'));
}

function onlyText(text: string | null): string | null {
  return text === null || BINARY.test(text) ? null : text;
}
