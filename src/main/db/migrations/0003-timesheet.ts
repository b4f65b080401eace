import type { Migration } from '../migrate';

/**
 * Lines with their intervals, without a ticket, partly held back and changed after they were sent; the four-hour rule's
 * approvals, estimates and decisions; price lists and support packs.
 */
export const migration0003: Migration = {
  version: 3,
  sql: `
    ALTER TABLE heartbeat ADD COLUMN idle_ms INTEGER NOT NULL DEFAULT 0;

    CREATE TABLE price_list (
      id TEXT PRIMARY KEY,
      name TEXT NOT NULL,
      minimum_minutes INTEGER NOT NULL CHECK (minimum_minutes >= 0),
      step_minutes INTEGER NOT NULL CHECK (step_minutes >= 1),
      rate_per_hour_ore INTEGER CHECK (rate_per_hour_ore >= 0),
      overtime_permille INTEGER NOT NULL CHECK (overtime_permille >= 1000)
    ) STRICT;
    ALTER TABLE customer ADD COLUMN price_list_id TEXT REFERENCES price_list (id) ON DELETE SET NULL;

    CREATE TABLE timesheet_line_next (
      id TEXT PRIMARY KEY,
      remote_id INTEGER UNIQUE,
      ticket_id TEXT REFERENCES ticket (id),
      activity TEXT CHECK (activity IN ('meeting', 'internal', 'training', 'administration', 'travel')),
      -- A timer that ran over midnight became a line for each date.
      timer_id TEXT REFERENCES timer (id),
      origin TEXT NOT NULL CHECK (origin IN ('mine', 'colleague')),
      employee_name TEXT NOT NULL,
      date TEXT NOT NULL CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
      -- When the work was done: [{"startedAt": …, "durationMs": …}], in order; empty for a typed duration.
      intervals TEXT NOT NULL CHECK (json_valid(intervals)),
      worked_seconds INTEGER NOT NULL CHECK (worked_seconds >= 0),
      overtime_seconds INTEGER NOT NULL CHECK (overtime_seconds BETWEEN 0 AND worked_seconds),
      overtime_decision TEXT CHECK (overtime_decision IN ('confirmed', 'waived')),
      description TEXT NOT NULL,
      kind_of_work TEXT NOT NULL,
      verdict TEXT NOT NULL
        CHECK (verdict IN ('chargeable', 'included', 'always-separate', 'not-charged', 'undecided')),
      override_reason TEXT,
      override_by TEXT,
      override_at INTEGER,
      -- The part that waits here; the portal gets the rest.
      held_seconds INTEGER NOT NULL CHECK (held_seconds BETWEEN 0 AND worked_seconds),
      hold_reason TEXT CHECK (hold_reason IN ('unapproved', 'pack-empty', 'overlap')),
      -- What the portal is known to hold, as JSON; null as long as it holds nothing.
      portal_values TEXT CHECK (json_valid(portal_values)),
      -- A deleted line is kept until the portal has deleted it too, so that no pull brings it back.
      deleted_at INTEGER,
      CHECK ((ticket_id IS NULL) <> (activity IS NULL)),
      CHECK ((held_seconds = 0) = (hold_reason IS NULL)),
      CHECK ((override_reason IS NULL) = (override_at IS NULL))
    ) STRICT;
    INSERT INTO timesheet_line_next
      SELECT line.id, line.remote_id, line.ticket_id, NULL, line.timer_id, line.origin, line.employee_name, line.date,
        CASE WHEN line.started_at IS NULL OR line.worked_seconds = 0 THEN '[]'
          ELSE json_array(json_object('startedAt', line.started_at, 'durationMs', line.worked_seconds * 1000)) END,
        line.worked_seconds, 0, NULL, line.description, line.kind_of_work, line.verdict, NULL, NULL, NULL, 0, NULL,
        CASE WHEN line.remote_id IS NULL THEN NULL
          ELSE json_object('date', line.date, 'description', line.description, 'workedSeconds', line.worked_seconds,
            'ticketRemoteId', ticket.remote_id) END,
        NULL
      FROM timesheet_line AS line JOIN ticket ON ticket.id = line.ticket_id;
    DROP TABLE timesheet_line;
    ALTER TABLE timesheet_line_next RENAME TO timesheet_line;
    CREATE INDEX timesheet_line_by_ticket ON timesheet_line (ticket_id);
    CREATE INDEX timesheet_line_by_date ON timesheet_line (date);
    CREATE INDEX timesheet_line_by_timer ON timesheet_line (timer_id);

    -- A line can be created, changed and deleted on the portal one after another: several operations about one subject.
    CREATE TABLE outbox_next (
      sequence INTEGER PRIMARY KEY AUTOINCREMENT,
      id TEXT NOT NULL UNIQUE,
      kind TEXT NOT NULL,
      subject_id TEXT NOT NULL,
      operation TEXT NOT NULL CHECK (json_valid(operation)),
      depends_on TEXT REFERENCES outbox_next (id),
      state TEXT NOT NULL CHECK (state IN ('waiting', 'in-flight', 'parked', 'done')),
      attempts INTEGER NOT NULL,
      sent_at INTEGER,
      next_attempt_at INTEGER NOT NULL,
      problem TEXT,
      created_at INTEGER NOT NULL
    ) STRICT;
    INSERT INTO outbox_next SELECT sequence, id, kind, subject_id, operation, depends_on, state, attempts, sent_at,
      next_attempt_at, problem, created_at FROM outbox ORDER BY sequence;
    DROP TABLE outbox;
    ALTER TABLE outbox_next RENAME TO outbox;
    CREATE INDEX outbox_open ON outbox (state) WHERE state <> 'done';
    CREATE INDEX outbox_by_subject ON outbox (subject_id, sequence);
    -- What waits reads its subject when it is sent, so one waiting operation of a kind carries every change.
    CREATE UNIQUE INDEX outbox_waits_once ON outbox (subject_id, kind) WHERE state = 'waiting';

    -- One row: what is known of the portal itself.
    CREATE TABLE portal_facts (
      only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
      -- The project for time without a ticket, as the last sync found it.
      internal_project_remote_id INTEGER
    ) STRICT;
    INSERT INTO portal_facts VALUES (1, NULL);

    CREATE TABLE timesheet_change (
      sequence INTEGER PRIMARY KEY AUTOINCREMENT,
      kind TEXT NOT NULL,
      -- [{"lineId": …, "before": … or null, "after": … or null}]
      changes TEXT NOT NULL CHECK (json_valid(changes)),
      changed_at INTEGER NOT NULL,
      undone_at INTEGER
    ) STRICT;

    CREATE TABLE ticket_approval (
      id TEXT PRIMARY KEY,
      ticket_id TEXT NOT NULL REFERENCES ticket (id) ON DELETE CASCADE,
      origin TEXT NOT NULL CHECK (origin IN ('mine', 'colleague')),
      approved_by TEXT NOT NULL,
      approved_at INTEGER NOT NULL,
      channel TEXT NOT NULL CHECK (channel IN ('email', 'phone', 'portal', 'in-person')),
      band TEXT CHECK (band IN ('under-10', 'under-20', 'specific')),
      limit_seconds INTEGER NOT NULL CHECK (limit_seconds > 0),
      note TEXT NOT NULL,
      recorded_by TEXT NOT NULL,
      recorded_at INTEGER NOT NULL,
      withdrawn_at INTEGER
    ) STRICT;
    CREATE INDEX ticket_approval_by_ticket ON ticket_approval (ticket_id, approved_at);

    CREATE TABLE ticket_estimate (
      id TEXT PRIMARY KEY,
      ticket_id TEXT NOT NULL REFERENCES ticket (id) ON DELETE CASCADE,
      band TEXT NOT NULL CHECK (band IN ('under-10', 'over-10', 'under-20', 'over-20', 'specific')),
      -- The figure of a specific estimate.
      estimated_minutes INTEGER CHECK (estimated_minutes > 0),
      message_id TEXT REFERENCES message (id),
      made_by TEXT NOT NULL,
      made_at INTEGER NOT NULL,
      CHECK ((band = 'specific') = (estimated_minutes IS NOT NULL))
    ) STRICT;
    CREATE INDEX ticket_estimate_by_ticket ON ticket_estimate (ticket_id, made_at);

    CREATE TABLE limit_decision (
      id TEXT PRIMARY KEY,
      ticket_id TEXT NOT NULL REFERENCES ticket (id) ON DELETE CASCADE,
      limit_seconds INTEGER NOT NULL,
      decision TEXT NOT NULL CHECK (decision IN ('ask-customer', 'not-charged', 'stop')),
      decided_by TEXT NOT NULL,
      decided_at INTEGER NOT NULL,
      withdrawn_at INTEGER
    ) STRICT;
    CREATE INDEX limit_decision_by_ticket ON limit_decision (ticket_id, decided_at);

    -- Work of others, and of mine on another computer, as internal notes tell of it.
    CREATE TABLE noted_work (
      line_id TEXT PRIMARY KEY,
      ticket_id TEXT NOT NULL REFERENCES ticket (id) ON DELETE CASCADE,
      author_name TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('sent', 'held', 'removed')),
      remote_id INTEGER,
      date TEXT NOT NULL,
      intervals TEXT NOT NULL CHECK (json_valid(intervals)),
      worked_seconds INTEGER NOT NULL,
      held_seconds INTEGER NOT NULL,
      kind_of_work TEXT NOT NULL,
      verdict TEXT NOT NULL,
      overtime_decision TEXT CHECK (overtime_decision IN ('confirmed', 'waived')),
      override_reason TEXT,
      noted_at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX noted_work_by_ticket ON noted_work (ticket_id);
    CREATE INDEX noted_work_by_remote_id ON noted_work (remote_id);

    -- What colleagues were told last of a line of mine, as JSON, and in which message: told again when it has changed.
    CREATE TABLE told_line (
      line_id TEXT PRIMARY KEY,
      ticket_id TEXT NOT NULL REFERENCES ticket (id) ON DELETE CASCADE,
      note TEXT NOT NULL CHECK (json_valid(note)),
      message_id TEXT NOT NULL REFERENCES message (id)
    ) STRICT;
    CREATE INDEX told_line_by_ticket ON told_line (ticket_id);

    CREATE TABLE support_pack (
      id TEXT PRIMARY KEY,
      customer_id TEXT NOT NULL REFERENCES customer (id),
      prepaid_minutes INTEGER NOT NULL CHECK (prepaid_minutes > 0),
      -- What had been drawn already when counting began here.
      used_minutes INTEGER NOT NULL CHECK (used_minutes BETWEEN 0 AND prepaid_minutes),
      bought_on TEXT NOT NULL,
      counts_from INTEGER NOT NULL,
      note TEXT NOT NULL
    ) STRICT;
    CREATE INDEX support_pack_by_customer ON support_pack (customer_id, counts_from);

    CREATE TABLE pack_warning (
      customer_id TEXT NOT NULL REFERENCES customer (id),
      prepaid_minutes INTEGER NOT NULL,
      threshold_permille INTEGER NOT NULL,
      raised_at INTEGER NOT NULL,
      PRIMARY KEY (customer_id, threshold_permille)
    ) STRICT;
  `,
};
