import type { TimesheetLineId } from '@core/ids';
import { PNG } from 'pngjs';
import { expect } from 'vitest';
import { z } from 'zod';
import { listOpenEntries, unpark } from '../../src/main/db/queries/outbox';
import { createOdooPortal } from '../../src/main/portal/odoo/odoo-portal';
import type { SyncLoop } from '../../src/main/sync/sync-loop';
import { deleteLines } from '../../src/main/usecases/delete-lines';
import type { Fault } from './fault';
import { HOUR, MINUTE } from './hand-clock';
import { edit } from './line-acts';
import { callPortal, expectValue } from './portal-bench';
import { workAsColleague } from './portal-colleague';
import { type BothTicket, loopOf, type SyncBench, startWithTickets } from './sync-bench';
import { fileScreenshot, write } from './workbench-acts';
import { readElsewhere, readEverything } from './workbench-file';
import { addLine } from './workbench-rows';

const SHORTENED = { kind: 'duration', workedSeconds: 15 * 60 } as const;
const MOST_ROUNDS = 6;
/** Long enough for an answer on this computer, short enough to wait for at every request. */
const PATIENCE_MS = 40;

/** One sync that has everything to do, again and again: what changed there is brought, what was done here is sent. */
export interface WholeSync {
  /** How many requests a sync takes with which nothing goes wrong. */
  readonly requestCount: number;
  /** Changes everything once more, and syncs with a fault at that request; 0 is the first. */
  syncWith(fault: Fault, atRequest: number): Promise<void>;
  /** What the last of these asked for where the fault struck; null when it did not. */
  struckPath(): string | null;
  /** The fault is over. Syncs until nothing waits; a person has what was parked tried again. */
  heal(): Promise<void>;
  /** Expects what was changed to stand on both sides, each once; of so many messages, the portal has a copy. */
  expectEqual(copiedMessages?: number): void;
  /** Expects another sync to change nothing on either side. */
  expectRest(): Promise<void>;
}

/** Starts both sides with one ticket on which both have worked. */
export async function startWholeSync(): Promise<WholeSync> {
  const bench = await startWithTickets('Order');
  const { practice, proxy, workbench, portalFile } = bench;
  const [ticket] = bench.tickets;
  const colleaguesLineId = await workAsColleague(bench, ticket.remoteId);
  let impatience = new AbortController();
  let isDirect = true;
  let lines: TimesheetLineId[] = [];
  let times = 0;
  let struckPath: string | null = null;

  /** Goes by the proxy while something can go wrong. */
  const send: typeof globalThis.fetch = (input, init) => {
    const address = new URL(String(input));
    if (isDirect) address.host = practice.address.host;
    const signals = [impatience.signal, ...(init?.signal ? [init.signal] : [])];
    return globalThis.fetch(address, { ...init, signal: AbortSignal.any(signals) });
  };

  /** As after a start of the app: what is asked once is asked again. */
  function startLoop(): SyncLoop {
    const { database, apiKey } = practice;
    const portal = createOdooPortal({ address: proxy.address, database, apiKey, fetch: send });
    return loopOf({ ...bench, portal });
  }
  let loop = startLoop();

  /** Whoever waits for an answer that does not come has waited as long as the app does. */
  function runOutOfTime(): void {
    impatience.abort(new DOMException('too late', 'TimeoutError'));
    impatience = new AbortController();
  }

  async function changeThere(model: string, id: number, method: string, named: Record<string, unknown>) {
    await callPortal(practice, practice.colleagueApiKey, model, method, { ids: [id], ...named }, z.unknown());
  }

  async function changeEverything(): Promise<void> {
    times += 1;
    // Long enough for the daily comparison of ids to be due.
    workbench.clock.pass(25 * HOUR);
    await changeThere('project.task', ticket.remoteId, 'write', { vals: { name: `Order ${times}` } });
    await changeThere('account.analytic.line', colleaguesLineId, 'write', { vals: { name: `Kollegan ${times}` } });
    const reply = { body: `Kundens svar ${times}`, message_type: 'comment' };
    await changeThere('project.task', ticket.remoteId, 'message_post', reply);
    const [last] = lines.slice(-1);
    if (lines.length > 1) expectValue(await deleteLines(workbench, lines.slice(0, 1)));
    if (last) await edit({ workbench }, last, { description: `Ändrat ${times}`, time: SHORTENED });
    lines = [...lines, await addLine(workbench, ticket.id, { description: `Felsökning ${times}` })].slice(-2);
    await fileScreenshot(workbench, ticket.id, pictureOf(times));
    await write(workbench, ticket.id, `Meddelande ${times}`);
  }

  async function heal(): Promise<void> {
    proxy.clear();
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      workbench.clock.pass(5 * MINUTE);
      for (const { id, state } of await listOpenEntries(workbench.database)) {
        if (state === 'parked') await unpark(workbench.database, id, workbench.clock.read().wall);
      }
      await loop.run();
      const open = await listOpenEntries(workbench.database);
      if (loop.connection().kind === 'online' && open.length === 0) return;
    }
    const stuck = (await listOpenEntries(workbench.database)).map(
      ({ operation, state }) => `${operation.kind} ${state}`,
    );
    expect(stuck, 'operations that are stuck').toEqual([]);
    expect(loop.connection()).toEqual({ kind: 'online' });
  }

  async function runByProxy(): Promise<number> {
    const before = proxy.received.length;
    isDirect = false;
    loop = startLoop();
    await loop.run();
    return proxy.received.length - before;
  }

  // Two times for lines that are there to be changed and deleted, one to count.
  for (let time = 0; time < 2; time += 1) {
    await changeEverything();
    await heal();
  }
  await changeEverything();
  const requestCount = await runByProxy();

  return {
    requestCount,
    struckPath: () => struckPath,
    heal,
    syncWith: async (fault, atRequest) => {
      await changeEverything();
      struckPath = null;
      let outOfTime: NodeJS.Timeout | undefined;
      const onStruck = () => {
        struckPath = proxy.received.at(-1)?.path ?? null;
        outOfTime = setTimeout(runOutOfTime, PATIENCE_MS);
      };
      proxy.inject(fault, { after: atRequest, onStruck });
      await runByProxy();
      clearTimeout(outOfTime);
      // What was overtaken goes on when the proxy has carried the next one.
      isDirect = fault.kind !== 'overtaken';
    },
    expectEqual: (copiedMessages = 0) => expectEqual(bench, ticket, times, copiedMessages),
    expectRest: async () => {
      const read = () => [readEverything(workbench.file), readEverything(portalFile)];
      const before = read();
      await loop.run();
      expect(read()).toEqual(before);
    },
  };
}

/** A picture unlike that of any other time. */
function pictureOf(time: number): Uint8Array {
  const png = new PNG({ width: 4, height: 3 });
  png.data.fill(255);
  png.data.writeUInt16BE(time, 0);
  return PNG.sync.write(png);
}

const there = (field: string) => `json_extract("values", '$.${field}')`;

function expectEqual(
  { workbench, portalFile }: SyncBench,
  ticket: BothTicket,
  times: number,
  copiedMessages: number,
): void {
  const listHere = (query: string) => readElsewhere(workbench.file, query).map(({ text }) => String(text));
  const listThere = (query: string) => readElsewhere(portalFile, query).map(({ text }) => String(text));

  const linesThere = listThere(
    `SELECT id || ' ' || CAST(ROUND(${there('unit_amount')} * 60) AS INTEGER) || ' min ' || ${there('name')} AS text
     FROM record WHERE model = 'account.analytic.line' ORDER BY id`,
  );
  const linesHere = listHere(
    `SELECT remote_id || ' ' || (worked_seconds / 60) || ' min ' || description AS text
     FROM timesheet_line WHERE deleted_at IS NULL ORDER BY remote_id`,
  );
  expect(linesHere, 'lines').toEqual(linesThere);
  expect(linesThere.map((line) => line.replace(/^\d+ /, '')).toSorted(), 'lines on the portal').toEqual(
    [`30 min Felsökning ${times}`, `15 min Ändrat ${times}`, `30 min Kollegan ${times}`].toSorted(),
  );

  const written = `FROM record WHERE model = 'mail.message' AND ${there('message_type')} = 'comment'`;
  // Copies of one message have one id of ours, and are one here.
  const uid = `CASE ${there('message_id')} WHEN 0 THEN id ELSE ${there('message_id')} END`;
  const messagesThere = listThere(`SELECT MAX(id) AS text ${written} GROUP BY ${uid} ORDER BY MAX(id)`);
  const messagesHere = listHere('SELECT remote_id AS text FROM message ORDER BY remote_id');
  expect(messagesHere, 'messages').toEqual(messagesThere);
  expect(listThere(`SELECT id AS text ${written}`), 'copies').toHaveLength(messagesThere.length + copiedMessages);
  const bodies = listThere(`SELECT DISTINCT ${there('body')} AS text ${written}`);
  expect(bodies).toEqual(expect.arrayContaining([expect.stringContaining(`Meddelande ${times}<`)]));
  expect(listHere(`SELECT title AS text FROM ticket WHERE id = '${ticket.id}'`), 'title').toEqual([`Order ${times}`]);

  // The portal has files of its own on other records.
  const pictures = listThere(
    `SELECT hex(bytes) AS text FROM content JOIN record ON record.model = 'ir.attachment' AND record.id = attachment_id
     WHERE ${there('res_id')} = ${ticket.remoteId}`,
  );
  expect(new Set(pictures).size, 'pictures').toBe(times);
  expect(pictures, 'pictures that were sent once').toHaveLength(times);
}
