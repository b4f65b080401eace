import type { Migration } from '../migrate';

/**
 * Tickets that are changed here, and those that are registered here and have no id on the portal yet; what the portal was
 * last known to hold of each; what both sides changed; what can be chosen for a ticket.
 */
export const migration0006: Migration = {
  version: 6,
  // The id on the portal may be missing now, and SQLite can only take such a rule away with its table.
  rebuildsTables: true,
  sql: `
    CREATE TABLE ticket_rebuilt (
      id TEXT PRIMARY KEY,
      -- Missing as long as the portal does not have it.
      remote_id INTEGER UNIQUE,
      number TEXT NOT NULL,
      title TEXT NOT NULL,
      description_html TEXT NOT NULL,
      customer_id TEXT REFERENCES customer (id),
      contact_name TEXT,
      contact_email TEXT,
      contact_phone TEXT,
      project_remote_id INTEGER NOT NULL,
      project_name TEXT NOT NULL,
      stage_remote_id INTEGER,
      stage_name TEXT,
      resolution TEXT NOT NULL CHECK (resolution IN ('open', 'done', 'canceled')),
      priority TEXT NOT NULL,
      -- Ids of users and tags on the portal, as JSON.
      assignee_remote_ids TEXT NOT NULL,
      tag_remote_ids TEXT NOT NULL,
      -- What can be changed on both sides, as the portal was last known to hold it; null: not known.
      portal_fields TEXT,
      state TEXT NOT NULL CHECK (state IN ('working', 'waiting-for-customer', 'solved')),
      is_active INTEGER NOT NULL CHECK (is_active IN (0, 1)),
      is_assigned_to_me INTEGER NOT NULL CHECK (is_assigned_to_me IN (0, 1)),
      time_critical_category TEXT,
      escalation_kind TEXT NOT NULL CHECK (escalation_kind IN ('none', 'requested', 'accepted')),
      escalation_at INTEGER,
      portal_worked_seconds INTEGER NOT NULL,
      unlisted_seconds INTEGER NOT NULL,
      gone_at INTEGER,
      registered_at INTEGER NOT NULL,
      changed_at INTEGER NOT NULL,
      CHECK ((escalation_kind = 'none') = (escalation_at IS NULL)),
      CHECK (remote_id IS NOT NULL OR portal_fields IS NULL)
    ) STRICT;
    INSERT INTO ticket_rebuilt (id, remote_id, number, title, description_html, customer_id, project_remote_id,
      project_name, stage_name, resolution, priority, assignee_remote_ids, tag_remote_ids, state, is_active,
      is_assigned_to_me, time_critical_category, escalation_kind, escalation_at, portal_worked_seconds, unlisted_seconds,
      gone_at, registered_at, changed_at)
    SELECT id, remote_id, number, title, description_html, customer_id, project_remote_id, project_name, stage_name,
      'open', '0', '[]', '[]', state, 1, is_assigned_to_me, time_critical_category, escalation_kind, escalation_at,
      portal_worked_seconds, unlisted_seconds, gone_at, registered_at, changed_at
    FROM ticket;
    DROP TABLE ticket;
    ALTER TABLE ticket_rebuilt RENAME TO ticket;
    CREATE INDEX ticket_by_state ON ticket (is_assigned_to_me, state);
    -- All tickets are brought once more, with what was not kept of them so far.
    DELETE FROM sync_cursor WHERE model = 'ticket';

    -- Both sides changed the same field of a ticket; the three versions of its fields as JSON.
    CREATE TABLE ticket_conflict (
      id TEXT PRIMARY KEY,
      ticket_id TEXT NOT NULL REFERENCES ticket (id) ON DELETE CASCADE,
      field TEXT NOT NULL,
      base TEXT NOT NULL,
      mine TEXT NOT NULL,
      theirs TEXT NOT NULL,
      found_at INTEGER NOT NULL,
      -- Null: no person has looked at it.
      choice TEXT CHECK (choice IN ('mine', 'theirs')),
      chosen_at INTEGER,
      CHECK ((choice IS NULL) = (chosen_at IS NULL))
    ) STRICT;
    CREATE INDEX ticket_conflict_by_ticket ON ticket_conflict (ticket_id, found_at);

    CREATE TABLE portal_stage (
      remote_id INTEGER PRIMARY KEY,
      name TEXT NOT NULL,
      is_folded INTEGER NOT NULL CHECK (is_folded IN (0, 1)),
      position INTEGER NOT NULL,
      -- The projects that have it, as JSON; empty: nobody limited it to some.
      project_remote_ids TEXT NOT NULL
    ) STRICT;
    CREATE TABLE portal_name (
      kind TEXT NOT NULL CHECK (kind IN ('tag', 'project', 'colleague')),
      remote_id INTEGER NOT NULL,
      name TEXT NOT NULL,
      PRIMARY KEY (kind, remote_id)
    ) STRICT;

    -- Who the portal's key belongs to.
    ALTER TABLE portal_facts ADD COLUMN user_remote_id INTEGER;
  `,
};
