import { bannerFont, markFont } from './mark-fonts';

let pen: OffscreenCanvasRenderingContext2D | null = null;

function measure(text: string, font: string): number {
  pen ??= new OffscreenCanvas(1, 1).getContext('2d');
  if (pen === null) throw new Error('This window has no canvas to measure text on');
  pen.font = font;
  return pen.measureText(text).width;
}

/** How wide a line of the banner is, in pixels. */
export function measureBannerText(text: string, fontPx: number): number {
  return measure(text, bannerFont(fontPx));
}

/** How wide a line of a text mark is, in pixels. */
export function measureMarkText(text: string, fontPx: number): number {
  return measure(text, markFont(fontPx));
}
