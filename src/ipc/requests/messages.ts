import { screenshotIdSchema, ticketIdSchema } from '@core/ids';
import { z } from 'zod';
import { done, request } from './request';

/** Messages and notes on tickets. */
export const messageRequests = {
  /** `text` is Markdown. `pictures` are the drafts that it shows, put together as they are sent. */
  'message:write': request(
    z.object({
      ticketId: ticketIdSchema,
      text: z.string().trim().min(1).max(20_000),
      isInternalNote: z.boolean(),
      pictures: z
        .array(z.object({ screenshotId: screenshotIdSchema, flattenedPng: z.instanceof(Uint8Array) }))
        .max(20)
        .optional(),
    }),
    done,
  ),
  /**
   * Fetches a picture on another server that a message shows, because a person asked for it. `bytes` are a picture of that
   * type by their signature and of a size that can be decoded; the window makes another picture of it before it is shown.
   */
  'message:fetch-picture': request(
    z.object({ address: z.string().max(4000) }),
    z.discriminatedUnion('kind', [
      z.object({
        kind: z.literal('picture'),
        type: z.enum(['png', 'jpeg', 'webp', 'gif']),
        bytes: z.instanceof(Uint8Array),
      }),
      z.object({
        kind: z.literal('refused'),
        why: z.enum([
          'not-https',
          'not-public',
          'too-many-redirects',
          'no-answer',
          'refused',
          'too-large',
          'no-picture',
          'damaged',
          'too-many-pixels',
        ]),
      }),
    ]),
  ),
} as const;
