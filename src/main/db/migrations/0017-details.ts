import type { Migration } from '../migrate';

/** What consultants note about tickets and customers that the portal has no field for. */
export const migration0017: Migration = {
  version: 17,
  sql: `
    -- JSON, parsed with its schema when read.
    CREATE TABLE ticket_details (
      ticket_id TEXT PRIMARY KEY REFERENCES ticket (id) ON DELETE CASCADE,
      details TEXT NOT NULL CHECK (json_valid(details))
    ) STRICT;

    CREATE TABLE customer_details (
      customer_id TEXT PRIMARY KEY REFERENCES customer (id) ON DELETE CASCADE,
      details TEXT NOT NULL CHECK (json_valid(details))
    ) STRICT;
  `,
};
