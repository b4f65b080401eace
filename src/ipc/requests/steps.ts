import { screenshotIdSchema, ticketIdSchema } from '@core/ids';
import { z } from 'zod';
import { screenshotViewSchema } from '../screenshot-views';
import { done, request } from './request';

/** More than this is a manual, and one message of it would be larger than a mail server takes. */
const MOST_STEPS = 50;

const step = z.object({ screenshotId: screenshotIdSchema, caption: z.string().max(2000) });
const answers = { happened: z.string().max(20_000), expected: z.string().max(20_000) };

/** Steps to reproduce: several screen dumps in order, as one message. */
export const stepsRequests = {
  /** The steps of a ticket as they were kept, with every draft that could be one. */
  'steps:read': request(
    z.object({ ticketId: ticketIdSchema }),
    z.object({
      ticketId: ticketIdSchema,
      ticketNumber: z.string(),
      ticketTitle: z.string(),
      ...answers,
      /** First the steps in their order, then the rest, oldest first. */
      drafts: z.array(screenshotViewSchema),
    }),
  ),
  /** Keeps what was typed and ordered so far. Nothing is sent. */
  'steps:keep': request(z.object({ ticketId: ticketIdSchema, ...answers, steps: z.array(step).max(MOST_STEPS) }), done),
  /** Saves all of them and puts them, with one message, into the outbox. `flattenedPng` is what is sent. */
  'steps:send': request(
    z.object({
      ticketId: ticketIdSchema,
      ...answers,
      isInternalNote: z.boolean(),
      steps: z
        .array(step.extend({ flattenedPng: z.instanceof(Uint8Array) }))
        .min(1)
        .max(MOST_STEPS),
    }),
    done,
  ),
} as const;
