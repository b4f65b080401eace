import { join } from 'node:path';
import { expect, it } from 'vitest';
import { migrate } from '../../../../src/main/db/migrate';
import { migration0001 } from '../../../../src/main/db/migrations/0001-workbench';
import { migration0002 } from '../../../../src/main/db/migrations/0002-ticket-history';
import { migration0003 } from '../../../../src/main/db/migrations/0003-timesheet';
import { migration0004 } from '../../../../src/main/db/migrations/0004-screen-dumps';
import { migration0005 } from '../../../../src/main/db/migrations/0005-sync';
import { migration0006 } from '../../../../src/main/db/migrations/0006-ticket-changes';
import { migration0007 } from '../../../../src/main/db/migrations/0007-news';
import { migration0008 } from '../../../../src/main/db/migrations/0008-ticket-mapping';
import { migration0009 } from '../../../../src/main/db/migrations/0009-local-agreements';
import { migration0010 } from '../../../../src/main/db/migrations/0010-attachments';
import { openWorkbenchDatabase } from '../../../../src/main/db/open';
import { listOpenLineConflicts } from '../../../../src/main/db/queries/line-conflicts';
import { readUndoableEntry } from '../../../../src/main/db/queries/timesheet-changes';
import { expectValue } from '../../../support/portal-bench';
import { makeFolder } from '../../../support/workbench';
import { connect } from '../../../support/workbench-file';

const before = [
  migration0001,
  migration0002,
  migration0003,
  migration0004,
  migration0005,
  migration0006,
  migration0007,
  migration0008,
  migration0009,
  migration0010,
];

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
