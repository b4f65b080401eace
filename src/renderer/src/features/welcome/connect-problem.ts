import type { ReplyCode } from '@ipc/reply';

/** The failures that say something else before a portal is connected than after: nothing is kept yet. */
const FIRST_RUN_CODES = ['portal-unreachable', 'not-a-portal', 'key-refused', 'portal-refused', 'not-found'] as const;

/** A failure with a sentence of its own on the first-run page. */
export type FirstRunCode = (typeof FIRST_RUN_CODES)[number];

/** The code when the first-run page has its own sentence for it, else null. */
export function firstRunCode(code: ReplyCode): FirstRunCode | null {
  return FIRST_RUN_CODES.find((candidate) => candidate === code) ?? null;
}
