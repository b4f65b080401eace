import { type Instant, instantFromEpochMs } from '@core/time/instant';
import { z } from 'zod';

/** From 1900 to 2199: no server changed anything outside, and a cursor there would bring nothing any more. */
const ODOO_DATETIME = /^(19|2[01])\d{2}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/;
const ANY_DATETIME = /^\d{1,5}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/;

/** Odoo's datetimes are UTC texts with whole seconds, whatever the server keeps beyond them. */
export const odooDatetimeSchema = z
  .string()
  .regex(ODOO_DATETIME)
  .transform((text, context): Instant => {
    const epochMs = Date.parse(`${text.replace(' ', 'T')}Z`);
    if (Number.isNaN(epochMs)) {
      context.addIssue({ code: 'custom', message: 'not a point in time' });
      return z.NEVER;
    }
    return instantFromEpochMs(epochMs);
  });

/** A moment that somebody else's computer wrote, whose clock may have been wrong: null where it cannot have been. */
export const foreignDatetimeSchema = z.union([
  odooDatetimeSchema,
  z
    .string()
    .regex(ANY_DATETIME)
    .transform(() => null),
  z.literal(false).transform(() => null),
]);

/** Writes an instant as Odoo does; what is below a second is cut off. */
export function formatOdooDatetime(at: Instant): string {
  return new Date(at).toISOString().slice(0, 19).replace('T', ' ');
}
