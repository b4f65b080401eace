import { fail, type Outcome, succeed } from '../outcome';

/** Pictures from outside that are taken in; everything is kept as a PNG. */
export type PictureType = 'png' | 'jpeg' | 'webp';

/** Why a file is not taken in. */
export type PictureRefusal =
  | { readonly kind: 'empty' }
  /** Its bytes are those of no PNG, JPEG or WebP, whatever its name says. */
  | { readonly kind: 'no-picture' }
  /** It begins like a picture, and the rest cannot be read. */
  | { readonly kind: 'damaged' }
  | { readonly kind: 'too-many-pixels'; readonly megapixels: number }
  | { readonly kind: 'too-many-bytes'; readonly megabytes: number };

/** Six 4K screens side by side. More than this is no screen dump, and decoding it would take gigabytes. */
export const MOST_PIXELS = 50_000_000;

/** As much as a picture of that many pixels can have when it is compressed at all. */
export const MOST_BYTES = 250_000_000;

const PIXELS_PER_MEGAPIXEL = 1_000_000;
const BYTES_PER_MEGABYTE = 1_000_000;

function holdsAt(bytes: Uint8Array, offset: number, text: string): boolean {
  return [...text].every((sign, index) => bytes[offset + index] === sign.charCodeAt(0));
}

/** What kind of picture bytes begin like, by their signatures; null for none of those that are taken in. */
export function pictureTypeOf(bytes: Uint8Array): PictureType | null {
  if (holdsAt(bytes, 0, '\x89PNG\r\n\x1a\n')) return 'png';
  if (holdsAt(bytes, 0, '\xff\xd8\xff')) return 'jpeg';
  return holdsAt(bytes, 0, 'RIFF') && holdsAt(bytes, 8, 'WEBP') ? 'webp' : null;
}

/**
 * Whether a file may be decoded, before it is: a small file can unfold into gigabytes. `measure` reads the size from the
 * picture's header and answers null, or throws, where it finds none.
 */
export function checkPictureFile(
  bytes: Uint8Array,
  measure: (bytes: Uint8Array) => { readonly width: number; readonly height: number } | null,
): Outcome<{ readonly type: PictureType; readonly width: number; readonly height: number }, PictureRefusal> {
  if (bytes.length === 0) return fail({ kind: 'empty' });
  if (bytes.length > MOST_BYTES) {
    return fail({ kind: 'too-many-bytes', megabytes: Math.ceil(bytes.length / BYTES_PER_MEGABYTE) });
  }
  const type = pictureTypeOf(bytes);
  if (type === null) return fail({ kind: 'no-picture' });
  const size = measuredOrNull(bytes, measure);
  if (size === null || !(size.width > 0 && size.height > 0)) return fail({ kind: 'damaged' });
  const pixels = size.width * size.height;
  if (pixels > MOST_PIXELS) {
    return fail({ kind: 'too-many-pixels', megapixels: Math.ceil(pixels / PIXELS_PER_MEGAPIXEL) });
  }
  return succeed({ type, ...size });
}

function measuredOrNull(
  bytes: Uint8Array,
  measure: (bytes: Uint8Array) => { readonly width: number; readonly height: number } | null,
) {
  try {
    return measure(bytes);
  } catch {
    return null;
  }
}
