import { ticketLinkIdSchema } from '@core/ids';
import { expect, it } from 'vitest';
import {
  insertTicketLink,
  keepToldLink,
  listLinksOf,
  readTicketLink,
} from '../../../../src/main/db/queries/ticket-links';
import { deleteTicket } from '../../../../src/main/db/queries/tickets';
import { MONDAY_NINE } from '../../../support/hand-clock';
import { openWorkbench, type TestWorkbench } from '../../../support/workbench';
import { addTicket } from '../../../support/workbench-rows';

const told = (workbench: TestWorkbench) => ({
  id: ticketLinkIdSchema.parse(workbench.newId()),
  kind: 'part' as const,
  at: MONDAY_NINE,
  by: 'Oskar Berg',
});

it('keeps links in a file that is opened again, and loses those of a ticket that is taken back', async () => {
  const first = openWorkbench();
  const [part, main] = [await addTicket(first), await addTicket(first)];
  const link = { ...told(first), ticketId: part, mainTicketId: main, undoing: null, seenMessage: 0 };
  await insertTicketLink(first.database, link);
  const again = openWorkbench({ folder: first.folder });
  expect(await listLinksOf(again.database, [main])).toEqual([{ ...link, isWithdrawn: false }]);
  await deleteTicket(again.database, part);
  expect(await listLinksOf(again.database, [main])).toEqual([]);
});

it('knows a link once both of its tickets were told of, in either order, and believes nothing else about it', async () => {
  const workbench = openWorkbench();
  const { database } = workbench;
  const [part, main, other] = [await addTicket(workbench), await addTicket(workbench), await addTicket(workbench)];
  const note = told(workbench);
  expect(await keepToldLink(database, { ...note, side: 'main', ticketId: main })).toBe(true);
  expect(await readTicketLink(database, note.id)).toBeUndefined();
  // A ticket is no part of itself, nor a duplicate by the note of a part.
  expect(await keepToldLink(database, { ...note, side: 'other', ticketId: main })).toBe(false);
  expect(await keepToldLink(database, { ...note, kind: 'duplicate', side: 'other', ticketId: part })).toBe(false);
  expect(await keepToldLink(database, { ...note, side: 'other', ticketId: part })).toBe(true);
  expect(await keepToldLink(database, { ...note, side: 'other', ticketId: other })).toBe(false);
  expect(await keepToldLink(database, { ...note, side: 'main', ticketId: main })).toBe(true);
  expect(await listLinksOf(database, [part])).toMatchObject([{ ticketId: part, mainTicketId: main, undoing: null }]);
});
