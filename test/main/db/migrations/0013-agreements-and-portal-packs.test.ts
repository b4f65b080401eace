import { join } from 'node:path';
import { agreementIdSchema } from '@core/ids';
import { expect, it } from 'vitest';
import { migrate, migrations } from '../../../../src/main/db/migrate';
import { openWorkbenchDatabase } from '../../../../src/main/db/open';
import { listAgreementsByOrigin } from '../../../../src/main/db/queries/agreements';
import { readPortalLists } from '../../../../src/main/db/queries/portal-lists';
import { expectValue } from '../../../support/portal-bench';
import { makeFolder } from '../../../support/workbench';
import { connect } from '../../../support/workbench-file';

const before = migrations.slice(0, 12);
const CUSTOMER = '01a00000-0000-7000-8000-000000000001';

it('keeps imported agreements as such, without dates and under the terms of today, and what can be chosen', async () => {
  const file = join(makeFolder(), 'workbench.sqlite');
  const old = connect(file);
  expectValue(migrate(old, before));
  old.exec(`
    INSERT INTO customer (id, remote_id, name) VALUES ('${CUSTOMER}', 7, 'Alfa AB');
    INSERT INTO local_agreement VALUES ('${CUSTOMER}', 'patch'), ('${CUSTOMER}', 'support-pack');
    INSERT INTO portal_name VALUES ('project', 3, 'Kundsupport');
  `);
  old.close();
  const workbench = expectValue(openWorkbenchDatabase(file));
  const { local } = await listAgreementsByOrigin(workbench);
  const { projects } = await readPortalLists(workbench);
  await workbench.destroy();
  const rows = [...local.values()].flat();
  const open = { terms: 'current', validFrom: null, validUntil: null, origin: 'imported' };
  expect(rows).toMatchObject([
    { kind: 'patch', ...open },
    { kind: 'support-pack', ...open },
  ]);
  expect(new Set(rows.map(({ id }) => agreementIdSchema.parse(id))).size).toBe(2);
  expect(projects).toEqual([{ remoteId: 3, name: 'Kundsupport' }]);
});
