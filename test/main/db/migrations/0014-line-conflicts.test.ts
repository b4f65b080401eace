import { join } from 'node:path';
import { expect, it } from 'vitest';
import { migrate, migrations } from '../../../../src/main/db/migrate';
import { openWorkbenchDatabase } from '../../../../src/main/db/open';
import { listOpenLineConflicts } from '../../../../src/main/db/queries/line-conflicts';
import { readUndoableEntry } from '../../../../src/main/db/queries/timesheet-changes';
import { expectValue } from '../../../support/portal-bench';
import { makeFolder } from '../../../support/workbench';
import { connect } from '../../../support/workbench-file';

const before = migrations.slice(0, 13);

it('keeps the steps that can be undone, none of which decides a conflict', async () => {
  const file = join(makeFolder(), 'workbench.sqlite');
  const old = connect(file);
  expectValue(migrate(old, before));
  old.exec(`INSERT INTO timesheet_change (kind, changes, changed_at) VALUES ('edit', '[]', 43)`);
  old.close();
  const workbench = expectValue(openWorkbenchDatabase(file));
  expect(await readUndoableEntry(workbench)).toMatchObject({ kind: 'edit', changes: [], conflictId: null });
  expect(await listOpenLineConflicts(workbench)).toEqual([]);
  await workbench.destroy();
});
