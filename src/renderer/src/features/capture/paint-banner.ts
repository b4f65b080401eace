import type { Banner } from '@core/capture/banner';
import { bannerFont } from './mark-fonts';
import type { Pen } from './pen';

const GROUND = '#f3f5f6';
const TEXT = '#1f2428';
const EDGE = '#8f979f';

/** Paints the strip above the picture, its top left corner at 0, 0. It is opaque: nothing beneath it is left. */
export function paintBanner(pen: Pen, banner: Banner, pictureWidth: number): void {
  pen.fillStyle = GROUND;
  pen.fillRect(0, 0, pictureWidth, banner.heightPx);
  pen.fillStyle = EDGE;
  pen.fillRect(0, banner.heightPx - 1, pictureWidth, 1);
  pen.fillStyle = TEXT;
  pen.font = bannerFont(banner.fontPx);
  pen.textBaseline = 'middle';
  pen.textAlign = 'left';
  for (const [index, line] of banner.lines.entries()) {
    pen.fillText(line, banner.paddingPx, banner.paddingPx + (index + 0.5) * banner.lineHeightPx);
  }
}
