import { deepLinkFailureSchema } from '@core/capture/deep-link';
import { screenshotIdSchema } from '@core/ids';
import { z } from 'zod';
import { done, nothing, request } from './request';

/** A page that a browser handed over and nobody has said anything about yet. */
const handOverViewSchema = z.object({ id: z.string(), address: z.string(), title: z.string() });

export const handOversViewSchema = z.object({
  handOver: handOverViewSchema.nullable(),
  /** Why the latest link that was refused was; null where none was, and once somebody has seen it. */
  refusal: deepLinkFailureSchema.nullable(),
});
export type HandOversView = z.infer<typeof handOversViewSchema>;

/** An address that a screen dump could have. */
export const addressCandidateViewSchema = z.object({
  source: z.enum(['companion', 'clipboard']),
  /** Without tokens, passwords and e-mail addresses. */
  address: z.string(),
  isAddressCut: z.boolean(),
  /** The page's title and what was selected on it; empty where that is not known. */
  title: z.string(),
  selection: z.string(),
  /** How long it has been here, at most; null: longer than anybody has looked. */
  ageSeconds: z.int().nullable(),
  /** It may be filled in without being asked for. */
  isProposed: z.boolean(),
});
export type AddressCandidateView = z.infer<typeof addressCandidateViewSchema>;

/** Where the address of a screen dump can come from. */
export const addressRequests = {
  'addresses:list': request(
    z.object({ screenshotId: screenshotIdSchema }),
    z.object({ candidates: z.array(addressCandidateViewSchema) }),
  ),
  'hand-over:read': request(nothing, handOversViewSchema),
  /** For the screen dump in front of the person, or for the next one that is taken. */
  'hand-over:accept': request(z.object({ handOverId: z.string(), screenshotId: screenshotIdSchema.nullable() }), done),
  'hand-over:dismiss': request(z.object({ handOverId: z.string() }), done),
  'hand-over:dismiss-refusal': request(nothing, done),
} as const;
