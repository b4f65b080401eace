import { coveredPixels, type Rectangle } from './covered-pixels';
import type { Size } from './mark-sizes';
import type { PrivateText } from './private-texts';
import type { Shape, ShapeOf } from './shapes';

function holds(outer: Rectangle, inner: Rectangle): boolean {
  return (
    outer.x <= inner.x &&
    outer.y <= inner.y &&
    outer.x + outer.width >= inner.x + inner.width &&
    outer.y + outer.height >= inner.y + inner.height
  );
}

/** The proposals that one redaction or another does not cover yet, as far as they lie in the picture. */
export function openProposals(
  proposals: readonly PrivateText[],
  shapes: readonly Shape[],
  picture: Size,
): readonly PrivateText[] {
  const redacted = shapes
    .filter((shape) => shape.kind === 'redaction')
    .flatMap((shape) => coveredPixels(shape, picture) ?? []);
  return proposals.filter(({ box }) => {
    const pixels = coveredPixels(box, picture);
    return pixels !== null && !redacted.some((outer) => holds(outer, pixels));
  });
}

/** A redaction of all a proposal covers; null where that lies beyond the picture. */
export function redactionOf(
  { box }: PrivateText,
  id: string,
  look: ShapeOf<'redaction'>['look'],
  picture: Size,
): ShapeOf<'redaction'> | null {
  const pixels = coveredPixels(box, picture);
  return pixels && { id, kind: 'redaction', look, ...pixels };
}
