import { z } from 'zod';

// All measures are in pixels of the original picture. A shape may be dragged in any direction, so widths can be negative.

/** The colours a mark can have; which shade that is, the window knows. */
export const MARK_COLORS = ['red', 'orange', 'yellow', 'green', 'blue', 'violet', 'black', 'white'] as const;
const markColorSchema = z.enum(MARK_COLORS);
export type MarkColor = z.infer<typeof markColorSchema>;

/** How thick a line or how large a text is: a share of the picture, so that a mark looks alike on a small and a large one. */
export const MARK_WEIGHTS = ['thin', 'medium', 'thick'] as const;
const markWeightSchema = z.enum(MARK_WEIGHTS);
export type MarkWeight = z.infer<typeof markWeightSchema>;

/** Colour and weight of a mark. */
export interface MarkStyle {
  readonly color: MarkColor;
  readonly weight: MarkWeight;
}

/** What a mark looks like until somebody chooses otherwise. */
export const DEFAULT_STYLE: MarkStyle = { color: 'red', weight: 'medium' };

const base = { id: z.string().min(1).max(100) };
const style = { color: markColorSchema, weight: markWeightSchema };
const measure = z.number().min(-1_000_000).max(1_000_000);
const ends = { fromX: measure, fromY: measure, toX: measure, toY: measure };
const frame = { x: measure, y: measure, width: measure, height: measure };
const path = z
  .array(z.object({ x: measure, y: measure }))
  .min(2)
  .max(20_000);

/** The longest text of a text mark, in characters. */
export const LONGEST_MARK_TEXT = 2000;

/** What can be drawn on a screen dump. */
export const shapeSchema = z.discriminatedUnion('kind', [
  z.object({ ...base, ...style, kind: z.literal('arrow'), ...ends }),
  z.object({ ...base, ...style, kind: z.literal('line'), ...ends }),
  z.object({ ...base, ...style, kind: z.literal('rectangle'), ...frame }),
  z.object({ ...base, ...style, kind: z.literal('ellipse'), ...frame }),
  /** A line drawn by hand. */
  z.object({ ...base, ...style, kind: z.literal('freehand'), points: path }),
  /** A broad line that lets what is beneath shine through. */
  z.object({ ...base, ...style, kind: z.literal('marker'), points: path }),
  /** Its top left corner, and its lines parted by line feeds. */
  z.object({
    ...base,
    ...style,
    kind: z.literal('text'),
    x: measure,
    y: measure,
    text: z.string().max(LONGEST_MARK_TEXT),
  }),
  /** A number in a circle around this point. Its number is its place among the steps of the drawing, from 1. */
  z.object({ ...base, ...style, kind: z.literal('step'), x: measure, y: measure }),
  /** The pixels beneath are replaced by a solid colour in what is saved and sent; the blur look is drawn over that. */
  z.object({ ...base, kind: z.literal('redaction'), look: z.enum(['solid', 'blur']), ...frame }),
  /** A part of the picture, shown enlarged with its top left corner at `toX`, `toY`. */
  z.object({
    ...base,
    ...style,
    kind: z.literal('callout'),
    ...frame,
    toX: measure,
    toY: measure,
    magnification: z.number().min(1.5).max(8),
  }),
]);
export type Shape = z.infer<typeof shapeSchema>;
export type ShapeKind = Shape['kind'];
/** The shape of one kind. */
export type ShapeOf<Kind extends ShapeKind> = Extract<Shape, { kind: Kind }>;

/** What of the picture is kept, in whole pixels of it. */
export const cropSchema = z.object({
  x: z.int().min(0),
  y: z.int().min(0),
  width: z.int().min(1),
  height: z.int().min(1),
});
export type Crop = z.infer<typeof cropSchema>;

/** The drawing on one screen dump. Later shapes lie on top of earlier ones. */
export const drawingSchema = z.object({
  version: z.literal(2),
  crop: cropSchema.nullable(),
  shapes: z.array(shapeSchema).max(5000),
});
export type Drawing = z.infer<typeof drawingSchema>;

/** A picture nobody has drawn on. */
export const EMPTY_DRAWING: Drawing = { version: 2, crop: null, shapes: [] };
