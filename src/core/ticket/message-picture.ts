import { type PictureType, pictureTypeOf } from '../capture/picture-file';

/** More pictures than this in one message are not fetched: an e-mail full of them is a newsletter. */
export const MOST_REMOTE_PICTURES = 20;

/** A picture on another server that is larger is not fetched. */
export const MOST_REMOTE_BYTES = 10_000_000;

/** More than any camera of a telephone makes; the largest screen has nine. */
export const MOST_REMOTE_PIXELS = 25_000_000;

/** Kinds of pictures that are shown in messages. A moving one shows its first frame. SVG is a program, and none of them. */
export type MessagePictureType = PictureType | 'gif';

/** Where a picture in a message is. */
export type PicturePlace =
  /** A file on the portal, by its id there. */
  | { readonly kind: 'portal'; readonly remoteId: number }
  /** On another server. */
  | { readonly kind: 'elsewhere'; readonly host: string; readonly address: string }
  /** In the e-mail itself, which the portal did not keep, on a page of the portal, or nowhere that can be read. */
  | { readonly kind: 'unknown' };

const PORTAL_FILE = /^\/web\/(?:image|content)\/(\d{1,15})(?:[-/?#.]|$)/;

/**
 * Where a picture is by the `src` that a message has for it. `portalHost` is where Odoo's own addresses lead; null where
 * there is no such server (the practice portal).
 */
export function placeOfPicture(source: string, portalHost: string | null): PicturePlace {
  const text = source.trim();
  const [, host = '', rest = ''] = /^https?:\/\/([^/?#\\\s]+)(.*)$/i.exec(text) ?? [];
  const isPortal = host === '' || host.toLowerCase() === portalHost?.toLowerCase();
  if (isPortal) {
    const remoteId = Number(PORTAL_FILE.exec(host === '' ? text : rest)?.[1]);
    return remoteId > 0 ? { kind: 'portal', remoteId } : { kind: 'unknown' };
  }
  return { kind: 'elsewhere', host: host.replace(/^.*@/, '').toLowerCase(), address: text };
}

/** Why a fetched file is not shown. */
export type MessagePictureRefusal = 'no-picture' | 'damaged' | 'too-many-pixels';

/**
 * What kind of picture a fetched file is, by its bytes, before anything is decoded; or why it is not shown. `measure` reads
 * the size from its header and answers null, or throws, where it finds none.
 */
export function checkMessagePicture(
  bytes: Uint8Array,
  measure: (bytes: Uint8Array) => { readonly width: number; readonly height: number } | null,
): MessagePictureType | MessagePictureRefusal {
  const isGif = [0x47, 0x49, 0x46, 0x38].every((byte, index) => bytes[index] === byte);
  const type = isGif ? 'gif' : pictureTypeOf(bytes);
  if (type === null) return 'no-picture';
  try {
    const size = measure(bytes);
    if (size === null || !(size.width > 0 && size.height > 0)) return 'damaged';
    return size.width * size.height > MOST_REMOTE_PIXELS ? 'too-many-pixels' : type;
  } catch {
    return 'damaged';
  }
}
