import type { Migration } from '../migrate';

/** Customers' agreements that are chosen here: a pull replaces the portal's and leaves these alone. */
export const migration0009: Migration = {
  version: 9,
  sql: `
    CREATE TABLE local_agreement (
      customer_id TEXT NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
      kind TEXT NOT NULL CHECK (kind IN ('on-demand', 'support-pack', 'patch', 'maintenance-and-support')),
      PRIMARY KEY (customer_id, kind)
    ) STRICT;
  `,
};
