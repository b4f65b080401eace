import type { Migration } from '../migrate';

/**
 * Screen dumps whose address says where it came from, whose original can be shredded, and that stand as numbered steps in
 * one message; what an address in a picture says about its ticket.
 */
export const migration0004: Migration = {
  version: 4,
  sql: `
    -- From where the address was taken; null while there is none, and for those kept before this was known.
    ALTER TABLE screenshot ADD COLUMN address_source TEXT
      CHECK (address_source IN ('companion', 'clipboard', 'picture', 'typed'));
    -- When the original was destroyed at somebody's wish. Its hash stays; its file is gone.
    ALTER TABLE screenshot ADD COLUMN original_shredded_at INTEGER;
    -- What is written under the picture where it is one step of several.
    ALTER TABLE screenshot ADD COLUMN caption TEXT NOT NULL DEFAULT '';
    -- Its place among the steps of its ticket, and then of its message, from 1; null: it is no step.
    ALTER TABLE screenshot ADD COLUMN step_position INTEGER CHECK (step_position >= 1);
    -- The words that are to go with the picture and who may read them, until they are sent as a message.
    ALTER TABLE screenshot ADD COLUMN draft_text TEXT NOT NULL DEFAULT '';
    ALTER TABLE screenshot ADD COLUMN draft_is_internal_note INTEGER NOT NULL DEFAULT 1
      CHECK (draft_is_internal_note IN (0, 1));
    CREATE INDEX screenshot_unfiled ON screenshot (taken_at) WHERE ticket_id IS NULL;

    -- Records in Odoo that the addresses of a ticket's screen dumps name.
    CREATE TABLE ticket_reference (
      ticket_id TEXT NOT NULL REFERENCES ticket (id),
      -- As it is shown: S00042 where it is known, otherwise made of model and id.
      text TEXT NOT NULL,
      model TEXT,
      record_id INTEGER CHECK (record_id >= 1),
      screenshot_id TEXT REFERENCES screenshot (id) ON DELETE SET NULL,
      added_at INTEGER NOT NULL,
      PRIMARY KEY (ticket_id, text)
    ) STRICT;

    -- The three answers of "steps to reproduce". Source: 000, "Help us help you faster".
    CREATE TABLE ticket_steps (
      ticket_id TEXT PRIMARY KEY REFERENCES ticket (id),
      done TEXT NOT NULL DEFAULT '',
      happened TEXT NOT NULL DEFAULT '',
      expected TEXT NOT NULL DEFAULT ''
    ) STRICT;
  `,
};
