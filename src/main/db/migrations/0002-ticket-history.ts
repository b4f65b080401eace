import type { Migration } from '../migrate';

/** Remembers across an interrupted pull which tickets came without what was written on them before. */
export const migration0002: Migration = {
  version: 2,
  sql: `
    CREATE TABLE ticket_without_history (
      ticket_id TEXT PRIMARY KEY REFERENCES ticket (id) ON DELETE CASCADE
    ) STRICT;
  `,
};
