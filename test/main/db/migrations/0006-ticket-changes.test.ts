import { join } from 'node:path';
import { expect, it } from 'vitest';
import { migrate, migrations } from '../../../../src/main/db/migrate';
import { openWorkbenchDatabase } from '../../../../src/main/db/open';
import { readTicketByRemoteId } from '../../../../src/main/db/queries/tickets';
import { listLinesOfTicket } from '../../../../src/main/db/queries/timesheet-lines';
import { expectFailure, expectValue } from '../../../support/portal-bench';
import { makeFolder } from '../../../support/workbench';
import { connect, readElsewhere } from '../../../support/workbench-file';

const TICKET = '01a00000-0000-7000-8000-000000000001';
const LINE = '01a00000-0000-7000-8000-000000000002';
const before = migrations.slice(0, 5);

function makeOldFile(): string {
  const file = join(makeFolder(), 'workbench.sqlite');
  const database = connect(file);
  database.pragma('foreign_keys = ON');
  expectValue(migrate(database, before));
  database.exec(`
    INSERT INTO ticket VALUES ('${TICKET}', 42, 'S-42', 'Order', '<p>Fel</p>', NULL, 1, 'Support', 'Ny', 'working', 1,
      'customer-order', 'accepted', 7, 5400, 60, 1, 2, 3);
    INSERT INTO ticket_without_history VALUES ('${TICKET}');
    INSERT INTO four_hour_warning VALUES ('${TICKET}', 14400, 750, 5);
    INSERT INTO timesheet_line (id, remote_id, ticket_id, origin, employee_name, date, intervals, worked_seconds,
      overtime_seconds, description, kind_of_work, verdict, held_seconds)
      VALUES ('${LINE}', 7, '${TICKET}', 'colleague', 'Oskar', '2026-11-23', '[]', 1320, 0, 'Test',
        'general-user-support', 'chargeable', 0);
    INSERT INTO sync_cursor VALUES ('ticket', 42), ('message', 43);
  `);
  database.close();
  return file;
}

it('keeps tickets with everything that hangs on them, and lets them be brought once more', async () => {
  const file = makeOldFile();
  const workbench = expectValue(openWorkbenchDatabase(file));
  const ticket = await readTicketByRemoteId(workbench, 42);
  expect(ticket).toMatchObject({
    id: TICKET,
    title: 'Order',
    descriptionHtml: '<p>Fel</p>',
    stageName: 'Ny',
    state: 'working',
    isAssignedToMe: 1,
    escalationKind: 'accepted',
    escalationAt: 7,
    portalWorkedSeconds: 5400,
    unlistedSeconds: 60,
    registeredAt: 1,
    changedAt: 2,
    goneAt: 3,
    portalFields: null,
  });
  expect((await listLinesOfTicket(workbench, ticket?.id ?? expect.fail())).map(({ id }) => id)).toEqual([LINE]);
  expect(await workbench.selectFrom('fourHourWarning').selectAll().execute()).toHaveLength(1);
  expect(await workbench.selectFrom('ticketWithoutHistory').selectAll().execute()).toHaveLength(1);
  expect(await workbench.selectFrom('syncCursor').select('model').execute()).toEqual([{ model: 'message' }]);
  // Enforced again afterwards: the line still hangs on its ticket.
  await expect(
    workbench
      .deleteFrom('ticket')
      .where('id', '=', ticket?.id ?? expect.fail())
      .execute(),
  ).rejects.toThrow('FOREIGN KEY');
  await workbench.destroy();
});

it('leaves a file as it was whose tables do not fit together', () => {
  const file = makeOldFile();
  const database = connect(file);
  database.pragma('foreign_keys = OFF');
  database.exec(`INSERT INTO ticket_without_history VALUES ('01a00000-0000-7000-8000-000000000009')`);
  database.close();
  expect(expectFailure(openWorkbenchDatabase(file))).toMatchObject({ kind: 'step-failed', version: 6 });
  expect(readElsewhere(file, 'PRAGMA user_version')).toEqual([{ user_version: 5 }]);
  expect(readElsewhere(file, 'SELECT remote_id FROM ticket')).toEqual([{ remote_id: 42 }]);
});
