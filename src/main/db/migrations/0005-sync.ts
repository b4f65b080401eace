import type { Migration } from '../migrate';

/**
 * What of the portal is no longer there, or no longer ours to read; when that was last compared. Where in the search index
 * a ticket stands: finding it by its id means reading the whole index, once for each ticket that is written.
 */
export const migration0005: Migration = {
  version: 5,
  sql: `
    -- Since when the portal shows this ticket no more. It stays here with everything on it.
    ALTER TABLE ticket ADD COLUMN gone_at INTEGER;
    -- When the ids kept here were last compared with the portal's; null: never.
    ALTER TABLE portal_facts ADD COLUMN swept_at INTEGER;

    CREATE TABLE ticket_search_row (
      ticket_id TEXT PRIMARY KEY REFERENCES ticket (id),
      search_rowid INTEGER NOT NULL UNIQUE
    ) STRICT;
    INSERT INTO ticket_search_row (ticket_id, search_rowid) SELECT ticket_id, rowid FROM ticket_search;

    -- When a person decided that a parked operation is not to be tried any more. It stays, and what it was for stays.
    ALTER TABLE outbox ADD COLUMN given_up_at INTEGER;
    -- The operation it was given up with, because it depends on it.
    ALTER TABLE outbox ADD COLUMN given_up_with TEXT;

    -- The last syncs that did something or failed. One that fails as the one before it is counted there.
    CREATE TABLE sync_run (
      id INTEGER PRIMARY KEY,
      started_at INTEGER NOT NULL,
      ended_at INTEGER NOT NULL,
      outcome TEXT NOT NULL
        CHECK (outcome IN ('done', 'stopped', 'unreachable', 'not-a-portal', 'key-refused', 'refused', 'failed')),
      message TEXT NOT NULL DEFAULT '',
      sent INTEGER NOT NULL DEFAULT 0,
      parked INTEGER NOT NULL DEFAULT 0,
      brought INTEGER NOT NULL DEFAULT 0,
      times INTEGER NOT NULL DEFAULT 1
    ) STRICT;
  `,
};
