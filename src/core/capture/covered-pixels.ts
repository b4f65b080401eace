/** A rectangle in pixels of a picture; `width` and `height` are negative when it was dragged up or to the left. */
export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The nearest whole number between 0 and `highest`. */
function within(value: number, highest: number): number {
  return Math.min(Math.max(value, 0), highest);
}

/**
 * The whole pixels a rectangle touches inside a picture, with positive sides; null where it touches none. A pixel that
 * is touched at its edge is covered, so that a redaction leaves nothing of it.
 */
export function coveredPixels(rectangle: Rectangle, picture: { width: number; height: number }): Rectangle | null {
  const { x, y, width, height } = rectangle;
  const left = within(Math.floor(Math.min(x, x + width)), picture.width);
  const right = within(Math.ceil(Math.max(x, x + width)), picture.width);
  const top = within(Math.floor(Math.min(y, y + height)), picture.height);
  const bottom = within(Math.ceil(Math.max(y, y + height)), picture.height);
  return right > left && bottom > top ? { x: left, y: top, width: right - left, height: bottom - top } : null;
}
