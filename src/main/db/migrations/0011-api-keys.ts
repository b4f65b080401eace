import type { Migration } from '../migrate';

/** What the portal tells of the API keys of its user, so that one is renewed before it expires. */
export const migration0011: Migration = {
  version: 11,
  sql: `
    -- When the portal was last asked for them; null: not since the key in use was given.
    ALTER TABLE portal_facts ADD COLUMN keys_read_at INTEGER;
    -- Their names and dates as JSON, never a key itself; null: the portal does not tell.
    ALTER TABLE portal_facts ADD COLUMN portal_keys TEXT;
    -- The one that the person says is in use.
    ALTER TABLE portal_facts ADD COLUMN chosen_key_remote_id INTEGER;
    -- The last warning that a person was told of, as JSON.
    ALTER TABLE portal_facts ADD COLUMN told_key_warning TEXT;
  `,
};
