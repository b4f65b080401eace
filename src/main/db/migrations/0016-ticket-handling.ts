import type { Migration } from '../migrate';

/** How tickets come through their states, how they are handled, and when service is open for one customer. */
export const migration0016: Migration = {
  version: 16,
  sql: `
    -- What was seen of a ticket, each time something of it was otherwise. What it means is worked out when it is read.
    CREATE TABLE ticket_state_change (
      sequence INTEGER PRIMARY KEY AUTOINCREMENT,
      ticket_id TEXT NOT NULL REFERENCES ticket (id) ON DELETE CASCADE,
      kind TEXT NOT NULL CHECK (kind IN ('stage', 'assignment')),
      -- Null: nobody said when.
      at INTEGER,
      -- By when it had happened.
      known_at INTEGER NOT NULL,
      stage_remote_id INTEGER,
      stage_name TEXT,
      is_folded INTEGER CHECK (is_folded IN (0, 1)),
      resolution TEXT CHECK (resolution IN ('open', 'done', 'canceled')),
      is_assigned INTEGER CHECK (is_assigned IN (0, 1)),
      CHECK ((kind = 'stage') = (is_folded IS NOT NULL AND resolution IS NOT NULL)),
      CHECK ((kind = 'assignment') = (is_assigned IS NOT NULL))
    ) STRICT;
    CREATE INDEX ticket_state_change_by_ticket ON ticket_state_change (ticket_id, kind, sequence);
    CREATE TRIGGER ticket_state_change_is_never_changed BEFORE UPDATE ON ticket_state_change
      BEGIN SELECT RAISE(ABORT, 'the history of a ticket is never changed'); END;

    -- Since when tickets are where they are, nobody knows.
    INSERT INTO ticket_state_change (ticket_id, kind, known_at, stage_remote_id, stage_name, is_folded, resolution)
      SELECT ticket.id, 'stage', ticket.changed_at, ticket.stage_remote_id, ticket.stage_name,
        coalesce(portal_stage.is_folded, 0), ticket.resolution
      FROM ticket LEFT JOIN portal_stage ON portal_stage.remote_id = ticket.stage_remote_id;
    INSERT INTO ticket_state_change (ticket_id, kind, known_at, is_assigned)
      SELECT id, 'assignment', changed_at, assignee_remote_ids <> '[]' FROM ticket;

    -- What consultants decided and wrote down about a ticket that the portal has no field for.
    CREATE TABLE ticket_event (
      id TEXT PRIMARY KEY,
      ticket_id TEXT NOT NULL REFERENCES ticket (id) ON DELETE CASCADE,
      -- JSON, parsed with its schema when read.
      handling TEXT NOT NULL,
      at INTEGER NOT NULL,
      recorded_by TEXT NOT NULL,
      origin TEXT NOT NULL CHECK (origin IN ('mine', 'colleague')),
      -- Null: it holds.
      withdrawn_at INTEGER
    ) STRICT;
    CREATE INDEX ticket_event_by_ticket ON ticket_event (ticket_id, at);

    -- News of follow-ups beside those that were there.
    CREATE TABLE news_with_follow_ups (
      id TEXT PRIMARY KEY,
      ticket_id TEXT NOT NULL REFERENCES ticket (id) ON DELETE CASCADE,
      kind TEXT NOT NULL CHECK (kind IN
        ('new-ticket', 'reply', 'escalation', 'time-critical', 'target-soon', 'target-overdue', 'follow-up')),
      -- Which one of its kind on this ticket: a message, a change, a target, a day. The same one is no news again.
      subject TEXT NOT NULL,
      came_at INTEGER NOT NULL,
      -- Null: it waits to be told.
      told_at INTEGER,
      -- Null: nobody has opened the ticket since.
      opened_at INTEGER,
      UNIQUE (ticket_id, kind, subject)
    ) STRICT;
    INSERT INTO news_with_follow_ups SELECT * FROM news;
    DROP TABLE news;
    ALTER TABLE news_with_follow_ups RENAME TO news;
    CREATE INDEX news_not_told ON news (came_at) WHERE told_at IS NULL;
    CREATE INDEX news_not_opened ON news (ticket_id) WHERE opened_at IS NULL;

    -- Hours and closed days that were agreed with one customer.
    CREATE TABLE customer_service (
      customer_id TEXT PRIMARY KEY REFERENCES customer (id) ON DELETE CASCADE,
      opens_at_minute INTEGER NOT NULL CHECK (opens_at_minute BETWEEN 0 AND 1439),
      closes_at_minute INTEGER NOT NULL CHECK (closes_at_minute BETWEEN 1 AND 1440),
      -- Stockholm dates, as JSON.
      closed_days TEXT NOT NULL,
      CHECK (opens_at_minute < closes_at_minute)
    ) STRICT;
  `,
};
