import { addressReadingSchema } from '@core/capture/address-reading';
import { recognisedWordSchema } from '@core/capture/recognised-text';
import { z } from 'zod';

// What the app and the thread that reads pictures say to each other.

/** What to look for in a picture: all its words, or the address of the browser in it. */
export const readingTaskSchema = z.enum(['words', 'address']);
export type ReadingTask = z.infer<typeof readingTaskSchema>;

export const readerRequestSchema = z.object({ task: readingTaskSchema, png: z.instanceof(Uint8Array) });

/** What was found; what was not looked for is empty. */
const readingsSchema = z.object({ words: z.array(recognisedWordSchema), address: addressReadingSchema.nullable() });
export type Readings = z.infer<typeof readingsSchema>;

export const readerAnswerSchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: readingsSchema }),
  z.object({
    ok: z.literal(false),
    failure: z.object({ kind: z.enum(['picture-invalid', 'reader-failed']), message: z.string() }),
  }),
]);
export type ReaderAnswer = z.infer<typeof readerAnswerSchema>;
