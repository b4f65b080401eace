import { z } from 'zod';

/** The services a customer can hold beside agreements. Source: 002, "Välj din egen kombination av tjänster". */
export const serviceSchema = z.enum([
  'odoo-bas',
  'backup-database',
  'backup-files',
  'drift-och-patch',
  'mail-in-a-box',
  'smart-connect',
]);
export type Service = z.infer<typeof serviceSchema>;
