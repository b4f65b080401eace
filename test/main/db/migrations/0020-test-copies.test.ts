import { testCopyIdSchema } from '@core/ids';
import { expect, it } from 'vitest';
import { listTestCopies } from '../../../../src/main/db/queries/test-copies';
import { readTicket } from '../../../../src/main/db/queries/tickets';
import { writeTestCopy } from '../../../../src/main/usecases/change-test-copies';
import { expectValue } from '../../../support/portal-bench';
import { openWorkbench } from '../../../support/workbench';
import { connect } from '../../../support/workbench-file';
import { addTicket } from '../../../support/workbench-rows';

it('keeps test copies in a file that is opened again, and none that is cancelled in half', async () => {
  const first = openWorkbench();
  const ticketId = await addTicket(first);
  const customerId = (await readTicket(first.database, ticketId))?.customerId;
  if (!customerId) throw new Error('no customer');
  const copy = { customerId, ticketId, date: '2026-11-23', cancelled: { on: '2026-11-01', isInWriting: true } };
  const { testCopyId: id } = expectValue(await writeTestCopy(first, { id: null, ...copy }));
  const again = openWorkbench({ folder: first.folder });
  expect(await listTestCopies(again.database, customerId)).toEqual([{ id: testCopyIdSchema.parse(id), ...copy }]);
  const file = connect(first.file);
  const half = 'UPDATE test_copy SET is_cancelled_in_writing = NULL';
  expect(() => file.exec(half)).toThrow(/CHECK/);
  file.close();
});
