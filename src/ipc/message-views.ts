import { messageIdSchema } from '@core/ids';
import { instantSchema } from '@core/time/instant-schema';
import { z } from 'zod';

export const messageViewSchema = z.object({
  id: messageIdSchema,
  authorName: z.string(),
  sender: z.enum(['us', 'customer']),
  isInternalNote: z.boolean(),
  bodyHtml: z.string(),
  /** Whether it is a note in this app's own form; then `bodyHtml` is its sentence. */
  isOfApp: z.boolean(),
  /** The screen dumps that it carries: how their names end in its text, and where the window loads them from. */
  pictures: z.array(z.object({ nameEnd: z.string(), url: z.string() })),
  writtenAt: instantSchema,
  sync: z.enum(['kept-here', 'waiting', 'parked', 'given-up', 'sent']),
});
export type MessageView = z.infer<typeof messageViewSchema>;
