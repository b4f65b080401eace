import { join } from 'node:path';
import { expect, it } from 'vitest';
import { migrate, migrations } from '../../../../src/main/db/migrate';
import { openWorkbenchDatabase } from '../../../../src/main/db/open';
import { bringWholeIndexInStep } from '../../../../src/main/usecases/search-tickets';
import { expectValue } from '../../../support/portal-bench';
import { makeFolder } from '../../../support/workbench';
import { connect, readElsewhere } from '../../../support/workbench-file';

const before = migrations.slice(0, 14);
const TICKET = '01a00000-0000-7000-8000-000000000001';
const OTHER = '01a00000-0000-7000-8000-000000000002';
const CUSTOMER = '01a00000-0000-7000-8000-000000000003';

function makeOldFile(): string {
  const file = join(makeFolder(), 'workbench.sqlite');
  const database = connect(file);
  expectValue(migrate(database, before));
  const ticket = (id: string, remoteId: number, more: string) => `
    INSERT INTO ticket (id, remote_id, number, title, description_html, customer_id, project_remote_id, group_name,
      resolution, priority, assignee_remote_ids, tag_remote_ids, state, is_active, is_assigned_to_me, escalation_kind,
      escalation_at, portal_worked_seconds, unlisted_seconds, registered_at, changed_at)
    VALUES ('${id}', ${remoteId}, 'S-${remoteId}', 'Order', '<p>Kassan</p>', '${CUSTOMER}', 1, 'Support', 'open', '0',
      '[]', ${more}, 0, 0, 5, 5);`;
  database.exec(`
    INSERT INTO customer (id, remote_id, name) VALUES ('${CUSTOMER}', 9, 'Exempel AB');
    ${ticket(TICKET, 42, `'[3, 4]', 'working', 1, 1, 'accepted', 7`)}
    ${ticket(OTHER, 43, `'[]', 'solved', 1, 0, 'none', NULL`)}
    INSERT INTO ticket_search (ticket_id, number, title, customer, content)
      VALUES ('${TICKET}', 'S-42', 'Order', 'Exempel AB', 'Kassan');
    INSERT INTO portal_name VALUES ('colleague', 5, 'Oskar Bergström');
    INSERT INTO message (id, ticket_id, author_name, is_internal_note, body_html, written_at) VALUES
      ('01a00000-0000-7000-8000-000000000011', '${TICKET}', 'Anna', 0, '<p>Hej</p>', 10),
      ('01a00000-0000-7000-8000-000000000012', '${TICKET}', 'Oskar Bergström', 0, '<p>Skrivaren</p>', 20),
      ('01a00000-0000-7000-8000-000000000013', '${TICKET}', 'Anna', 1, '<p>Logg</p>', 30);
  `);
  database.close();
  return file;
}

it('gives every ticket of an older file its place, and lets all of them be indexed anew', async () => {
  const file = makeOldFile();
  const workbench = expectValue(openWorkbenchDatabase(file));
  expect(readElsewhere(file, 'SELECT * FROM queue_place ORDER BY place_id')).toEqual([
    {
      place_id: 1,
      ticket_id: TICKET,
      is_mine: 1,
      is_with_team: 1,
      state: 'working',
      customer_id: CUSTOMER,
      is_time_critical: 0,
      reason_rank: 0,
      in_place_since: 7,
      registered_at: 5,
      answered_at: 20,
      follow_up_on: null,
    },
    expect.objectContaining({ place_id: 2, ticket_id: OTHER, is_mine: 0, is_with_team: 1, reason_rank: 3 }),
  ]);
  expect(readElsewhere(file, 'SELECT tag_remote_id, place_id FROM queue_tag')).toEqual([
    { tag_remote_id: 3, place_id: 1 },
    { tag_remote_id: 4, place_id: 1 },
  ]);
  const found = (word: string) =>
    readElsewhere(file, `SELECT rowid FROM ticket_search WHERE ticket_search MATCH '${word}' ORDER BY rowid`);
  expect(found('kassan')).toEqual([]);
  await bringWholeIndexInStep(workbench, new AbortController().signal);
  expect(found('kassan')).toEqual([{ rowid: 1 }, { rowid: 2 }]);
  expect(found('skrivaren')).toEqual([{ rowid: 1 }]);
  await workbench.destroy();
});
