import { join } from 'node:path';
import { expect, it } from 'vitest';
import { migrate, migrations } from '../../../../src/main/db/migrate';
import { openWorkbenchDatabase } from '../../../../src/main/db/open';
import { expectValue } from '../../../support/portal-bench';
import { makeFolder } from '../../../support/workbench';
import { connect, readElsewhere } from '../../../support/workbench-file';

const before = migrations.filter(({ version }) => version < 19);

const TICKET = '01a00000-0000-7000-8000-000000000001';
const LINE = '01a00000-0000-7000-8000-000000000002';
const DECISION = `INSERT INTO coverage_decision VALUES`;

it('takes what was decided about a line for a decision about that line, and lets one decision hold at a time', async () => {
  const file = join(makeFolder(), 'workbench.sqlite');
  const old = connect(file);
  old.pragma('foreign_keys = ON');
  expectValue(migrate(old, before));
  old.exec(`
    INSERT INTO ticket (id, remote_id, number, title, description_html, group_remote_id, group_name, project_remote_id,
        stage_remote_id, stage_name, resolution, priority, assignee_remote_ids, tag_remote_ids, state, is_active,
        is_assigned_to_me, escalation_kind, portal_worked_seconds, unlisted_seconds, registered_at, changed_at)
      VALUES ('${TICKET}', 42, 'S-42', 'Order', '', 1, 'Support', 1, NULL, NULL, 'open', '0', '[7]', '[]', 'working', 1, 1,
        'none', 0, 0, 1000, 5000);
    INSERT INTO timesheet_line (id, ticket_id, origin, employee_name, date, intervals, worked_seconds, overtime_seconds,
        description, kind_of_work, verdict, override_reason, override_by, override_at, held_seconds)
      VALUES ('${LINE}', '${TICKET}', 'mine', 'Maja', '2026-11-23', '[]', 60, 0, 'Hjälp', 'dns', 'not-charged',
        'Kulans', 'Maja', 7, 0);
  `);
  old.close();
  await expectValue(openWorkbenchDatabase(file)).destroy();
  expect(readElsewhere(file, 'SELECT override_reason, coverage_decision_id FROM timesheet_line')).toEqual([
    { override_reason: 'Kulans', coverage_decision_id: null },
  ]);
  const now = connect(file);
  now.exec(`${DECISION} ('a', '${TICKET}', 'dns', 'included', 'Avtalat', 'Maja', 1, 2);
    ${DECISION} ('b', '${TICKET}', 'dns', 'included', 'Avtalat', 'Maja', 1, NULL);`);
  const again = `${DECISION} ('c', '${TICKET}', 'dns', 'not-charged', 'Kulans', 'Maja', 3, NULL)`;
  expect(() => now.exec(again)).toThrow(/UNIQUE/);
  now.close();
});
