import { join } from 'node:path';
import { expect, it } from 'vitest';
import { migrate, migrations } from '../../../../src/main/db/migrate';
import { openWorkbenchDatabase } from '../../../../src/main/db/open';
import { readNewsSince } from '../../../../src/main/db/queries/portal-facts';
import { expectValue } from '../../../support/portal-bench';
import { makeFolder } from '../../../support/workbench';
import { connect } from '../../../support/workbench-file';

const before = migrations.slice(0, 6);

/** A file of the version before, that has synced or not; answers since when what comes to it is news. */
async function newsSinceAfterUpgrade(statement: string): Promise<number | null> {
  const file = join(makeFolder(), 'workbench.sqlite');
  const old = connect(file);
  expectValue(migrate(old, before));
  old.exec(statement);
  old.close();
  const workbench = expectValue(openWorkbenchDatabase(file));
  const since = await readNewsSince(workbench);
  await workbench.destroy();
  return since;
}

it('takes everything for known that a portal had brought by then, and its next sync for an ordinary one', async () => {
  const startedAt = Math.floor(Date.now() / 1000) * 1000;
  const since = await newsSinceAfterUpgrade(`INSERT INTO sync_cursor VALUES ('message', 43)`);
  expect(since).toBeGreaterThanOrEqual(startedAt);
  expect(since).toBeLessThanOrEqual(Date.now());
});

it('takes the first sync of a portal that has brought nothing for the first still', async () => {
  expect(await newsSinceAfterUpgrade('SELECT 1')).toBe(null);
});
