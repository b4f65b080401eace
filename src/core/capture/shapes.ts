import { z } from 'zod';

// All measures are in pixels of the original picture; a shape may be dragged in any direction, so widths can be negative.
const base = { id: z.string().min(1) };

/** What can be drawn on a screen dump in this version. */
export const shapeSchema = z.discriminatedUnion('kind', [
  z.object({
    ...base,
    kind: z.literal('arrow'),
    fromX: z.number(),
    fromY: z.number(),
    toX: z.number(),
    toY: z.number(),
  }),
  z.object({ ...base, kind: z.literal('box'), x: z.number(), y: z.number(), width: z.number(), height: z.number() }),
  /** The pixels beneath are replaced by a solid colour in what is saved and sent. */
  z.object({
    ...base,
    kind: z.literal('redaction'),
    x: z.number(),
    y: z.number(),
    width: z.number(),
    height: z.number(),
  }),
]);
export type Shape = z.infer<typeof shapeSchema>;

/** The drawing on one screen dump, as it is stored. */
export const drawingSchema = z.object({ version: z.literal(1), shapes: z.array(shapeSchema) });
export type Drawing = z.infer<typeof drawingSchema>;
