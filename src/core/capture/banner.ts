/** The strip that is added above a picture. All measures in pixels of the picture. */
export interface Banner {
  readonly heightPx: number;
  readonly fontPx: number;
  readonly lineHeightPx: number;
  readonly paddingPx: number;
  /** Top to bottom: the address, wrapped, then title, ticket and time. */
  readonly lines: readonly string[];
}

const SMALLEST_FONT_PX = 12;
const LARGEST_FONT_PX = 28;
const PICTURE_WIDTH_PER_FONT_PX = 80;
const BREAKS_AFTER = new Set(['/', '?', '&', '#', '=', '-', ' ']);

/** Cuts a text into lines that fit, behind a separator where there is one. Nothing is left out. */
function wrap(text: string, fits: (line: string) => boolean): string[] {
  const lines: string[] = [];
  let line: readonly string[] = [];
  for (const sign of text) {
    if (line.length === 0 || fits([...line, sign].join(''))) {
      line = [...line, sign];
      continue;
    }
    const breakAt = line.findLastIndex((part) => BREAKS_AFTER.has(part)) + 1;
    const end = breakAt === 0 ? line.length : breakAt;
    lines.push(line.slice(0, end).join(''));
    line = [...line.slice(end), sign];
  }
  if (line.length > 0) lines.push(line.join(''));
  return lines;
}

/**
 * Lays out the banner of a screen dump: the address, wrapped rather than cut, and below it title, ticket number (null
 * while the picture belongs to none) and time. It is added above the picture and so covers none of it. What is missing
 * takes no room. `pictureWidth` is the width of what is kept of the picture; `measureText` answers the width of a text in
 * pixels at a font size.
 * Source: 000, "Help us help you faster": "Screen dumps with the URL visible in the browser address bar".
 */
export function computeBanner({
  address,
  title,
  ticketNumber,
  takenAtText,
  pictureWidth,
  measureText,
}: {
  address: string;
  title: string;
  ticketNumber: string | null;
  takenAtText: string;
  pictureWidth: number;
  measureText: (text: string, fontPx: number) => number;
}): Banner {
  const scaled = Math.round(pictureWidth / PICTURE_WIDTH_PER_FONT_PX);
  const fontPx = Math.min(LARGEST_FONT_PX, Math.max(SMALLEST_FONT_PX, scaled));
  const paddingPx = Math.round(fontPx * 0.6);
  const lineHeightPx = Math.round(fontPx * 1.4);
  const fits = (line: string): boolean => measureText(line, fontPx) <= pictureWidth - 2 * paddingPx;
  const details = [title, ticketNumber ?? '', takenAtText].filter((text) => text !== '').join(' · ');
  const lines = [address, details].flatMap((text) => wrap(text, fits));
  return { heightPx: 2 * paddingPx + lines.length * lineHeightPx, fontPx, lineHeightPx, paddingPx, lines };
}
