import type { Migration } from '../migrate';

/**
 * Agreements that are written down here get dates, the terms they were signed under and where they came from. The portal
 * can be pointed at for what customers' tags mean and for prepaid hours.
 */
export const migration0013: Migration = {
  version: 13,
  sql: `
    CREATE TABLE dated_agreement (
      id TEXT PRIMARY KEY,
      customer_id TEXT NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
      kind TEXT NOT NULL CHECK (kind IN ('on-demand', 'support-pack', 'patch', 'maintenance-and-support')),
      terms TEXT NOT NULL CHECK (terms IN ('current', 'older-swedish')),
      valid_from TEXT,
      valid_until TEXT CHECK (valid_from IS NULL OR valid_until IS NULL OR valid_from <= valid_until),
      origin TEXT NOT NULL CHECK (origin IN ('typed', 'imported'))
    ) STRICT;
    -- Until now they could only be imported. The ids are random UUIDs.
    INSERT INTO dated_agreement (id, customer_id, kind, terms, origin)
    SELECT
      lower(
        hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-a' ||
        substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6))
      ),
      customer_id, kind, 'current', 'imported'
    FROM local_agreement;
    DROP TABLE local_agreement;
    ALTER TABLE dated_agreement RENAME TO local_agreement;
    CREATE INDEX local_agreement_customer ON local_agreement (customer_id);

    CREATE TABLE new_portal_name (
      kind TEXT NOT NULL CHECK (kind IN ('tag', 'group', 'project', 'colleague', 'customer-tag')),
      remote_id INTEGER NOT NULL,
      name TEXT NOT NULL,
      PRIMARY KEY (kind, remote_id)
    ) STRICT;
    INSERT INTO new_portal_name SELECT kind, remote_id, name FROM portal_name;
    DROP TABLE portal_name;
    ALTER TABLE new_portal_name RENAME TO portal_name;

    -- Null: nobody has asked the portal yet.
    ALTER TABLE portal_facts ADD COLUMN prepaid_hours TEXT CHECK (prepaid_hours IN ('readable', 'not-sold', 'not-shown'));

    -- As the portal has them: filled only while it is pointed at.
    CREATE TABLE portal_pack (
      id TEXT PRIMARY KEY,
      remote_id INTEGER NOT NULL UNIQUE,
      customer_id TEXT NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
      prepaid_minutes INTEGER NOT NULL,
      used_minutes INTEGER NOT NULL,
      bought_on TEXT NOT NULL,
      counts_from INTEGER NOT NULL,
      note TEXT NOT NULL
    ) STRICT;
    CREATE INDEX portal_pack_customer ON portal_pack (customer_id);
  `,
};
