import { type Instant, instantFromEpochMs } from '@core/time/instant';
import { z } from 'zod';

const ODOO_DATETIME = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/;

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

/** Writes an instant as Odoo does; what is below a second is cut off. */
export function formatOdooDatetime(at: Instant): string {
  return new Date(at).toISOString().slice(0, 19).replace('T', ' ');
}
