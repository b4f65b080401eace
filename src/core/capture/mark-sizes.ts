import type { MarkWeight } from './shapes';

/** A picture's or a part's measures in pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

const LINE_SHARE: Readonly<Record<MarkWeight, number>> = { thin: 0.5, medium: 1, thick: 2 };
const TEXT_SHARE: Readonly<Record<MarkWeight, number>> = { thin: 0.75, medium: 1, thick: 1.6 };

/** The line of medium weight on a picture, in pixels: the same share of a large picture as of a small one. */
function mediumLineOn({ width, height }: Size): number {
  return Math.max(3, Math.round(Math.max(width, height) / 400));
}

/** How thick a mark's line is on a picture, in pixels. */
export function lineWidthOn(picture: Size, weight: MarkWeight): number {
  return Math.max(2, Math.round(mediumLineOn(picture) * LINE_SHARE[weight]));
}

/** How broad the marker's line is on a picture, in pixels. */
export function markerWidthOn(picture: Size, weight: MarkWeight): number {
  return lineWidthOn(picture, weight) * 6;
}

/** How large a mark's text is on a picture, in pixels. */
export function fontPxOn(picture: Size, weight: MarkWeight): number {
  return Math.max(12, Math.round(mediumLineOn(picture) * 5 * TEXT_SHARE[weight]));
}

/** The height of one line of a mark's text, in pixels. */
export function lineHeightOf(fontPx: number): number {
  return Math.round(fontPx * 1.3);
}

/** The room between a mark's text and the edge of its ground, in pixels. */
export function textPaddingOf(fontPx: number): number {
  return Math.round(fontPx * 0.35);
}

/** The radius of a step's circle on a picture, in pixels. */
export function stepRadiusOn(picture: Size, weight: MarkWeight): number {
  return Math.round(fontPxOn(picture, weight) * 0.9);
}

/** How broad the halo is that lies on each side of a mark's line, in pixels. */
export function haloWidthOn(picture: Size): number {
  return Math.max(1, Math.round(mediumLineOn(picture) * 0.4));
}

/** How large the smallest cells of the blur look are on a picture, in pixels. */
export function mottleCellOn(picture: Size): number {
  return mediumLineOn(picture);
}
