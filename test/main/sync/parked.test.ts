import { operationIdSchema } from '@core/ids';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { unpark } from '../../../src/main/db/queries/outbox';
import { describeLine } from '../../../src/main/usecases/describe-line';
import { odooErrorFault } from '../../support/fault';
import { MINUTE } from '../../support/hand-clock';
import { callPortal, portalOf } from '../../support/portal-bench';
import {
  attachmentsOnPortal,
  type BothTicket,
  linesOnPortal,
  messagesOnPortal,
  pushFrom,
  type SyncBench,
  startWithTickets,
} from '../../support/sync-bench';
import { fileScreenshot, write } from '../../support/workbench-acts';
import { readElsewhere } from '../../support/workbench-file';
import { addLine } from '../../support/workbench-rows';

const outboxIn = ({ workbench }: SyncBench) =>
  readElsewhere(workbench.file, 'SELECT kind, state, problem FROM outbox ORDER BY sequence');

function writeOnPortal({ practice }: SyncBench, model: string, method: string, named: Record<string, unknown>) {
  return callPortal(practice, practice.apiKey, model, method, named, z.unknown());
}

async function retryAll({ workbench }: SyncBench) {
  for (const { id } of readElsewhere(workbench.file, `SELECT id FROM outbox WHERE state = 'parked'`)) {
    await unpark(workbench.database, operationIdSchema.parse(id), workbench.clock.read().wall);
  }
}

/** Two tickets, the first of which somebody deletes on the portal. */
async function startWithDeletedTicket(): Promise<SyncBench & { deleted: BothTicket; other: BothTicket }> {
  const bench = await startWithTickets('Deleted', 'Order');
  const [deleted, other] = bench.tickets;
  await writeOnPortal(bench, 'project.task', 'unlink', { ids: [deleted.remoteId] });
  return { ...bench, deleted, other };
}

describe('an operation the portal refuses', () => {
  it('is left to a person with the server’s words, and everything else goes through', async () => {
    const bench = await startWithDeletedTicket();
    const { workbench, deleted, other } = bench;
    await addLine(workbench, deleted.id);
    await addLine(workbench, other.id);
    await write(workbench, deleted.id);
    await write(workbench, other.id);
    expect(await pushFrom(bench)).toBeNull();
    expect(outboxIn(bench)).toEqual([
      { kind: 'create-timesheet-line', state: 'parked', problem: expect.stringContaining('No matching record found') },
      { kind: 'create-timesheet-line', state: 'done', problem: null },
      { kind: 'post-message', state: 'parked', problem: expect.stringContaining('does not exist') },
      { kind: 'post-message', state: 'done', problem: null },
    ]);
    expect(await linesOnPortal(bench, other)).toHaveLength(1);
    expect(await messagesOnPortal(bench, other)).toHaveLength(1);
  });

  it('holds up only what depends on it', async () => {
    const bench = await startWithTickets('Order', 'Invoice');
    const { workbench, tickets, proxy } = bench;
    await fileScreenshot(workbench, tickets[0].id);
    await fileScreenshot(workbench, tickets[1].id);
    proxy.inject(odooErrorFault(403, 'odoo.exceptions.AccessError', 'Not allowed.'), { path: '/ir.attachment/load' });
    await pushFrom(bench);
    expect(outboxIn(bench)).toMatchObject([
      { kind: 'upload-screenshot', state: 'parked', problem: 'Not allowed.' },
      { kind: 'post-message', state: 'waiting' },
      { kind: 'upload-screenshot', state: 'done' },
      { kind: 'post-message', state: 'done' },
    ]);
    expect(await messagesOnPortal(bench, tickets[0])).toEqual([]);
  });

  it('is not tried again by itself', async () => {
    const bench = await startWithDeletedTicket();
    await addLine(bench.workbench, bench.deleted.id);
    await pushFrom(bench);
    const before = bench.proxy.received.length;
    bench.workbench.clock.pass(60 * MINUTE);
    await pushFrom(bench);
    expect(bench.proxy.received.length).toBe(before);
  });

  it('takes what depends on it along when it is retried', async () => {
    const bench = await startWithTickets('Order');
    const { workbench, tickets, proxy } = bench;
    await fileScreenshot(workbench, tickets[0].id);
    proxy.inject(odooErrorFault(403, 'odoo.exceptions.AccessError', 'Not allowed.'), { path: '/ir.attachment/load' });
    await pushFrom(bench);
    await retryAll(bench);
    expect(await pushFrom(bench)).toBeNull();
    expect(await attachmentsOnPortal(bench, tickets[0])).toHaveLength(1);
    expect(await messagesOnPortal(bench, tickets[0])).toHaveLength(1);
    expect(outboxIn(bench).map(({ state }) => state)).toEqual(['done', 'done']);
  });

  it('can be described anew before it is retried', async () => {
    const bench = await startWithTickets('Order');
    const { workbench, tickets, proxy } = bench;
    const lineId = await addLine(workbench, tickets[0].id, { description: 'För långt' });
    proxy.inject(odooErrorFault(422, 'odoo.exceptions.ValidationError', 'Too long.'), { path: '/load' });
    await pushFrom(bench);
    await describeLine(workbench, { lineId, description: 'Kort', kindOfWork: 'general-user-support' });
    await retryAll(bench);
    await pushFrom(bench);
    expect(await linesOnPortal(bench, tickets[0])).toMatchObject([{ description: 'Kort' }]);
  });

  it('is looked for before it is retried: what was carried out after all is adopted', async () => {
    const bench = await startWithTickets('Order');
    const { workbench, tickets, proxy } = bench;
    await addLine(workbench, tickets[0].id);
    proxy.inject({ kind: 'lose-answer' }, { path: '/load' });
    await pushFrom(bench);
    // The question whether it had arrived is refused, so nobody knows.
    proxy.inject(odooErrorFault(403, 'odoo.exceptions.AccessError', 'Not now.'), { path: '/check_object_reference' });
    workbench.clock.pass(MINUTE);
    await pushFrom(bench);
    expect(outboxIn(bench)).toMatchObject([{ state: 'parked', problem: 'Not now.' }]);
    const [line] = await linesOnPortal(bench, tickets[0]);
    await writeOnPortal(bench, 'account.analytic.line', 'write', { ids: [line?.remoteId], vals: { name: 'Rättat' } });
    await retryAll(bench);
    await pushFrom(bench);
    expect(await linesOnPortal(bench, tickets[0])).toMatchObject([{ description: 'Rättat' }]);
    expect(outboxIn(bench)).toMatchObject([{ state: 'done' }]);
  });
});

describe('a key the portal refuses', () => {
  const refused = odooErrorFault(401, 'werkzeug.exceptions.Unauthorized', 'Invalid apikey');

  it('puts the operation back and stops', async () => {
    const bench = await startWithTickets('Order');
    const { workbench, tickets, proxy } = bench;
    await addLine(workbench, tickets[0].id);
    await write(workbench, tickets[0].id);
    const before = proxy.received.length;
    proxy.inject(refused, { path: '/load' });
    expect(await pushFrom(bench)).toEqual({ kind: 'key-refused', message: 'Invalid apikey' });
    expect(proxy.received.length).toBe(before + 1);
    expect(readElsewhere(workbench.file, 'SELECT state, sent_at FROM outbox ORDER BY sequence')).toEqual([
      { state: 'waiting', sent_at: null },
      { state: 'waiting', sent_at: null },
    ]);
  });

  it('asks nobody about a message that was refused with it: with a new key it goes out, once', async () => {
    const bench = await startWithTickets('Order');
    const { workbench, tickets, practice, proxy } = bench;
    await write(workbench, tickets[0].id);
    const withOldKey = portalOf({ ...practice, address: proxy.address }, 'an-old-key');
    expect(await pushFrom(bench, { portal: withOldKey })).toMatchObject({ kind: 'key-refused' });
    expect(await pushFrom(bench)).toBeNull();
    expect(await messagesOnPortal(bench, tickets[0])).toHaveLength(1);
  });
});
