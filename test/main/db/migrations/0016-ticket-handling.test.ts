import { join } from 'node:path';
import { expect, it } from 'vitest';
import { migrate, migrations } from '../../../../src/main/db/migrate';
import { openWorkbenchDatabase } from '../../../../src/main/db/open';
import { expectValue } from '../../../support/portal-bench';
import { makeFolder } from '../../../support/workbench';
import { connect, readElsewhere } from '../../../support/workbench-file';

const before = migrations.slice(0, 15);

const TICKET = '01a00000-0000-7000-8000-000000000001';

it('says of the tickets that are here where they are and by when, and invents no time', async () => {
  const file = join(makeFolder(), 'workbench.sqlite');
  const old = connect(file);
  old.pragma('foreign_keys = ON');
  expectValue(migrate(old, before));
  old.exec(`
    INSERT INTO portal_stage VALUES (4, 'Löst', 1, 3, '[]');
    INSERT INTO ticket (id, remote_id, number, title, description_html, group_remote_id, group_name, project_remote_id,
        stage_remote_id, stage_name, resolution, priority, assignee_remote_ids, tag_remote_ids, state, is_active,
        is_assigned_to_me, escalation_kind, portal_worked_seconds, unlisted_seconds, registered_at, changed_at)
      VALUES ('${TICKET}', 42, 'S-42', 'Order', '', 1, 'Support', 1, 4, 'Löst', 'open', '0', '[7]', '[]', 'solved', 1, 1,
        'none', 0, 0, 1000, 5000);
    INSERT INTO news VALUES ('01a00000-0000-7000-8000-000000000002', '${TICKET}', 'reply', '7', 1, 2, NULL);
  `);
  old.close();
  await expectValue(openWorkbenchDatabase(file)).destroy();
  const rows = readElsewhere(
    file,
    `SELECT kind, at, known_at, stage_remote_id, stage_name, is_folded, resolution, is_assigned
     FROM ticket_state_change ORDER BY sequence`,
  );
  expect(readElsewhere(file, 'SELECT kind, subject, told_at, opened_at FROM news')).toEqual([
    { kind: 'reply', subject: '7', told_at: 2, opened_at: null },
  ]);
  expect(rows).toEqual([
    {
      kind: 'stage',
      at: null,
      known_at: 5000,
      stage_remote_id: 4,
      stage_name: 'Löst',
      is_folded: 1,
      resolution: 'open',
      is_assigned: null,
    },
    {
      kind: 'assignment',
      at: null,
      known_at: 5000,
      stage_remote_id: null,
      stage_name: null,
      is_folded: null,
      resolution: null,
      is_assigned: 1,
    },
  ]);
});
