import { z } from 'zod';

/** A text that is written again and again, in both languages that customers are written to in. */
export const replyTemplateSchema = z.object({
  id: z.string().regex(/^[a-z0-9-]{1,60}$/),
  name: z.string().trim().min(1).max(100),
  sv: z.string().max(10_000),
  en: z.string().max(10_000),
});

/** What a person did to the list of templates that comes with the app. */
export const templateChangesSchema = z.object({
  written: z.array(replyTemplateSchema).max(100).readonly(),
  removed: z.array(z.string().max(60)).max(100).readonly(),
});
