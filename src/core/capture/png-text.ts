import { fail, type Outcome, succeed } from '../outcome';
import { makeChunk, PNG_SIGNATURE, readPngChunks } from './png-chunks';
import { decodeUtf8, encodeUtf8 } from './utf8';

/** A text that a PNG carries beside its pixels. */
export interface PngText {
  /** 1 to 79 Latin-1 characters; `Title`, `Source` and `Creation Time` are the specification's own. */
  readonly keyword: string;
  readonly text: string;
}

/**
 * Chunks that can tell of the machine, the program or the person: texts, camera data, when it was changed, and the profile
 * of the screen, which names its maker and model. No pixel depends on them where the picture was painted in sRGB.
 */
const TELLING_CHUNKS: ReadonlySet<string> = new Set(['tEXt', 'zTXt', 'iTXt', 'eXIf', 'tIME', 'iCCP']);

const LONGEST_KEYWORD = 79;

/** What a text chunk may hold: everything but the null character, which ends its fields. */
function withoutNull(text: string): string {
  return text.replaceAll('\0', '');
}

/** Keyword, no compression, no language, no translated keyword, text. Source: PNG Specification (Third Edition), 11.3.3.4. */
function makeTextChunk({ keyword, text }: PngText): Uint8Array {
  const name = Uint8Array.from(keyword.slice(0, LONGEST_KEYWORD), (sign) => sign.charCodeAt(0));
  const words = encodeUtf8(withoutNull(text));
  const content = new Uint8Array(name.length + 5 + words.length);
  content.set(name);
  content.set(words, name.length + 5);
  return makeChunk('iTXt', content);
}

/**
 * The picture with these texts in it, in this order, and without any other that could tell of the machine. Every other
 * chunk is kept byte for byte, so the pixels are the same. Fails for bytes that are no PNG or were cut short.
 */
export function withPngTexts(
  png: Uint8Array,
  texts: readonly PngText[],
): Outcome<Uint8Array<ArrayBuffer>, { readonly kind: 'picture-invalid' }> {
  const chunks = readPngChunks(png);
  if (chunks === null) return fail({ kind: 'picture-invalid' });
  const [header, ...rest] = chunks.filter(({ type }) => !TELLING_CHUNKS.has(type)).map(({ bytes }) => bytes);
  if (header === undefined) return fail({ kind: 'picture-invalid' });
  return succeed(joined([Uint8Array.from(PNG_SIGNATURE), header, ...texts.map(makeTextChunk), ...rest]));
}

/** The texts of a PNG in their order, as {@link withPngTexts} and simpler programs write them; null for no PNG. */
export function readPngTexts(png: Uint8Array): PngText[] | null {
  const chunks = readPngChunks(png);
  if (chunks === null) return null;
  return chunks.flatMap(({ type, content }) => {
    if (type === 'tEXt') return readLatinText(content);
    return type === 'iTXt' ? readUnicodeText(content) : [];
  });
}

function readLatinText(content: Uint8Array): PngText[] {
  const end = content.indexOf(0);
  return end < 1 ? [] : [{ keyword: latin(content.subarray(0, end)), text: latin(content.subarray(end + 1)) }];
}

function readUnicodeText(content: Uint8Array): PngText[] {
  const keywordEnd = content.indexOf(0);
  const isCompressed = content[keywordEnd + 1] !== 0;
  const languageEnd = content.indexOf(0, keywordEnd + 3);
  const translatedEnd = content.indexOf(0, languageEnd + 1);
  if (keywordEnd < 1 || isCompressed || languageEnd < 0 || translatedEnd < 0) return [];
  const text = decodeUtf8(content.subarray(translatedEnd + 1));
  return text === null ? [] : [{ keyword: latin(content.subarray(0, keywordEnd)), text }];
}

function latin(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
