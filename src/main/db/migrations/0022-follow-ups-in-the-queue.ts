import type { Migration } from '../migrate';

/** The day on which a ticket is to be looked at again, as in `handledBy`: of the follow-ups that stand, the latest. */
const followUpOn = (ticketId: string) => `(
  SELECT json_extract(handling, '$.on') FROM ticket_event
  WHERE ticket_id = ${ticketId} AND withdrawn_at IS NULL AND json_extract(handling, '$.kind') = 'follow-up'
  ORDER BY at DESC, id DESC LIMIT 1)`;

const follow = (row: 'NEW' | 'OLD') =>
  `UPDATE queue_place SET follow_up_on = ${followUpOn(`${row}.ticket_id`)} WHERE ticket_id = ${row}.ticket_id;`;

/**
 * A ticket's place knows when it is to be looked at again, so that the working view finds those that are due among a hundred
 * thousand. Triggers keep it in step, whoever writes.
 */
export const migration0022: Migration = {
  version: 22,
  sql: `
    -- A Stockholm date; null: none is set.
    ALTER TABLE queue_place ADD COLUMN follow_up_on TEXT;
    UPDATE queue_place SET follow_up_on = ${followUpOn('queue_place.ticket_id')}
      WHERE ticket_id IN (SELECT ticket_id FROM ticket_event);
    CREATE INDEX queue_place_followed_up ON queue_place (follow_up_on, state, is_mine, is_with_team)
      WHERE follow_up_on IS NOT NULL;

    CREATE TRIGGER follow_up_is_set AFTER INSERT ON ticket_event
      WHEN json_extract(NEW.handling, '$.kind') = 'follow-up' BEGIN ${follow('NEW')} END;
    CREATE TRIGGER follow_up_is_changed AFTER UPDATE OF withdrawn_at, handling, at ON ticket_event
      WHEN json_extract(NEW.handling, '$.kind') = 'follow-up' BEGIN ${follow('NEW')} END;
    CREATE TRIGGER follow_up_is_taken_away AFTER DELETE ON ticket_event
      WHEN json_extract(OLD.handling, '$.kind') = 'follow-up' BEGIN ${follow('OLD')} END;
  `,
};
