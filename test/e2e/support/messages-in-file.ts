import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import Database from 'better-sqlite3';

/** A message as a portal could have sent it. */
export interface GivenMessage {
  readonly html: string;
  readonly author?: string;
  readonly isNote?: boolean;
  readonly minutesAgo?: number;
}

/**
 * Puts messages on a ticket in the file of a running app, as no portal would let them through: what a portal sanitises is its
 * own affair.
 */
export function putMessages(folder: string, ticketTitle: string, messages: readonly GivenMessage[]): void {
  const database = new Database(join(folder, 'user-data', 'portals', 'practice', 'workbench.sqlite'));
  try {
    const insert = database.prepare(
      `INSERT INTO message (id, remote_id, message_uid, ticket_id, author_name, is_internal_note, body_html, written_at)
       SELECT ?, ?, NULL, id, ?, ?, ?, ? FROM ticket WHERE title = ?`,
    );
    for (const [index, { html, author = 'Anna Ek', isNote = false, minutesAgo = 0 }] of messages.entries()) {
      const writtenAt = Date.now() - minutesAgo * 60_000;
      insert.run(randomUUID(), 900_000 + index, author, isNote ? 1 : 0, html, writtenAt, ticketTitle);
    }
  } finally {
    database.close();
  }
}
