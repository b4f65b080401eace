import type { Migration } from '../migrate';

/** What a sync brought or time made due, whether the person was told of it, and whether its ticket was opened since. */
export const migration0007: Migration = {
  version: 7,
  sql: `
    CREATE TABLE news (
      id TEXT PRIMARY KEY,
      ticket_id TEXT NOT NULL REFERENCES ticket (id) ON DELETE CASCADE,
      kind TEXT NOT NULL
        CHECK (kind IN ('new-ticket', 'reply', 'escalation', 'time-critical', 'target-soon', 'target-overdue')),
      -- Which one of its kind on this ticket: a message, a change, a target. What has the same one is no news again.
      subject TEXT NOT NULL,
      came_at INTEGER NOT NULL,
      -- Null: it waits to be told.
      told_at INTEGER,
      -- Null: nobody has opened the ticket since.
      opened_at INTEGER,
      UNIQUE (ticket_id, kind, subject)
    ) STRICT;
    CREATE INDEX news_not_told ON news (came_at) WHERE told_at IS NULL;
    CREATE INDEX news_not_opened ON news (ticket_id) WHERE opened_at IS NULL;

    -- What came or fell due by then is no news; null: the first sync is still to be made.
    ALTER TABLE portal_facts ADD COLUMN news_since INTEGER;
    UPDATE portal_facts SET news_since = unixepoch() * 1000
      WHERE EXISTS (SELECT 1 FROM sync_cursor WHERE model = 'message');
  `,
};
