import { z } from 'zod';
import { fail, type Outcome, succeed } from '../outcome';
import { DEFAULT_STYLE, type Drawing, drawingSchema, type Shape } from './shapes';

const base = { id: z.string().min(1) };
const frame = { x: z.number(), y: z.number(), width: z.number(), height: z.number() };

/** The first version: arrows, boxes and solid redactions, all in one style. */
const firstVersionSchema = z.object({
  version: z.literal(1),
  shapes: z.array(
    z.discriminatedUnion('kind', [
      z.object({
        ...base,
        kind: z.literal('arrow'),
        fromX: z.number(),
        fromY: z.number(),
        toX: z.number(),
        toY: z.number(),
      }),
      z.object({ ...base, kind: z.literal('box'), ...frame }),
      z.object({ ...base, kind: z.literal('redaction'), ...frame }),
    ]),
  ),
});

function upgradeShape(shape: z.infer<typeof firstVersionSchema>['shapes'][number]): Shape {
  switch (shape.kind) {
    case 'arrow':
      return { ...shape, ...DEFAULT_STYLE };
    case 'box':
      return { ...shape, ...DEFAULT_STYLE, kind: 'rectangle' };
    case 'redaction':
      return { ...shape, look: 'solid' };
  }
}

/** Any version of a drawing, as the current one. */
const anyVersionSchema = z.union([
  drawingSchema,
  firstVersionSchema.transform(({ shapes }): Drawing => ({ version: 2, crop: null, shapes: shapes.map(upgradeShape) })),
]);

/** Why a stored drawing cannot be read: a newer app wrote it, or its text is damaged. */
export type StoredDrawingFailure = { readonly kind: 'newer-version' } | { readonly kind: 'damaged' };

const versionSchema = z.object({ version: z.int() });

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The drawing in a stored text, of whatever version it was written. */
export function parseDrawing(text: string): Outcome<Drawing, StoredDrawingFailure> {
  const json = parseJson(text);
  const drawing = anyVersionSchema.safeParse(json);
  if (drawing.success) return succeed(drawing.data);
  const version = versionSchema.safeParse(json);
  return fail({ kind: version.success && version.data.version > 2 ? 'newer-version' : 'damaged' });
}

/** A drawing as it is stored. */
export function serialiseDrawing(drawing: Drawing): string {
  return JSON.stringify(drawing);
}
