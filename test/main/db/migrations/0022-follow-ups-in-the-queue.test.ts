import { join } from 'node:path';
import { expect, it } from 'vitest';
import { migration0022 } from '../../../../src/main/db/migrations/0022-follow-ups-in-the-queue';
import { updateTicket } from '../../../../src/main/db/queries/tickets';
import { handleTicket } from '../../../../src/main/usecases/handle-ticket';
import { expectValue } from '../../../support/portal-bench';
import { queueOf } from '../../../support/queue';
import { openWorkbench } from '../../../support/workbench';
import { connect } from '../../../support/workbench-file';
import { addTicket } from '../../../support/workbench-rows';

it('knows the follow-ups that were set before it', async () => {
  const first = openWorkbench();
  const ticketId = await addTicket(first);
  await updateTicket(first.database, ticketId, { state: 'waiting-for-customer' });
  for (const on of ['2026-12-24', '2026-11-20']) {
    expectValue(await handleTicket(first, { ticketId, handling: { kind: 'follow-up', on } }));
    first.clock.pass(1);
  }
  await first.database.destroy();
  const older = connect(join(first.folder, 'workbench.sqlite'));
  older.exec(`DROP TRIGGER follow_up_is_set; DROP TRIGGER follow_up_is_changed; DROP TRIGGER follow_up_is_taken_away;
    DROP INDEX queue_place_followed_up; ALTER TABLE queue_place DROP COLUMN follow_up_on;
    PRAGMA user_version = ${migration0022.version - 1};`);
  older.close();
  const again = openWorkbench({ folder: first.folder, clock: first.clock });
  const { rows } = await queueOf(again, { view: 'working' });
  expect(rows.map(({ id }) => id)).toEqual([ticketId]);
});
