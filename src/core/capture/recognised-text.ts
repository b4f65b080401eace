import { z } from 'zod';

/** A rectangle in pixels of the picture; its upper left corner and its size, all whole numbers. */
export const textBoxSchema = z.object({ x: z.int(), y: z.int(), width: z.int(), height: z.int() });
export type TextBox = z.infer<typeof textBoxSchema>;

/** One sign that was recognised in a picture. */
export const recognisedSymbolSchema = z.object({
  text: z.string(),
  /** How sure the recognition is of it, 0 to 100. */
  confidence: z.number().min(0).max(100),
  box: textBoxSchema,
});
export type RecognisedSymbol = z.infer<typeof recognisedSymbolSchema>;

/** A word that was recognised in a picture, with its signs from left to right. */
export const recognisedWordSchema = recognisedSymbolSchema.extend({
  /** Which line it stands in, counted from 0 down the picture. Words come in reading order. */
  line: z.int().min(0),
  symbols: z.array(recognisedSymbolSchema),
});
export type RecognisedWord = z.infer<typeof recognisedWordSchema>;
