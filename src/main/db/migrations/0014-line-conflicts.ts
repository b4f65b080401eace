import type { Migration } from '../migrate';

/** What the portal says otherwise of lines of mine that I had changed, and what a person said to it. */
export const migration0014: Migration = {
  version: 14,
  sql: `
    CREATE TABLE line_conflict (
      id TEXT PRIMARY KEY,
      line_id TEXT NOT NULL REFERENCES timesheet_line (id) ON DELETE CASCADE,
      kind TEXT NOT NULL CHECK (kind IN ('changed', 'locked', 'gone')),
      -- The fields at odds, and the versions of the line, as JSON.
      fields TEXT NOT NULL,
      base TEXT NOT NULL,
      -- Null: it had been deleted here.
      mine TEXT,
      -- Null: it is not there any more.
      theirs TEXT,
      found_at INTEGER NOT NULL,
      choice TEXT CHECK (choice IN ('leave', 'use-portals', 'record-difference', 'send-again', 'delete')),
      -- Null: the question stands, or stands again.
      chosen_at INTEGER,
      CHECK ((kind = 'gone') = (theirs IS NULL)),
      CHECK (chosen_at IS NULL OR choice IS NOT NULL)
    ) STRICT;
    CREATE INDEX line_conflict_by_line ON line_conflict (line_id, found_at);

    -- The conflict that a step of a person decides.
    ALTER TABLE timesheet_change ADD COLUMN conflict_id TEXT;
  `,
};
