import { z } from 'zod';
import type { Instant } from '../time/instant';
import { instantSchema } from '../time/instant-schema';

/** What a portal tells of an API key: never the key itself. */
export const apiKeySchema = z.object({
  remoteId: z.int().positive(),
  /** As the person called it when it was made. */
  name: z.string(),
  createdAt: instantSchema.nullable(),
  /** From then on it is refused; null: it never expires. */
  expiresAt: instantSchema.nullable(),
});
export type ApiKey = z.infer<typeof apiKeySchema>;

/** The keys of a person, as they were when the portal last told of them. */
export interface KnownKeys {
  readonly keys: readonly ApiKey[];
  /** The key in use was good then. */
  readonly readAt: Instant;
  /** The one that the person says is used here; null: nobody has said. */
  readonly chosenRemoteId: number | null;
}

/** Which of the keys is the one in use. A portal does not tell: it keeps no key, only what a key can be checked with. */
export type KeyInUse =
  /** The portal does not tell of keys, or of none that fits. */
  | { readonly kind: 'unknown' }
  /** Any of these can be the one. */
  | { readonly kind: 'several'; readonly keys: readonly ApiKey[] }
  | { readonly kind: 'known'; readonly key: ApiKey };

/** What a key for this app is called by those who follow its guide. */
const NAME_OF_OUR_KEY = 'fyra';

/**
 * The key in use: the one the person named, or else the only one that was still good when the key in use was, or else the
 * only one of these called Fyra.
 */
export function keyInUse(known: KnownKeys | null): KeyInUse {
  if (known === null) return { kind: 'unknown' };
  const chosen = known.keys.find(({ remoteId }) => remoteId === known.chosenRemoteId);
  if (chosen) return { kind: 'known', key: chosen };
  const candidates = known.keys.filter(({ expiresAt }) => expiresAt === null || expiresAt > known.readAt);
  const named = candidates.filter(({ name }) => name.trim().toLowerCase() === NAME_OF_OUR_KEY);
  const [only, ...others] = named.length === 1 ? named : candidates;
  if (only === undefined) return { kind: 'unknown' };
  return others.length === 0 ? { kind: 'known', key: only } : { kind: 'several', keys: candidates };
}

/** So many days before a key expires it is warned of, most first; 0: it has expired. Source: issue 5, "30, 7, 1 days". */
export const KEY_WARNING_DAYS = [30, 7, 1, 0] as const;
export type KeyWarningDays = (typeof KEY_WARNING_DAYS)[number];

const DAY_MS = 24 * 60 * 60_000;

/** The latest warning whose moment has come for a key that expires then; null: none yet. */
export function keyWarningAt(expiresAt: Instant, now: Instant): KeyWarningDays | null {
  return KEY_WARNING_DAYS.findLast((days) => now >= expiresAt - days * DAY_MS) ?? null;
}

/** The last warning about a key that a person was told of. */
export const toldKeyWarningSchema = z.object({ expiresAt: instantSchema, days: z.literal(KEY_WARNING_DAYS) });
export type ToldKeyWarning = z.infer<typeof toldKeyWarningSchema>;

/**
 * The warning a person is to be told of now; null: none, or they know. Each is told once for a key, and one that was
 * slept through is not told after a later one; a new key has another end, and so begins anew.
 */
export function dueKeyWarning(
  { expiresAt, now }: { readonly expiresAt: Instant; readonly now: Instant },
  told: ToldKeyWarning | null,
): KeyWarningDays | null {
  const days = keyWarningAt(expiresAt, now);
  if (days === null) return null;
  const isTold = told !== null && told.expiresAt === expiresAt && told.days <= days;
  return isTold ? null : days;
}

/** Whole days that a key is still good for; 0 on its last one, and once it has expired. */
export function daysLeftOf(expiresAt: Instant, now: Instant): number {
  return Math.max(0, Math.floor((expiresAt - now) / DAY_MS));
}
