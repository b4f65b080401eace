import { DEFAULT_STYLE, type MarkStyle, type Shape, type ShapeOf } from './shapes';

/** What a redaction looks like. Beneath it nothing is left, whichever it is. */
export type RedactionLook = ShapeOf<'redaction'>['look'];

/** Everything a person chooses about how marks look. */
export interface MarkLook extends MarkStyle {
  readonly redaction: RedactionLook;
}

/** How marks look until somebody chooses otherwise. */
export const DEFAULT_LOOK: MarkLook = { ...DEFAULT_STYLE, redaction: 'solid' };

/** The part of a look that every mark but a redaction is made with. */
export function styleOf({ color, weight }: MarkLook): MarkStyle {
  return { color, weight };
}

/** A shape with another look. A redaction takes the redaction's look and no colour; every other mark colour and weight. */
export function restyle(shape: Shape, { color, weight, redaction }: Partial<MarkLook>): Shape {
  if (shape.kind === 'redaction') return redaction === undefined ? shape : { ...shape, look: redaction };
  return { ...shape, color: color ?? shape.color, weight: weight ?? shape.weight };
}

/** The look of a shape, as far as it has one. */
export function lookOf(shape: Shape): Partial<MarkLook> {
  if (shape.kind === 'redaction') return { redaction: shape.look };
  return { color: shape.color, weight: shape.weight };
}

/** What these marks have in common of their look; what differs among them is left out. */
export function commonLook(shapes: readonly Shape[]): Partial<MarkLook> {
  const looks = shapes.map(lookOf);
  const only = <Value>(values: readonly (Value | undefined)[]): Value | undefined => {
    const chosen = new Set(values.filter((value) => value !== undefined));
    return chosen.size === 1 ? [...chosen][0] : undefined;
  };
  const color = only(looks.map((look) => look.color));
  const weight = only(looks.map((look) => look.weight));
  const redaction = only(looks.map((look) => look.redaction));
  return {
    ...(color === undefined ? {} : { color }),
    ...(weight === undefined ? {} : { weight }),
    ...(redaction === undefined ? {} : { redaction }),
  };
}
