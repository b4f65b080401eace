import { addressSourceSchema } from '@core/capture/address-source';
import { drawingSchema } from '@core/capture/shapes';
import { screenshotIdSchema, ticketIdSchema } from '@core/ids';
import { instantSchema } from '@core/time/instant-schema';
import { z } from 'zod';

export const screenshotViewSchema = z.object({
  id: screenshotIdSchema,
  /** null while it is filed nowhere. */
  ticketId: ticketIdSchema.nullable(),
  state: z.enum(['draft', 'saved']),
  /** `app://` address of the untouched picture; it never leaves this computer. null once it was shredded. */
  originalUrl: z.string().nullable(),
  /** `app://` address of the picture that is sent; null until it is saved. */
  flattenedUrl: z.string().nullable(),
  width: z.int(),
  height: z.int(),
  address: z.string(),
  addressSource: addressSourceSchema.nullable(),
  title: z.string(),
  drawing: drawingSchema,
  /** Why the stored drawing could not be read; it is left as it is until somebody draws a new one. */
  drawingProblem: z.enum(['newer-version', 'damaged']).nullable(),
  takenAt: instantSchema,
  /** What is written under it where it is one of several steps. */
  caption: z.string(),
  /** Its place among the steps, from 1; null where it is none. */
  stepPosition: z.int().nullable(),
  /** What is to go with it once it is saved, and whether only colleagues will read it. */
  message: z.object({ text: z.string(), isInternalNote: z.boolean() }),
  sync: z.enum(['not-saved', 'kept-here', 'waiting', 'parked', 'given-up', 'sent']),
});
export type ScreenshotView = z.infer<typeof screenshotViewSchema>;

export const captureSourceViewSchema = z.object({
  id: z.string(),
  kind: z.enum(['screen', 'window']),
  name: z.string(),
  thumbnailDataUrl: z.string(),
});
export type CaptureSourceView = z.infer<typeof captureSourceViewSchema>;
