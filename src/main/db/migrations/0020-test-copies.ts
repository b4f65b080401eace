import type { Migration } from '../migrate';

/** Test copies that were made or planned for customers. */
export const migration0020: Migration = {
  version: 20,
  sql: `
    CREATE TABLE test_copy (
      id TEXT PRIMARY KEY,
      customer_id TEXT NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
      ticket_id TEXT REFERENCES ticket (id) ON DELETE SET NULL,
      -- Stockholm date.
      date TEXT NOT NULL,
      -- Null: the customer did not cancel it.
      cancelled_on TEXT,
      is_cancelled_in_writing INTEGER CHECK (is_cancelled_in_writing IN (0, 1)),
      CHECK ((cancelled_on IS NULL) = (is_cancelled_in_writing IS NULL))
    ) STRICT;
    CREATE INDEX test_copy_by_customer ON test_copy (customer_id, date);
    CREATE INDEX test_copy_by_ticket ON test_copy (ticket_id);
  `,
};
