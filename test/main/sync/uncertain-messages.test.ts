import { operationIdSchema } from '@core/ids';
import { describe, expect, it } from 'vitest';
import { unpark } from '../../../src/main/db/queries/outbox';
import { odooErrorFault } from '../../support/fault';
import { MINUTE, SECOND } from '../../support/hand-clock';
import {
  killWhileSending,
  linesOnPortal,
  loopOf,
  messagesOnPortal,
  pushFrom,
  type SyncBench,
  startWithTickets,
} from '../../support/sync-bench';
import { write } from '../../support/workbench-acts';
import { readElsewhere } from '../../support/workbench-file';
import { addLine } from '../../support/workbench-rows';

const POST = { path: '/message_post' };
const SEARCH = { path: '/mail.message/search_read' };

const outboxIn = ({ workbench }: SyncBench) =>
  readElsewhere(workbench.file, 'SELECT state, problem FROM outbox ORDER BY sequence');

/** A message whose request got lost, so that nobody here can know whether it went out as an e-mail. */
async function loseMessage() {
  const bench = await startWithTickets('Order');
  await write(bench.workbench, bench.tickets[0].id);
  bench.proxy.inject({ kind: 'lose-request' }, POST);
  expect(await pushFrom(bench)).toMatchObject({ kind: 'unreachable' });
  return { ...bench, ticket: bench.tickets[0] };
}

/** A person says: send it. */
async function retry({ workbench }: SyncBench) {
  const [entry] = readElsewhere(workbench.file, `SELECT id FROM outbox WHERE state = 'parked'`);
  await unpark(workbench.database, operationIdSchema.parse(entry?.['id']), workbench.clock.read().wall);
}

describe('a message of which nobody knows whether it arrived', () => {
  it('is not sent again before the server’s own time limit', async () => {
    const bench = await loseMessage();
    for (const seconds of [10, 50, 59]) {
      bench.workbench.clock.pass(seconds * SECOND);
      expect(await pushFrom(bench)).toBeNull();
    }
    expect(await messagesOnPortal(bench, bench.ticket)).toEqual([]);
    expect(outboxIn(bench)).toMatchObject([{ state: 'in-flight' }]);
  });

  it('is not sent again after it either: a person is asked', async () => {
    const bench = await loseMessage();
    bench.workbench.clock.pass(2 * MINUTE);
    expect(await pushFrom(bench)).toBeNull();
    bench.workbench.clock.pass(60 * MINUTE);
    expect(await pushFrom(bench)).toBeNull();
    expect(await messagesOnPortal(bench, bench.ticket)).toEqual([]);
    expect(outboxIn(bench)).toEqual([
      { state: 'parked', problem: 'The answer got lost and the portal does not show this message.' },
    ]);
  });

  it('does not hold up the rest meanwhile', async () => {
    const bench = await loseMessage();
    await addLine(bench.workbench, bench.ticket.id);
    bench.workbench.clock.pass(10 * SECOND);
    await pushFrom(bench);
    expect(await linesOnPortal(bench, bench.ticket)).toHaveLength(1);
  });

  it('is not sent again by a person who only asks for a sync', async () => {
    const bench = await loseMessage();
    const loop = loopOf(bench);
    await loop.run();
    bench.workbench.clock.pass(30 * SECOND);
    await loop.run();
    expect(await messagesOnPortal(bench, bench.ticket)).toEqual([]);
    expect(outboxIn(bench)).toMatchObject([{ state: 'in-flight' }]);
  });

  it('is sent again when a person says so, and then there is one', async () => {
    const bench = await loseMessage();
    bench.workbench.clock.pass(2 * MINUTE);
    await pushFrom(bench);
    await retry(bench);
    expect(await pushFrom(bench)).toBeNull();
    expect(await messagesOnPortal(bench, bench.ticket)).toHaveLength(1);
    expect(outboxIn(bench)).toEqual([{ state: 'done', problem: null }]);
  });

  it('is uncertain again when the answer to that gets lost too', async () => {
    const bench = await loseMessage();
    bench.workbench.clock.pass(2 * MINUTE);
    await pushFrom(bench);
    await retry(bench);
    bench.proxy.inject({ kind: 'lose-request' }, POST);
    await pushFrom(bench);
    bench.workbench.clock.pass(10 * SECOND);
    await pushFrom(bench);
    expect(await messagesOnPortal(bench, bench.ticket)).toEqual([]);
    expect(outboxIn(bench)).toMatchObject([{ state: 'in-flight' }]);
  });

  it('is adopted when it shows after all, also by a retry', async () => {
    const bench = await startWithTickets('Order');
    const [ticket] = bench.tickets;
    await write(bench.workbench, ticket.id);
    bench.proxy.inject({ kind: 'lose-answer' }, POST);
    await pushFrom(bench);
    // The server shows it late: at the time limit its search still finds nothing.
    bench.proxy.inject({ kind: 'answer', status: 200, body: '[]' }, SEARCH);
    bench.workbench.clock.pass(2 * MINUTE);
    await pushFrom(bench);
    expect(outboxIn(bench)).toMatchObject([{ state: 'parked' }]);
    await retry(bench);
    await pushFrom(bench);
    expect(await messagesOnPortal(bench, ticket)).toHaveLength(1);
    expect(outboxIn(bench)).toEqual([{ state: 'done', problem: null }]);
  });

  it('is left to a person when the app was killed before the request reached the portal', async () => {
    const bench = await startWithTickets('Order');
    const [ticket] = bench.tickets;
    await write(bench.workbench, ticket.id);
    const after = await killWhileSending(bench, 'postMessage', false);
    await pushFrom(after);
    expect(outboxIn(after)).toMatchObject([{ state: 'in-flight' }]);
    after.workbench.clock.pass(2 * MINUTE);
    await pushFrom(after);
    expect(outboxIn(after)).toMatchObject([{ state: 'parked' }]);
    expect(await messagesOnPortal(bench, ticket)).toEqual([]);
  });

  it('stays uncertain when the key is refused while it is looked for', async () => {
    const bench = await startWithTickets('Order');
    const [ticket] = bench.tickets;
    await write(bench.workbench, ticket.id);
    bench.proxy.inject({ kind: 'lose-answer' }, POST);
    await pushFrom(bench);
    bench.proxy.inject(odooErrorFault(401, 'werkzeug.exceptions.Unauthorized', 'Invalid apikey'), SEARCH);
    bench.workbench.clock.pass(10 * SECOND);
    expect(await pushFrom(bench)).toMatchObject({ kind: 'key-refused' });
    bench.workbench.clock.pass(10 * SECOND);
    expect(await pushFrom(bench)).toBeNull();
    expect(await messagesOnPortal(bench, ticket)).toHaveLength(1);
  });
});
