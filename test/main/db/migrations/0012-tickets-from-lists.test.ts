import { join } from 'node:path';
import { expect, it } from 'vitest';
import { migrate, migrations } from '../../../../src/main/db/migrate';
import { openWorkbenchDatabase } from '../../../../src/main/db/open';
import { readHasPortal } from '../../../../src/main/db/queries/portal-facts';
import { expectValue } from '../../../support/portal-bench';
import { makeFolder } from '../../../support/workbench';
import { connect, readEverything } from '../../../support/workbench-file';

const before = migrations.slice(0, 11);

/** What refers to a customer, each with something in it. */
const REFERRING = [
  'customer',
  'customer_agreement',
  'local_agreement',
  'ticket',
  'support_pack',
  'pack_warning',
  'price_list',
];

it('keeps customers with everything that is known of them, and takes the file for one with a portal', async () => {
  const file = join(makeFolder(), 'workbench.sqlite');
  const old = connect(file);
  expectValue(migrate(old, before));
  old.exec(`
    INSERT INTO price_list (id, name, minimum_minutes, step_minutes, rate_per_hour_ore, overtime_permille)
      VALUES ('p', 'Guld', 30, 15, 125000, 1500);
    INSERT INTO customer VALUES ('a', 7, 'Alfa AB', 'alfa@example.com', '08-1', 'sv_SE', 'p');
    INSERT INTO customer_agreement VALUES ('a', 'patch');
    INSERT INTO local_agreement VALUES ('a', 'on-demand');
    INSERT INTO support_pack VALUES ('s', 'a', 1500, 0, '2026-11-01', 0, '');
    INSERT INTO pack_warning VALUES ('a', 1500, 800, 0);
    INSERT INTO ticket (id, remote_id, number, title, description_html, customer_id, project_remote_id, group_name,
      resolution, priority, assignee_remote_ids, tag_remote_ids, state, is_active, is_assigned_to_me, escalation_kind,
      portal_worked_seconds, unlisted_seconds, registered_at, changed_at)
      VALUES ('t', 1, 'S-1', 'Faktura', '', 'a', 1, 'Kundsupport', 'open', '0', '[]', '[]', 'working', 1, 1, 'none', 0, 0, 0, 0);
  `);
  const known = readEverything(file);
  expectValue(migrate(old, migrations.slice(0, 12)));
  old.close();
  const after = readEverything(file);
  for (const table of REFERRING) {
    expect(known[table]).toHaveLength(1);
    expect(after[table]).toEqual(known[table]);
  }
  const database = expectValue(openWorkbenchDatabase(file));
  expect(await readHasPortal(database)).toBe(true);
  await database.destroy();
  // Two customers without an id on a portal are two.
  const now = connect(file);
  now.exec(`INSERT INTO customer (id, name) VALUES ('b', 'Beta AB'), ('c', 'Gamma AB')`);
  // A price list that goes leaves its customers, as before.
  now.exec(`PRAGMA foreign_keys = ON; DELETE FROM price_list`);
  expect(readEverything(file)['customer']).toMatchObject([
    { price_list_id: null },
    { remote_id: null },
    { remote_id: null },
  ]);
  expect(() => now.exec(`INSERT INTO ticket SELECT * FROM ticket`)).toThrow('UNIQUE');
  expect(() => now.exec(`UPDATE ticket SET customer_id = 'nobody'`)).toThrow('FOREIGN KEY');
});
