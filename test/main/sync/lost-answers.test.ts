import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Fault } from '../../support/fault';
import { MINUTE } from '../../support/hand-clock';
import { callPortal } from '../../support/portal-bench';
import {
  attachmentsOnPortal,
  type BothTicket,
  killWhileSending,
  linesOnPortal,
  messagesOnPortal,
  pullInto,
  pushFrom,
  type SyncBench,
  startWithTickets,
} from '../../support/sync-bench';
import { fileScreenshot, write } from '../../support/workbench-acts';
import { readElsewhere } from '../../support/workbench-file';
import { addLine } from '../../support/workbench-rows';

const LOST: Fault[] = [{ kind: 'lose-answer' }, { kind: 'cut-answer' }];
const SERIALIZATION = 'could not serialize access due to concurrent update';

/** What an operation of each kind is, how it is put into the outbox and what it leaves on the portal. */
const kinds = [
  {
    what: 'line',
    method: 'createTimesheetLine',
    path: '/account.analytic.line/load',
    record: (bench: SyncBench, { id }: BothTicket) => addLine(bench.workbench, id),
    onPortal: linesOnPortal,
  },
  {
    what: 'screen dump',
    method: 'createAttachment',
    path: '/ir.attachment/load',
    record: (bench: SyncBench, { id }: BothTicket) => fileScreenshot(bench.workbench, id),
    onPortal: attachmentsOnPortal,
  },
  {
    what: 'message',
    method: 'postMessage',
    path: '/project.task/message_post',
    record: (bench: SyncBench, { id }: BothTicket) => write(bench.workbench, id),
    onPortal: messagesOnPortal,
  },
] as const;

const statesIn = ({ workbench }: SyncBench) =>
  readElsewhere(workbench.file, 'SELECT state FROM outbox').map(({ state }) => state);

/** Everything that waits is tried again, as the next sync does after a while. */
async function pushLater(bench: SyncBench) {
  bench.workbench.clock.pass(MINUTE);
  return pushFrom(bench);
}

describe.each(kinds)('a $what', ({ method, path, record, onPortal }) => {
  it.each(LOST)('whose answer is lost ($kind) is looked for and adopted: there is one', async (fault) => {
    const bench = await startWithTickets('Order');
    const [ticket] = bench.tickets;
    await record(bench, ticket);
    bench.proxy.inject(fault, { path });
    expect(await pushFrom(bench)).toMatchObject({ kind: 'unreachable' });
    expect(statesIn(bench)).toContain('in-flight');
    expect(await pushLater(bench)).toBeNull();
    expect(await onPortal(bench, ticket)).toHaveLength(1);
    expect(new Set(statesIn(bench))).toEqual(new Set(['done']));
  });

  it('circumstances: offline-sync: is adopted when the app is killed after the portal acted and before its answer', async () => {
    const bench = await startWithTickets('Order');
    const [ticket] = bench.tickets;
    await record(bench, ticket);
    const after = await killWhileSending(bench, method, true);
    expect(statesIn(after)).toContain('in-flight');
    expect(await pushLater(after)).toBeNull();
    expect(await onPortal(bench, ticket)).toHaveLength(1);
    expect(new Set(statesIn(after))).toEqual(new Set(['done']));
  });

  it('that was adopted is not sent again, so that later edits on the portal stay', async () => {
    const bench = await startWithTickets('Order');
    const [ticket] = bench.tickets;
    await record(bench, ticket);
    bench.proxy.inject({ kind: 'lose-answer' }, { path });
    await pushFrom(bench);
    const sentBefore = bench.proxy.received.filter((request) => request.path.endsWith(path)).length;
    await pushLater(bench);
    expect(bench.proxy.received.filter((request) => request.path.endsWith(path))).toHaveLength(sentBefore);
  });
});

describe.each(kinds.filter(({ what }) => what !== 'message'))('a $what', ({ method, path, record, onPortal }) => {
  it('circumstances: offline-sync: whose request is lost is sent again: there is one', async () => {
    const bench = await startWithTickets('Order');
    const [ticket] = bench.tickets;
    await record(bench, ticket);
    bench.proxy.inject({ kind: 'lose-request' }, { path });
    expect(await pushFrom(bench)).toMatchObject({ kind: 'unreachable' });
    expect(await pushLater(bench)).toBeNull();
    expect(await onPortal(bench, ticket)).toHaveLength(1);
  });

  it('is sent when the app is killed before the request reached the portal', async () => {
    const bench = await startWithTickets('Order');
    const [ticket] = bench.tickets;
    await record(bench, ticket);
    const after = await killWhileSending(bench, method, false);
    expect(await onPortal(bench, ticket)).toEqual([]);
    expect(await pushLater(after)).toBeNull();
    expect(await onPortal(bench, ticket)).toHaveLength(1);
  });

  it('that lost a race on the server is looked for before it is sent again', async () => {
    const bench = await startWithTickets('Order');
    const [ticket] = bench.tickets;
    await record(bench, ticket);
    const body = JSON.stringify({ ids: false, messages: [{ type: 'error', message: SERIALIZATION }], nextrow: 0 });
    bench.proxy.inject({ kind: 'answer', status: 200, body }, { path });
    expect(await pushFrom(bench)).toMatchObject({ kind: 'unreachable' });
    const before = bench.proxy.received.length;
    expect(await pushLater(bench)).toBeNull();
    expect(bench.proxy.received[before]?.path).toBe('/json/2/ir.model.data/check_object_reference');
    expect(await onPortal(bench, ticket)).toHaveLength(1);
  });
});

describe('a line that a pull brings before its own answer comes', () => {
  it('is there twice at most until then, and once afterwards', async () => {
    const bench = await startWithTickets('Order');
    const { workbench, proxy } = bench;
    const [ticket] = bench.tickets;
    const lineId = await addLine(workbench, ticket.id, { kindOfWork: 'bug-analysis' });
    proxy.inject({ kind: 'lose-answer' }, { path: '/load' });
    await pushFrom(bench);
    await pullInto(bench);
    await pushLater(bench);
    const [onPortal] = await linesOnPortal(bench, ticket);
    const here = () =>
      readElsewhere(
        workbench.file,
        `SELECT id, remote_id, kind_of_work FROM timesheet_line WHERE ticket_id = '${ticket.id}'`,
      );
    const adopted = [{ id: lineId, remote_id: onPortal?.remoteId, kind_of_work: 'bug-analysis' }];
    expect(here()).toEqual(adopted);
    await pullInto(bench);
    expect(here()).toEqual(adopted);
  });
});

describe('an attempt that failed', () => {
  it('is repeated when the server asks for it, not sooner', async () => {
    const bench = await startWithTickets('Order');
    const [ticket] = bench.tickets;
    await addLine(bench.workbench, ticket.id);
    const body = JSON.stringify({ name: 'busy', message: 'busy' });
    bench.proxy.inject({ kind: 'answer', status: 429, body, headers: { 'retry-after': '90' } }, { path: '/load' });
    await pushFrom(bench);
    bench.workbench.clock.pass(89_000);
    expect(await pushFrom(bench)).toBeNull();
    expect(await linesOnPortal(bench, ticket)).toEqual([]);
    bench.workbench.clock.pass(1_000);
    await pushFrom(bench);
    expect(await linesOnPortal(bench, ticket)).toHaveLength(1);
  });

  it('waits longer each time', async () => {
    const bench = await startWithTickets('Order');
    await addLine(bench.workbench, bench.tickets[0].id);
    bench.proxy.setOffline(true);
    const waits: number[] = [];
    for (let attempt = 0; attempt < 4; attempt += 1) {
      await pushFrom(bench);
      const [entry] = readElsewhere(bench.workbench.file, 'SELECT next_attempt_at FROM outbox');
      waits.push(Number(entry?.['next_attempt_at']) - bench.workbench.clock.read().wall);
      bench.workbench.clock.pass(waits.at(-1) ?? 0);
    }
    expect(waits).toEqual([1_000, 2_000, 4_000, 8_000]);
  });
});

describe('a line that was sent', () => {
  it('is not made anew when it is deleted on the portal', async () => {
    const bench = await startWithTickets('Order');
    const [ticket] = bench.tickets;
    await addLine(bench.workbench, ticket.id);
    await pushFrom(bench);
    const [line] = await linesOnPortal(bench, ticket);
    const named = { ids: [line?.remoteId] };
    const { practice } = bench;
    await callPortal(practice, practice.apiKey, 'account.analytic.line', 'unlink', named, z.boolean());
    await pushLater(bench);
    await pullInto(bench);
    await pushLater(bench);
    expect(await linesOnPortal(bench, ticket)).toEqual([]);
  });
});
