import { customerIdSchema, messageIdSchema, type TicketId } from '@core/ids';
import { instantFromEpochMs } from '@core/time/instant';
import { describe, expect, it } from 'vitest';
import { upsertCustomer } from '../../../src/main/db/queries/customers';
import { deleteMessage, insertMessage } from '../../../src/main/db/queries/messages';
import { deleteTicket, updateTicket } from '../../../src/main/db/queries/tickets';
import { type Asked, queueOf } from '../../support/queue';
import { openWorkbench, type TestWorkbench } from '../../support/workbench';
import { addTicket } from '../../support/workbench-rows';

async function write(
  workbench: TestWorkbench,
  ticketId: TicketId,
  {
    text,
    at = 1,
    isOurs = 0 as 0 | 1,
    isInternalNote = 0 as 0 | 1,
  }: {
    text: string;
    at?: number;
    isOurs?: 0 | 1;
    isInternalNote?: 0 | 1;
  },
) {
  const id = messageIdSchema.parse(workbench.newId());
  await insertMessage(workbench.database, {
    id,
    remoteId: null,
    messageUid: null,
    ticketId,
    authorName: 'Anna',
    isInternalNote,
    isOurs,
    bodyHtml: `<p>${text}</p>`,
    writtenAt: instantFromEpochMs(at),
  });
  return id;
}

const found = async (workbench: TestWorkbench, search: string, more: Asked = {}) =>
  (await queueOf(workbench, { search, ...more })).rows.map(({ id }) => id);

describe('the search', () => {
  it('finds a ticket by everything that is written on it, and says where', async () => {
    const workbench = openWorkbench();
    const { database } = workbench;
    const id = await addTicket(workbench);
    await updateTicket(database, id, {
      number: 'S-4711',
      title: 'Ordern bekräftas inte',
      descriptionHtml: '<p>Skrivaren <b>blinkar</b></p>',
      contactName: 'Åsa Öberg',
      contactEmail: 'asa@exempel.se',
    });
    await database
      .insertInto('ticketReference')
      .values({
        ticketId: id,
        text: 'INV/2026/00042',
        model: null,
        recordId: null,
        screenshotId: null,
        addedAt: instantFromEpochMs(1),
      })
      .execute();
    const messageId = await write(workbench, id, { text: 'Kortterminalen svarar inte' });
    const excerptOf = async (search: string) => {
      const { rows } = await queueOf(workbench, { search });
      return rows.map(({ excerpt }) => excerpt?.where ?? 'row');
    };
    for (const [search, where] of [
      ['4711', 'row'],
      ['order bekra', 'row'],
      ['kund', 'row'],
      ['blink', 'description'],
      ['asa oberg', 'contact'],
      ['00042', 'reference'],
      ['kortterm', 'message'],
      ['ordern kortterm', 'message'],
    ] as const) {
      expect([search, await excerptOf(search)]).toEqual([search, [where]]);
    }
    expect(await excerptOf('ordern saknas')).toEqual([]);
    expect(await excerptOf('*" -')).toEqual([]);
    await deleteMessage(database, messageId);
    expect(await excerptOf('kortterm')).toEqual([]);
  });

  it('knows a customer by the new name at once, and forgets a ticket that is taken away', async () => {
    const workbench = openWorkbench();
    const id = await addTicket(workbench);
    const customer = { id: customerIdSchema.parse(workbench.newId()), remoteId: 1, name: 'Fabrikam' };
    await upsertCustomer(
      workbench.database,
      { ...customer, email: null, phone: null, language: null, priceListId: null },
      [],
    );
    expect(await found(workbench, 'fabrikam')).toEqual([id]);
    expect(await found(workbench, 'kund')).toEqual([]);
    await deleteTicket(workbench.database, id);
    expect(await found(workbench, 'fabrikam')).toEqual([]);
  });

  it('shows first what is found by number, title or customer, each part in the order of the queue', async () => {
    const workbench = openWorkbench();
    const [inText, inTitle, escalated] = [
      await addTicket(workbench),
      await addTicket(workbench),
      await addTicket(workbench),
    ];
    await write(workbench, inText, { text: 'moms' });
    await updateTicket(workbench.database, inTitle, { title: 'Moms saknas' });
    await updateTicket(workbench.database, escalated, {
      descriptionHtml: '<p>moms</p>',
      escalationKind: 'accepted',
      escalationAt: instantFromEpochMs(1),
    });
    expect(await found(workbench, 'moms')).toEqual([inTitle, escalated, inText]);
  });
});

describe('tickets without an answer', () => {
  const DAY = 86_400_000;

  it('are those whose last message to the customer is ours and seven days old', async () => {
    const workbench = openWorkbench();
    const now = workbench.clock.read().wall;
    const [old, recent, answered, solved, never] = [
      await addTicket(workbench),
      await addTicket(workbench),
      await addTicket(workbench),
      await addTicket(workbench),
      await addTicket(workbench),
    ];
    const ours = (id: TicketId, days: number) => write(workbench, id, { text: 'Hej', at: now - days * DAY, isOurs: 1 });
    await ours(old, 7);
    await write(workbench, old, { text: 'Logg', at: now, isInternalNote: 1 });
    await ours(recent, 6.9);
    await ours(answered, 9);
    await write(workbench, answered, { text: 'Tack', at: now - DAY });
    await ours(solved, 9);
    await updateTicket(workbench.database, solved, { state: 'solved' });
    await write(workbench, never, { text: 'Hjälp', at: now - 9 * DAY });
    const { rows, count } = await queueOf(workbench, { view: 'unanswered' });
    expect(rows.map(({ id, answeredAt }) => [id, answeredAt])).toEqual([[old, now - 7 * DAY]]);
    expect(count).toBe(1);
  });
});
