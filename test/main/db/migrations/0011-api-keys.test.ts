import { join } from 'node:path';
import { expect, it } from 'vitest';
import { migrate, migrations } from '../../../../src/main/db/migrate';
import { openWorkbenchDatabase } from '../../../../src/main/db/open';
import { readKeysReadAt, readKnownKeys, readToldKeyWarning } from '../../../../src/main/db/queries/api-keys';
import { readUserRemoteId } from '../../../../src/main/db/queries/portal-facts';
import { expectValue } from '../../../support/portal-bench';
import { makeFolder } from '../../../support/workbench';
import { connect } from '../../../support/workbench-file';

const before = migrations.slice(0, 10);

it('knows nothing of the keys of a portal that was in use before, and keeps what it knew of it', async () => {
  const file = join(makeFolder(), 'workbench.sqlite');
  const old = connect(file);
  expectValue(migrate(old, before));
  old.exec('UPDATE portal_facts SET user_remote_id = 5');
  old.close();
  const workbench = expectValue(openWorkbenchDatabase(file));
  expect(await readKeysReadAt(workbench)).toBe(null);
  expect(await readKnownKeys(workbench)).toBe(null);
  expect(await readToldKeyWarning(workbench)).toBe(null);
  expect(await readUserRemoteId(workbench)).toBe(5);
  await workbench.destroy();
});
