import { z } from 'zod';

/** How many histories are driven unless FYRA_HISTORIES says otherwise. */
const HISTORIES = 1_000;
/** The same ones each time, so that a change that breaks none of them lands; FYRA_HISTORY_SEED drives others. */
const SEED = 20_261_126;

const count = z.coerce.number().int().positive();

/** What one of several test files, which run beside each other, has to drive. */
export function shareOfHistories(part: number, parts: number): { numRuns: number; seed: number } {
  const all = count.default(HISTORIES).parse(process.env['FYRA_HISTORIES']);
  const seed = count.default(SEED).parse(process.env['FYRA_HISTORY_SEED']);
  return { numRuns: Math.ceil(all / parts), seed: seed + part };
}
