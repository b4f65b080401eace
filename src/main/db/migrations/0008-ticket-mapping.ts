import type { Migration } from '../migrate';

/** What of the portal maps to what here; the project or team of a ticket apart from where time on it is recorded. */
export const migration0008: Migration = {
  version: 8,
  sql: `
    ALTER TABLE ticket ADD COLUMN group_remote_id INTEGER NOT NULL DEFAULT 0;
    UPDATE ticket SET group_remote_id = project_remote_id;
    ALTER TABLE ticket RENAME COLUMN project_name TO group_name;

    -- What can be chosen comes with the next sync.
    ALTER TABLE portal_stage RENAME COLUMN project_remote_ids TO group_remote_ids;
    DROP TABLE portal_name;
    CREATE TABLE portal_name (
      kind TEXT NOT NULL CHECK (kind IN ('tag', 'group', 'project', 'colleague')),
      remote_id INTEGER NOT NULL,
      name TEXT NOT NULL,
      PRIMARY KEY (kind, remote_id)
    ) STRICT;

    -- As JSON; null: nobody has chosen anything.
    ALTER TABLE portal_facts ADD COLUMN ticket_mapping TEXT;
  `,
};
