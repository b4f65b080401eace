import type { Migration } from '../migrate';

/** The files on a ticket as they were last listed, and which of them are kept here. */
export const migration0010: Migration = {
  version: 10,
  sql: `
    -- When the files of a ticket were listed; no row: never.
    CREATE TABLE attachment_list (
      ticket_id TEXT PRIMARY KEY REFERENCES ticket (id) ON DELETE CASCADE,
      read_at INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE attachment (
      remote_id INTEGER PRIMARY KEY,
      ticket_id TEXT NOT NULL REFERENCES ticket (id) ON DELETE CASCADE,
      file_name TEXT NOT NULL,
      mime_type TEXT NOT NULL,
      size_bytes INTEGER NOT NULL,
      -- Changes with the content; null where the portal tells none.
      checksum TEXT,
      created_at INTEGER NOT NULL,
      uploader_name TEXT NOT NULL,
      -- The sha256 of its content, which is the name of a file here; null: it was not downloaded.
      content_hash TEXT,
      -- When it was no longer on the portal. Only what was downloaded stays.
      gone_at INTEGER,
      CHECK (gone_at IS NULL OR content_hash IS NOT NULL)
    ) STRICT;
    CREATE INDEX attachment_by_ticket ON attachment (ticket_id);
  `,
};
