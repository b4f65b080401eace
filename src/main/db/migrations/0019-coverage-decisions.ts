import type { Migration } from '../migrate';

/** What consultants decide of a kind of work on a ticket instead of the terms, and which lines are judged by it. */
export const migration0019: Migration = {
  version: 19,
  sql: `
    CREATE TABLE coverage_decision (
      id TEXT PRIMARY KEY,
      ticket_id TEXT NOT NULL REFERENCES ticket (id) ON DELETE CASCADE,
      kind_of_work TEXT NOT NULL,
      verdict TEXT NOT NULL CHECK (verdict IN ('chargeable', 'included', 'always-separate', 'not-charged')),
      reason TEXT NOT NULL CHECK (reason <> ''),
      decided_by TEXT NOT NULL,
      decided_at INTEGER NOT NULL,
      -- Null: it holds.
      withdrawn_at INTEGER
    ) STRICT;
    CREATE INDEX coverage_decision_by_ticket ON coverage_decision (ticket_id, kind_of_work);
    CREATE UNIQUE INDEX coverage_decision_holds ON coverage_decision (ticket_id, kind_of_work)
      WHERE withdrawn_at IS NULL;

    -- Not null: the override is that of a decision about the kind of work, not one about the line.
    ALTER TABLE timesheet_line ADD COLUMN coverage_decision_id TEXT REFERENCES coverage_decision (id);
  `,
};
