import type { Migration } from '../migrate';

/** A ticket's place, from its row: what the order and the views of the queue depend on, as in `compareInQueue`. */
const placeOf = (row: 'ticket' | 'NEW') => `
  ${row}.is_assigned_to_me,
  ${row}.is_assigned_to_me = 1 OR (${row}.is_active = 1 AND ${row}.gone_at IS NULL),
  ${row}.state,
  ${row}.customer_id,
  ${row}.time_critical_category IS NOT NULL,
  CASE ${row}.escalation_kind WHEN 'accepted' THEN 0 WHEN 'requested' THEN 1 ELSE
    CASE WHEN ${row}.time_critical_category IS NULL THEN 3 ELSE 2 END
  END,
  coalesce(${row}.escalation_at, ${row}.registered_at),
  ${row}.registered_at`;

const PLACE_COLUMNS =
  'is_mine, is_with_team, state, customer_id, is_time_critical, reason_rank, in_place_since, registered_at';

/** When the last message to the customer was written, if it is ours. */
const answeredAt = (ticketId: string) => `(
  SELECT CASE WHEN is_ours = 1 THEN written_at END FROM message
  WHERE ticket_id = ${ticketId} AND is_internal_note = 0 ORDER BY written_at DESC, id DESC LIMIT 1)`;

/**
 * What the search finds these tickets by has changed: their rows of the index are written anew before the next search. `OR
 * IGNORE` would not do: what the statement that fires a trigger does about conflicts goes for the trigger too.
 */
const markStale = (isMeant: string) => `
  INSERT INTO search_stale (place_id) SELECT place_id FROM queue_place
    WHERE ${isMeant} AND place_id NOT IN (SELECT place_id FROM search_stale);`;

/** What is true of a message once it is written, whoever writes it. */
const afterMessage = (ticketId: string) => `
  UPDATE queue_place SET answered_at = ${answeredAt(ticketId)} WHERE ticket_id = ${ticketId};
  ${markStale(`ticket_id = ${ticketId}`)}`;

/**
 * The queue of a hundred thousand tickets. Each has a place: a narrow row with what order and views depend on, whose number
 * is also that of the ticket's row in the search index. Triggers keep places in step, whoever writes; which rows of the
 * index are out of step they note, because only the app knows the words in HTML. A later migration that puts another
 * table in the place of `ticket` or `message` has to make their triggers again.
 */
export const migration0015: Migration = {
  version: 15,
  sql: `
    -- Whether the firm wrote it, the user or a colleague; what is here from before is judged by name.
    ALTER TABLE message ADD COLUMN is_ours INTEGER NOT NULL DEFAULT 0 CHECK (is_ours IN (0, 1));
    UPDATE message SET is_ours = 1 WHERE message_uid LIKE '<wb-%'
      OR author_name IN (SELECT name FROM portal_name WHERE kind = 'colleague');

    CREATE TABLE queue_place (
      place_id INTEGER PRIMARY KEY,
      ticket_id TEXT NOT NULL UNIQUE REFERENCES ticket (id) ON DELETE CASCADE,
      is_mine INTEGER NOT NULL CHECK (is_mine IN (0, 1)),
      -- Mine, nobody's or a colleague's, as long as the portal shows it and its project or team is followed.
      is_with_team INTEGER NOT NULL CHECK (is_with_team IN (0, 1)),
      state TEXT NOT NULL,
      customer_id TEXT,
      is_time_critical INTEGER NOT NULL CHECK (is_time_critical IN (0, 1)),
      -- Where its reason stands among the reasons, highest first.
      reason_rank INTEGER NOT NULL,
      in_place_since INTEGER NOT NULL,
      registered_at INTEGER NOT NULL,
      -- When we last answered; null: the customer wrote after that, or we never did.
      answered_at INTEGER
    ) STRICT;
    CREATE TABLE queue_tag (
      tag_remote_id INTEGER NOT NULL,
      place_id INTEGER NOT NULL REFERENCES queue_place (place_id) ON DELETE CASCADE,
      PRIMARY KEY (tag_remote_id, place_id)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE search_stale (
      place_id INTEGER PRIMARY KEY REFERENCES queue_place (place_id) ON DELETE CASCADE
    ) STRICT;

    INSERT INTO queue_place (ticket_id, ${PLACE_COLUMNS}) SELECT id, ${placeOf('ticket')} FROM ticket ORDER BY rowid;
    UPDATE queue_place SET answered_at = ${answeredAt('queue_place.ticket_id')};
    INSERT INTO queue_tag (tag_remote_id, place_id)
      SELECT DISTINCT tag.value, place_id FROM queue_place
      JOIN ticket ON ticket.id = queue_place.ticket_id, json_each(ticket.tag_remote_ids) AS tag;
    INSERT INTO search_stale (place_id) SELECT place_id FROM queue_place;

    CREATE INDEX queue_place_of_mine ON queue_place
      (is_mine, state, reason_rank, in_place_since, registered_at, ticket_id);
    CREATE INDEX queue_place_of_team ON queue_place
      (is_with_team, state, reason_rank, in_place_since, registered_at, ticket_id);
    CREATE INDEX queue_place_in_order ON queue_place
      (reason_rank, in_place_since, registered_at, ticket_id, is_mine, is_with_team, state);
    CREATE INDEX queue_place_answered ON queue_place (answered_at, is_mine, is_with_team, state)
      WHERE answered_at IS NOT NULL;
    CREATE INDEX queue_place_of_customer ON queue_place (customer_id);
    CREATE INDEX queue_tag_of_place ON queue_tag (place_id);

    DROP TABLE ticket_search_row;
    DROP TABLE ticket_search;
    -- Holds no text of its own: that is in the tables it is made from.
    CREATE VIRTUAL TABLE ticket_search USING fts5 (
      number, title, customer, contact, reference, content, content = '', contentless_delete = 1, detail = column,
      tokenize = "unicode61 remove_diacritics 2", prefix = '1 2 3'
    );

    CREATE TRIGGER ticket_takes_place AFTER INSERT ON ticket BEGIN
      INSERT INTO queue_place (ticket_id, ${PLACE_COLUMNS}) VALUES (NEW.id, ${placeOf('NEW')});
      INSERT INTO queue_tag (tag_remote_id, place_id)
        SELECT DISTINCT tag.value, place_id FROM queue_place, json_each(NEW.tag_remote_ids) AS tag
        WHERE ticket_id = NEW.id;
      ${markStale('ticket_id = NEW.id')}
    END;
    CREATE TRIGGER ticket_changes_place AFTER UPDATE OF
      is_assigned_to_me, is_active, gone_at, state, customer_id, time_critical_category, escalation_kind, escalation_at,
      registered_at ON ticket
    WHEN (OLD.is_assigned_to_me, OLD.is_active, OLD.gone_at, OLD.state, OLD.customer_id, OLD.time_critical_category,
        OLD.escalation_kind, OLD.escalation_at, OLD.registered_at)
      IS NOT (NEW.is_assigned_to_me, NEW.is_active, NEW.gone_at, NEW.state, NEW.customer_id, NEW.time_critical_category,
        NEW.escalation_kind, NEW.escalation_at, NEW.registered_at)
    BEGIN
      UPDATE queue_place SET (${PLACE_COLUMNS}) = (SELECT ${placeOf('NEW')}) WHERE ticket_id = NEW.id;
    END;
    CREATE TRIGGER ticket_changes_tags AFTER UPDATE OF tag_remote_ids ON ticket
    WHEN OLD.tag_remote_ids IS NOT NEW.tag_remote_ids
    BEGIN
      DELETE FROM queue_tag WHERE place_id = (SELECT place_id FROM queue_place WHERE ticket_id = NEW.id);
      INSERT INTO queue_tag (tag_remote_id, place_id)
        SELECT DISTINCT tag.value, place_id FROM queue_place, json_each(NEW.tag_remote_ids) AS tag
        WHERE ticket_id = NEW.id;
    END;
    CREATE TRIGGER ticket_changes_words AFTER UPDATE OF
      number, title, description_html, customer_id, contact_name, contact_email, contact_phone ON ticket
    WHEN (OLD.number, OLD.title, OLD.description_html, OLD.customer_id, OLD.contact_name, OLD.contact_email,
        OLD.contact_phone)
      IS NOT (NEW.number, NEW.title, NEW.description_html, NEW.customer_id, NEW.contact_name, NEW.contact_email,
        NEW.contact_phone)
    BEGIN ${markStale('ticket_id = NEW.id')} END;
    CREATE TRIGGER ticket_leaves_place BEFORE DELETE ON ticket BEGIN
      DELETE FROM ticket_search WHERE rowid = (SELECT place_id FROM queue_place WHERE ticket_id = OLD.id);
    END;
    CREATE TRIGGER customer_changes_name AFTER UPDATE OF name ON customer WHEN OLD.name IS NOT NEW.name
      BEGIN ${markStale('customer_id = NEW.id')} END;
    CREATE TRIGGER message_is_written AFTER INSERT ON message BEGIN ${afterMessage('NEW.ticket_id')} END;
    CREATE TRIGGER message_is_rewritten
    AFTER UPDATE OF body_html, is_ours, is_internal_note, written_at ON message
    WHEN (OLD.body_html, OLD.is_ours, OLD.is_internal_note, OLD.written_at)
      IS NOT (NEW.body_html, NEW.is_ours, NEW.is_internal_note, NEW.written_at)
    BEGIN ${afterMessage('NEW.ticket_id')} END;
    CREATE TRIGGER message_is_taken_away AFTER DELETE ON message BEGIN ${afterMessage('OLD.ticket_id')} END;
    CREATE TRIGGER reference_is_added AFTER INSERT ON ticket_reference BEGIN ${markStale('ticket_id = NEW.ticket_id')} END;
    CREATE TRIGGER reference_is_changed AFTER UPDATE OF text ON ticket_reference
      BEGIN ${markStale('ticket_id = NEW.ticket_id')} END;
    CREATE TRIGGER reference_is_taken_away AFTER DELETE ON ticket_reference BEGIN ${markStale('ticket_id = OLD.ticket_id')} END;

    -- A named combination of view, search and filters, as JSON.
    CREATE TABLE saved_filter (
      id TEXT PRIMARY KEY,
      name TEXT NOT NULL,
      question TEXT NOT NULL CHECK (json_valid(question))
    ) STRICT;
  `,
};
