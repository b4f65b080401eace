import type { Migration } from '../migrate';

/** Files without a portal: tickets that come from exported lists, and customers who are known by their name alone. */
export const migration0012: Migration = {
  version: 12,
  // A customer may have no id on a portal now, and SQLite can only take such a rule away with its table.
  rebuildsTables: true,
  sql: `
    CREATE TABLE customer_rebuilt (
      id TEXT PRIMARY KEY,
      -- Missing where there is no portal.
      remote_id INTEGER UNIQUE,
      name TEXT NOT NULL,
      email TEXT,
      phone TEXT,
      language TEXT,
      price_list_id TEXT REFERENCES price_list (id) ON DELETE SET NULL
    ) STRICT;
    INSERT INTO customer_rebuilt (id, remote_id, name, email, phone, language, price_list_id)
    SELECT id, remote_id, name, email, phone, language, price_list_id FROM customer;
    DROP TABLE customer;
    ALTER TABLE customer_rebuilt RENAME TO customer;

    -- 0: nothing recorded in this file is ever sent.
    ALTER TABLE portal_facts ADD COLUMN has_portal INTEGER NOT NULL DEFAULT 1 CHECK (has_portal IN (0, 1));

    -- What lists have said of a ticket, as JSON.
    CREATE TABLE listed_ticket (
      ticket_id TEXT PRIMARY KEY REFERENCES ticket (id) ON DELETE CASCADE,
      said TEXT NOT NULL
    ) STRICT;
    CREATE UNIQUE INDEX listed_ticket_by_external_id ON listed_ticket (json_extract(said, '$.externalId'));
  `,
};
