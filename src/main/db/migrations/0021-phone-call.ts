import type { Migration } from '../migrate';

/** The call that is being taken down. It is on disk from the moment its form opens: whatever ends the app, its words and time are kept. */
export const migration0021: Migration = {
  version: 21,
  sql: `
    CREATE TABLE phone_call (
      -- One at a time.
      id INTEGER PRIMARY KEY CHECK (id = 1),
      -- Left: its form was closed without registering; it can be opened again until the next call.
      state TEXT NOT NULL CHECK (state IN ('open', 'left')),
      -- JSON, parsed with their schemas when read. The events are those of a timer's log.
      form TEXT NOT NULL CHECK (json_valid(form)),
      events TEXT NOT NULL CHECK (json_valid(events)),
      -- The last reading at which the app was there while the time ran.
      heartbeat TEXT NOT NULL CHECK (json_valid(heartbeat)),
      -- What ran when the call began and was paused for it.
      paused_timer_id TEXT REFERENCES timer (id) ON DELETE SET NULL
    ) STRICT;

    CREATE INDEX ticket_of_customer ON ticket (customer_id, registered_at);
  `,
};
