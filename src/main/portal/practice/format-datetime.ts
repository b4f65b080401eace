/** Writes epoch milliseconds as Odoo does, in UTC and whole seconds. */
export function formatDatetime(epochMs: number): string {
  return new Date(epochMs).toISOString().slice(0, 19).replace('T', ' ');
}
