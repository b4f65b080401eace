import { expect, it } from 'vitest';
import { readTicketDetails } from '../../../../src/main/db/queries/details';
import { noteOnTicket } from '../../../../src/main/usecases/change-details';
import { expectValue } from '../../../support/portal-bench';
import { openWorkbench } from '../../../support/workbench';
import { addTicket } from '../../../support/workbench-rows';

it('keeps what was noted in a file that is opened again, with what later versions add left at its default', async () => {
  const first = openWorkbench();
  const ticketId = await addTicket(first);
  expectValue(await noteOnTicket(first, ticketId, { details: { codePart: 'customer-code' } }));
  // As an older app wrote it: without what has come since.
  await first.database.updateTable('ticketDetails').set({ details: '{"codePart":"customer-code"}' }).execute();
  const again = openWorkbench({ folder: first.folder });
  expect(await readTicketDetails(again.database, ticketId)).toEqual({
    preferredContact: null,
    contact: null,
    codePart: 'customer-code',
    isReproducedOnStandardData: null,
    limitedAccess: [],
    odooCase: null,
  });
});
