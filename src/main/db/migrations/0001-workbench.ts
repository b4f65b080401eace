import type { Migration } from '../migrate';

/** The first tables of a workbench file. */
export const migration0001: Migration = {
  version: 1,
  sql: `
    CREATE TABLE customer (
      id TEXT PRIMARY KEY,
      remote_id INTEGER NOT NULL UNIQUE,
      name TEXT NOT NULL,
      email TEXT,
      phone TEXT,
      language TEXT
    ) STRICT;

    CREATE TABLE customer_agreement (
      customer_id TEXT NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
      kind TEXT NOT NULL,
      PRIMARY KEY (customer_id, kind)
    ) STRICT;

    CREATE TABLE ticket (
      id TEXT PRIMARY KEY,
      remote_id INTEGER NOT NULL UNIQUE,
      number TEXT NOT NULL,
      title TEXT NOT NULL,
      description_html TEXT NOT NULL,
      customer_id TEXT REFERENCES customer (id),
      project_remote_id INTEGER NOT NULL,
      project_name TEXT NOT NULL,
      stage_name TEXT,
      state TEXT NOT NULL CHECK (state IN ('working', 'waiting-for-customer', 'solved')),
      is_assigned_to_me INTEGER NOT NULL CHECK (is_assigned_to_me IN (0, 1)),
      time_critical_category TEXT,
      escalation_kind TEXT NOT NULL CHECK (escalation_kind IN ('none', 'requested', 'accepted')),
      escalation_at INTEGER,
      portal_worked_seconds INTEGER NOT NULL,
      unlisted_seconds INTEGER NOT NULL,
      registered_at INTEGER NOT NULL,
      changed_at INTEGER NOT NULL,
      CHECK ((escalation_kind = 'none') = (escalation_at IS NULL))
    ) STRICT;
    CREATE INDEX ticket_by_state ON ticket (is_assigned_to_me, state);

    CREATE VIRTUAL TABLE ticket_search USING fts5 (
      ticket_id UNINDEXED, number, title, customer, content, tokenize = "unicode61 remove_diacritics 2", prefix = '1 2 3'
    );

    CREATE TABLE timer (
      id TEXT PRIMARY KEY,
      ticket_id TEXT NOT NULL REFERENCES ticket (id),
      kind_of_work TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('running', 'paused', 'stopped'))
    ) STRICT;
    -- At most one timer runs; the file itself sees to it.
    CREATE UNIQUE INDEX timer_running_once ON timer (state) WHERE state = 'running';

    CREATE TABLE timer_event (
      timer_id TEXT NOT NULL REFERENCES timer (id),
      sequence INTEGER NOT NULL,
      kind TEXT NOT NULL,
      event TEXT NOT NULL CHECK (json_valid(event)),
      PRIMARY KEY (timer_id, sequence)
    ) STRICT;
    CREATE TRIGGER timer_event_is_never_changed BEFORE UPDATE ON timer_event
    BEGIN SELECT RAISE(ABORT, 'the log of a timer is only appended to'); END;
    CREATE TRIGGER timer_event_is_never_deleted BEFORE DELETE ON timer_event
    BEGIN SELECT RAISE(ABORT, 'the log of a timer is only appended to'); END;

    CREATE TABLE heartbeat (
      timer_id TEXT PRIMARY KEY REFERENCES timer (id),
      wall INTEGER NOT NULL,
      monotonic_ms REAL NOT NULL,
      boot_id TEXT NOT NULL
    ) STRICT;

    CREATE TABLE timesheet_line (
      id TEXT PRIMARY KEY,
      remote_id INTEGER UNIQUE,
      ticket_id TEXT NOT NULL REFERENCES ticket (id),
      timer_id TEXT UNIQUE REFERENCES timer (id),
      origin TEXT NOT NULL CHECK (origin IN ('mine', 'colleague')),
      employee_name TEXT NOT NULL,
      date TEXT NOT NULL CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
      started_at INTEGER,
      stopped_at INTEGER,
      worked_seconds INTEGER NOT NULL,
      description TEXT NOT NULL,
      kind_of_work TEXT NOT NULL,
      verdict TEXT NOT NULL
        CHECK (verdict IN ('chargeable', 'included', 'always-separate', 'not-charged', 'undecided'))
    ) STRICT;
    CREATE INDEX timesheet_line_by_ticket ON timesheet_line (ticket_id);

    CREATE TABLE message (
      id TEXT PRIMARY KEY,
      remote_id INTEGER UNIQUE,
      message_uid TEXT UNIQUE,
      ticket_id TEXT NOT NULL REFERENCES ticket (id),
      author_name TEXT NOT NULL,
      is_internal_note INTEGER NOT NULL CHECK (is_internal_note IN (0, 1)),
      body_html TEXT NOT NULL,
      written_at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX message_by_ticket ON message (ticket_id, written_at);

    CREATE TABLE screenshot (
      id TEXT PRIMARY KEY,
      ticket_id TEXT REFERENCES ticket (id),
      state TEXT NOT NULL CHECK (state IN ('draft', 'saved')),
      original_hash TEXT NOT NULL,
      flattened_hash TEXT,
      width INTEGER NOT NULL,
      height INTEGER NOT NULL,
      address TEXT NOT NULL,
      title TEXT NOT NULL,
      drawing TEXT NOT NULL CHECK (json_valid(drawing)),
      taken_at INTEGER NOT NULL,
      message_id TEXT REFERENCES message (id),
      remote_id INTEGER UNIQUE,
      CHECK (state = 'draft' OR (ticket_id IS NOT NULL AND flattened_hash IS NOT NULL))
    ) STRICT;
    CREATE INDEX screenshot_by_ticket ON screenshot (ticket_id);

    CREATE TABLE outbox (
      sequence INTEGER PRIMARY KEY AUTOINCREMENT,
      id TEXT NOT NULL UNIQUE,
      kind TEXT NOT NULL,
      -- What the operation is about: the id of the line, the screen dump or the message.
      subject_id TEXT NOT NULL UNIQUE,
      operation TEXT NOT NULL CHECK (json_valid(operation)),
      depends_on TEXT REFERENCES outbox (id),
      state TEXT NOT NULL CHECK (state IN ('waiting', 'in-flight', 'parked', 'done')),
      attempts INTEGER NOT NULL,
      sent_at INTEGER,
      next_attempt_at INTEGER NOT NULL,
      problem TEXT,
      created_at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX outbox_open ON outbox (state) WHERE state <> 'done';

    CREATE TABLE sync_cursor (
      model TEXT PRIMARY KEY,
      changed_at INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE four_hour_warning (
      ticket_id TEXT NOT NULL REFERENCES ticket (id) ON DELETE CASCADE,
      limit_seconds INTEGER NOT NULL,
      threshold_permille INTEGER NOT NULL,
      raised_at INTEGER NOT NULL,
      PRIMARY KEY (ticket_id, threshold_permille)
    ) STRICT;
  `,
};
