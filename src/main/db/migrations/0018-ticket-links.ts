import type { Migration } from '../migrate';

/** Tickets that belong together: the parts of a split, and duplicates that were merged. */
export const migration0018: Migration = {
  version: 18,
  sql: `
    CREATE TABLE ticket_link (
      id TEXT PRIMARY KEY,
      kind TEXT NOT NULL CHECK (kind IN ('part', 'duplicate')),
      -- The part or the duplicate, and the first ticket or the one that is kept. Null: a colleague's note told of the other
      -- side only.
      ticket_id TEXT REFERENCES ticket (id) ON DELETE CASCADE,
      main_ticket_id TEXT REFERENCES ticket (id) ON DELETE CASCADE,
      at INTEGER NOT NULL,
      recorded_by TEXT NOT NULL,
      -- Null: it holds.
      withdrawn_at INTEGER,
      -- What takes it back, as JSON; null: it was made elsewhere.
      undoing TEXT CHECK (json_valid(undoing)),
      -- The portal's id of the last message of the customer on the duplicate that somebody had before them; 0: none.
      seen_message INTEGER NOT NULL,
      CHECK (ticket_id IS NOT NULL OR main_ticket_id IS NOT NULL),
      CHECK (ticket_id <> main_ticket_id)
    ) STRICT;
    CREATE INDEX ticket_link_by_ticket ON ticket_link (ticket_id);
    CREATE INDEX ticket_link_by_main_ticket ON ticket_link (main_ticket_id);
  `,
};
