import { operationIdSchema } from '@core/ids';
import { describe, expect, it } from 'vitest';
import { listEntriesOf } from '../../../src/main/db/queries/outbox';
import { listSyncRuns } from '../../../src/main/db/queries/sync-runs';
import type { Portal } from '../../../src/main/portal/portal';
import { exportOperation } from '../../../src/main/usecases/export-operation';
import { giveUpOperation, takeUpOperation } from '../../../src/main/usecases/give-up-operation';
import { readOutbox } from '../../../src/main/usecases/read-outbox';
import { readTimesheet } from '../../../src/main/usecases/read-timesheet';
import { odooErrorFault } from '../../support/fault';
import { MINUTE } from '../../support/hand-clock';
import { edit, operationsIn } from '../../support/line-acts';
import { linesOnPortal, loopOf, messagesOnPortal, pushFrom, startWithTickets } from '../../support/sync-bench';
import { fileScreenshot } from '../../support/workbench-acts';
import { readElsewhere } from '../../support/workbench-file';
import { addLine } from '../../support/workbench-rows';

const REFUSED = odooErrorFault(422, 'odoo.exceptions.UserError', 'Stängd period');

/** A line whose creation the portal has refused. */
async function startWithParkedLine() {
  const bench = await startWithTickets('Order');
  const [ticket] = bench.tickets;
  const lineId = await addLine(bench.workbench, ticket.id, { description: 'Felsökning' });
  bench.proxy.inject(REFUSED, { path: '/account.analytic.line/load' });
  await pushFrom(bench);
  const [entry] = await listEntriesOf(bench.workbench.database, lineId);
  const operationId = operationIdSchema.parse(entry?.id);
  const syncOf = async () => {
    const { days } = await readTimesheet(bench.workbench, { from: '2026-11-23', to: '2026-11-23' });
    return days[0]?.lines.map(({ sync }) => sync);
  };
  return { ...bench, ticket, lineId, operationId, syncOf };
}

describe('an operation that is given up', () => {
  it('is not tried any more, needs nobody, and leaves its line here, marked', async () => {
    const bench = await startWithParkedLine();
    const { workbench, operationId } = bench;
    expect(await giveUpOperation(workbench, operationId)).toBe(true);
    workbench.clock.pass(MINUTE);
    await loopOf(bench).run();
    expect(operationsIn(bench)).toEqual(['create parked']);
    expect(await linesOnPortal(bench, bench.ticket)).toEqual([]);
    expect((await readOutbox(workbench.database)).parkedCount).toBe(0);
    expect(await bench.syncOf()).toEqual(['given-up']);
  });

  it('stays given up when its line is changed', async () => {
    const bench = await startWithParkedLine();
    await giveUpOperation(bench.workbench, bench.operationId);
    await edit(bench, bench.lineId, { description: 'Ändrad' });
    await pushFrom(bench);
    expect(operationsIn(bench)).toEqual(['create parked']);
    expect(await bench.syncOf()).toEqual(['given-up']);
  });

  it('waits for a person again when that is taken back, and can then be sent', async () => {
    const bench = await startWithParkedLine();
    const { workbench, operationId } = bench;
    await giveUpOperation(workbench, operationId);
    await takeUpOperation(workbench, operationId);
    expect((await readOutbox(workbench.database)).parkedCount).toBe(1);
    expect(await bench.syncOf()).toEqual(['parked']);
  });

  it('takes with it what cannot be sent without it, and gives that back too', async () => {
    const bench = await startWithTickets('Order');
    const [ticket] = bench.tickets;
    await fileScreenshot(bench.workbench, ticket.id);
    bench.proxy.inject(REFUSED, { path: '/ir.attachment/load' });
    await pushFrom(bench);
    const { entries } = await readOutbox(bench.workbench.database);
    expect(entries.map(({ state, waitsForAnother }) => [state, waitsForAnother])).toEqual([
      ['parked', false],
      ['waiting', true],
    ]);
    const operationId = operationIdSchema.parse(entries[0]?.id);
    await giveUpOperation(bench.workbench, operationId);
    expect((await readOutbox(bench.workbench.database)).entries.every(({ givenUpAt }) => givenUpAt !== null)).toBe(
      true,
    );
    await takeUpOperation(bench.workbench, operationId);
    expect((await readOutbox(bench.workbench.database)).entries.map(({ state }) => state)).toEqual([
      'parked',
      'waiting',
    ]);
    expect(await messagesOnPortal(bench, ticket)).toEqual([]);
  });

  it('is only one that is parked', async () => {
    const bench = await startWithTickets('Order');
    const lineId = await addLine(bench.workbench, bench.tickets[0].id);
    const [entry] = await listEntriesOf(bench.workbench.database, lineId);
    expect(await giveUpOperation(bench.workbench, operationIdSchema.parse(entry?.id))).toBe(false);
  });
});

describe('an operation as a file', () => {
  it('holds what was recorded and what the portal said', async () => {
    const { workbench, operationId, ticket } = await startWithParkedLine();
    const exported = await exportOperation(workbench.database, operationId);
    const content: unknown = JSON.parse(new TextDecoder().decode(exported?.bytes));
    expect(exported?.fileName).toBe(`fyra-S-${ticket.remoteId}-create-timesheet-line.json`);
    expect(content).toMatchObject({
      kind: 'create-timesheet-line',
      state: 'parked',
      portalSaid: 'Stängd period',
      line: { date: '2026-11-23', minutes: 30, description: 'Felsökning' },
    });
  });
});

describe('the last syncs', () => {
  it('are told of where they did something, once where they fail the same way again', async () => {
    const bench = await startWithTickets('Order');
    const { workbench, proxy } = bench;
    const loop = loopOf(bench);
    await loop.run();
    expect(await listSyncRuns(workbench.database)).toEqual([]);
    await addLine(workbench, bench.tickets[0].id);
    await loop.run();
    proxy.setOffline(true);
    workbench.clock.pass(MINUTE);
    await loop.run();
    await loop.run();
    const runs = await listSyncRuns(workbench.database);
    expect(runs.map(({ outcome, sent, times }) => ({ outcome, sent, times }))).toEqual([
      { outcome: 'unreachable', sent: 0, times: 2 },
      { outcome: 'done', sent: 1, times: 1 },
    ]);
  });

  it('are told of where a fault of the app itself ended one', async () => {
    const bench = await startWithTickets('Order');
    const errors: unknown[] = [];
    const portal: Portal = {
      ...bench.portal,
      readTickets: async () => {
        throw new Error('a fault of ours');
      },
    };
    await loopOf(bench, { portal, onError: (error) => errors.push(error) }).run();
    expect(errors).toHaveLength(1);
    const runs = await listSyncRuns(bench.workbench.database);
    expect(runs).toMatchObject([{ outcome: 'failed', message: 'Error: a fault of ours' }]);
  });

  it('are told of as stopped where somebody went offline in between, and are no success', async () => {
    const bench = await startWithTickets('Order');
    for (const minutes of [10, 20]) {
      await addLine(bench.workbench, bench.tickets[0].id, { workedSeconds: minutes * 60 });
    }
    const portal: Portal = {
      ...bench.portal,
      createTimesheetLine: async (line) => {
        await loop.setOffline(true);
        return bench.portal.createTimesheetLine(line);
      },
    };
    const loop = loopOf(bench, { portal });
    await loop.run();
    expect(loop.lastSuccessAt()).toBeNull();
    expect(await listSyncRuns(bench.workbench.database)).toMatchObject([{ outcome: 'stopped', sent: 1 }]);
    expect(operationsIn(bench)).toEqual(['create done', 'create waiting']);
  });

  it('are forgotten from the fiftieth on', async () => {
    const bench = await startWithTickets('Order');
    const loop = loopOf(bench);
    for (let index = 0; index < 53; index += 1) {
      await addLine(bench.workbench, bench.tickets[0].id);
      await loop.run();
    }
    expect(readElsewhere(bench.workbench.file, 'SELECT count(*) AS count FROM sync_run')).toEqual([{ count: 50 }]);
  });
});
