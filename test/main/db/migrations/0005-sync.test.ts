import { join } from 'node:path';
import { expect, it } from 'vitest';
import { migrate } from '../../../../src/main/db/migrate';
import { migration0001 } from '../../../../src/main/db/migrations/0001-workbench';
import { migration0002 } from '../../../../src/main/db/migrations/0002-ticket-history';
import { migration0003 } from '../../../../src/main/db/migrations/0003-timesheet';
import { migration0004 } from '../../../../src/main/db/migrations/0004-screen-dumps';
import { openWorkbenchDatabase } from '../../../../src/main/db/open';
import { readTicketByRemoteId } from '../../../../src/main/db/queries/tickets';
import { expectValue } from '../../../support/portal-bench';
import { makeFolder } from '../../../support/workbench';
import { connect, readElsewhere } from '../../../support/workbench-file';

const TICKET = '01a00000-0000-7000-8000-000000000001';

it('keeps a ticket from before, which the portal still shows', async () => {
  const file = join(makeFolder(), 'workbench.sqlite');
  const database = connect(file);
  expectValue(migrate(database, [migration0001, migration0002, migration0003, migration0004]));
  database.exec(`
    INSERT INTO ticket VALUES ('${TICKET}', 42, 'S-42', 'Order', '', NULL, 1, 'Support', NULL, 'working', 1, NULL,
      'none', NULL, 0, 0, 1, 1);
    INSERT INTO ticket_search (ticket_id, number, title, customer, content)
      VALUES ('${TICKET}', 'S-42', 'Order', 'Exempel AB', 'kassan');
  `);
  database.close();

  const workbench = expectValue(openWorkbenchDatabase(file));
  const ticket = await readTicketByRemoteId(workbench, 42);
  if (ticket === undefined) throw new Error('The ticket is not here.');
  expect(ticket.goneAt).toBeNull();
  expect(readElsewhere(file, 'SELECT swept_at FROM portal_facts')).toEqual([{ swept_at: null }]);
  await workbench.destroy();
});
