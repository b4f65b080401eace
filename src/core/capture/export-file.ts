import { DateTime } from 'luxon';
import type { Instant } from '../time/instant';
import type { PngText } from './png-text';
import { encodeUtf8 } from './utf8';

/** The formats a screen dump is written to a file in. */
export const EXPORT_FORMATS = ['png', 'jpeg', 'webp', 'pdf'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

const ENDINGS: Readonly<Record<ExportFormat, string>> = { png: 'png', jpeg: 'jpg', webp: 'webp', pdf: 'pdf' };

/** The usual ending of a format's files, without its dot. */
export function endingOf(format: ExportFormat): string {
  return ENDINGS[format];
}

/** Long enough for any title; with a folder before it still a name that every system takes. */
const LONGEST_NAME = 120;

/** What no file's name may hold on one system or another. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const FORBIDDEN = /[\\/:*?"<>|\u0000-\u001f\u007f]/g;

/** The name that is proposed for a screen dump's file: its ticket, its title and when it was taken, in Stockholm. */
export function fileNameOf(
  subject: { readonly ticketNumber: string | null; readonly title: string; readonly takenAt: Instant },
  format: ExportFormat,
): string {
  const taken = DateTime.fromMillis(subject.takenAt, { zone: 'Europe/Stockholm' }).toFormat('yyyy-MM-dd HH.mm.ss');
  const named = [subject.ticketNumber ?? '', subject.title]
    .map((part) => part.replace(FORBIDDEN, ' ').replace(/\s+/g, ' ').trim())
    .filter((part) => part !== '')
    .join(' ');
  const start = [...named].slice(0, LONGEST_NAME).join('').replace(/^\.+/, '').trim();
  return `${start === '' ? 'Fyra' : start} ${taken}.${endingOf(format)}`;
}

const SEGMENT_START = 0xff;
const COMMENT = 0xfe;
const LONGEST_COMMENT_BYTES = 65_533;

/**
 * A JPEG that carries these texts as its comment, each on a line of its own. It is put first, where every reader looks.
 * Source: ITU-T T.81, B.2.4.5.
 */
export function withJpegComment(jpeg: Uint8Array, texts: readonly PngText[]): Uint8Array<ArrayBuffer> {
  const words = encodeUtf8(texts.map(({ keyword, text }) => `${keyword}: ${text}`).join('\n')).subarray(
    0,
    LONGEST_COMMENT_BYTES,
  );
  const length = words.length + 2;
  const segment = Uint8Array.of(SEGMENT_START, COMMENT, length >> 8, length & 0xff, ...words);
  const named = new Uint8Array(jpeg.length + segment.length);
  named.set(jpeg.subarray(0, 2));
  named.set(segment, 2);
  named.set(jpeg.subarray(2), 2 + segment.length);
  return named;
}
