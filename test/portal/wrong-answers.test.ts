import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createJsonRpcTransport } from '../../src/main/portal/odoo/json-rpc-transport';
import { createJson2Transport } from '../../src/main/portal/odoo/json2-transport';
import { createOdooPortal } from '../../src/main/portal/odoo/odoo-portal';
import type { Portal, PortalResult } from '../../src/main/portal/portal';
import { HOSTILE, insaneIn, type Path, pathsOf, writeHostile } from '../support/hostile-values';
import {
  callPortal,
  createTickets,
  expectValue,
  type PortalBench,
  portalOf,
  startPracticeBench,
} from '../support/portal-bench';
import { makePng } from '../support/workbench-acts';

const RUNS = 1_500;
const READ_ALL = { changedSince: null, after: null, pageSize: 200 };
/** Everything that is asked of a portal, with what it needs to be asked for. */
interface Known {
  readonly ticketRemoteId: number;
  readonly lineRemoteId: number;
  readonly employeeId: number;
  readonly externalId: string;
  readonly messageUid: string;
}
type Ask = (portal: Portal, known: Known) => Promise<PortalResult<unknown>>;

const newId = () => `__import__.wb_${randomUUID()}`;
const lineOn = ({ ticketRemoteId, employeeId }: Known, externalId: string) => ({
  externalId,
  ticketRemoteId,
  projectRemoteId: 1,
  employeeId,
  date: '2026-11-23',
  description: 'Felsökning',
  workedSeconds: 900,
});

const QUESTIONS: readonly (readonly [name: string, ask: Ask])[] = [
  ['identify', (portal) => portal.identify()],
  ['readMissingRights', (portal) => portal.readMissingRights()],
  ['readKeys', (portal) => portal.readKeys()],
  ['readProfiles', (portal) => portal.readProfiles()],
  ['readTickets', (portal) => portal.readTickets(READ_ALL)],
  ['readTicketsById', (portal, { ticketRemoteId }) => portal.readTicketsById([ticketRemoteId])],
  ['readLists', (portal) => portal.readLists()],
  ['listTicketIds', (portal) => portal.listTicketIds(0)],
  ['listTimesheetLineIds', (portal, { ticketRemoteId }) => portal.listTimesheetLineIds([ticketRemoteId], 0)],
  ['readTimesheetLines', (portal, { ticketRemoteId }) => portal.readTimesheetLines([ticketRemoteId], READ_ALL)],
  ['readTimesheetLine', (portal, { lineRemoteId }) => portal.readTimesheetLine(lineRemoteId)],
  ['readMessages', (portal, { ticketRemoteId }) => portal.readMessages([ticketRemoteId], READ_ALL)],
  ['probeExternalId', (portal, { externalId }) => portal.probeExternalId(externalId)],
  ['probeMessage', (portal, { messageUid }) => portal.probeMessage(messageUid)],
  ['listAttachments', (portal, { ticketRemoteId }) => portal.listAttachments(ticketRemoteId)],
  ['createTimesheetLine', (portal, known) => portal.createTimesheetLine(lineOn(known, newId()))],
  ['updateTimesheetLine', (portal, known) => portal.updateTimesheetLine(known.lineRemoteId, { workedSeconds: 900 })],
  [
    'createAttachment',
    (portal, { ticketRemoteId }) =>
      portal.createAttachment({
        externalId: newId(),
        ticketRemoteId,
        fileName: 'S-1.png',
        mimeType: 'image/png',
        bytes: makePng(),
      }),
  ],
  ['updateTicket', (portal, { ticketRemoteId }) => portal.updateTicket(ticketRemoteId, { title: 'Order' })],
  ['postMessage', (portal, known) => portal.postMessage(messageOn(known))],
];

function messageOn({ ticketRemoteId }: Known, messageUid = `<wb-${randomUUID()}@fyra>`) {
  return { messageUid, ticketRemoteId, bodyHtml: '<p>Hej</p>', isInternalNote: false, attachmentRemoteIds: [] };
}

/** A value in one of the answers to a question. */
interface Place {
  readonly question: number;
  readonly index: number;
  readonly path: Path;
}

describe.each(['json-2', 'json-rpc'] as const)('over %s, a wrong field of an answer', (kind) => {
  let bench: PortalBench;
  let known: Known;
  const places: Place[] = [];
  const recorded = new Map<number, string[]>();

  function portalBy(send: (input: string, init: RequestInit | undefined) => Promise<Response>): Portal {
    const connection = {
      address: bench.address,
      database: bench.database,
      apiKey: bench.apiKey,
      login: bench.logins[bench.apiKey] ?? null,
      fetch: (input: string | URL | Request, init?: RequestInit) => send(String(input), init),
    };
    const create = kind === 'json-2' ? createJson2Transport : createJsonRpcTransport;
    return createOdooPortal(connection, create(connection));
  }

  function questionAt(question: number): readonly [name: string, ask: Ask] {
    const found = QUESTIONS[question];
    if (found === undefined) throw new Error('There is no such question.');
    return found;
  }

  beforeAll(async () => {
    bench = await startPracticeBench();
    known = await fillPortal(bench);
    const asked = new Set<string>();
    for (const [question, [name, ask]] of QUESTIONS.entries()) {
      const bodies: string[] = [];
      let count = 0;
      const asking = portalBy(async (input, init) => {
        // In the order of asking, though answers can come in another.
        const index = count;
        count += 1;
        const body = await (await globalThis.fetch(input, init)).text();
        bodies[index] = body;
        // The same question with the same answer is tried once.
        const request = `${input} ${String(init?.body)}`;
        if (!asked.has(request)) places.push(...pathsOf(JSON.parse(body)).map((path) => ({ question, index, path })));
        asked.add(request);
        return jsonAnswer(body);
      });
      expect(await ask(asking, known), name).toMatchObject({ ok: true });
      recorded.set(question, bodies);
    }
  });
  afterAll(() => bench.stop());

  /** Asks with the hostile value in that place. Expects a sane value or a failure, and tells which it was. */
  async function ask({ question, index, path }: Place, hostile: string | null): Promise<'value' | 'failure'> {
    const bodies = recorded.get(question) ?? [];
    let count = 0;
    const portal = portalBy(async () => {
      const body = bodies[count] ?? '[]';
      count += 1;
      return jsonAnswer(count - 1 === index ? writeHostile(body, path, hostile) : body);
    });
    const [name, asking] = questionAt(question);
    const result = await asking(portal, known);
    const insane = insaneIn(result.ok ? result.value : result.failure);
    if (insane.length > 0) throw new Error(`${name}, ${path.join('.')} = ${hostile?.slice(0, 99)}: ${insane.join()}`);
    if (!result.ok) expect(result.failure.message.length).toBeLessThanOrEqual(2_000);
    return result.ok ? 'value' : 'failure';
  }

  function tell(ends: readonly ('value' | 'failure')[]): void {
    const values = ends.filter((end) => end === 'value').length;
    process.stdout.write(`over ${kind}: ${values} sane values and ${ends.length - values} failures\n`);
    expect(values).toBeGreaterThan(0);
    expect(values).toBeLessThan(ends.length);
  }

  it(`gives a sane value or a failure, by chance ${RUNS} times`, async () => {
    const ends: ('value' | 'failure')[] = [];
    const hostile = fc.oneof(
      fc.constantFrom(...HOSTILE),
      fc.jsonValue().map((value) => JSON.stringify(value)),
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...places), hostile, async (place, value) => {
        ends.push(await ask(place, value));
      }),
      { numRuns: RUNS },
    );
    tell(ends);
  });

  // Above the transport both are the same, and each place and value is tried over one of them.
  if (kind === 'json-2') {
    it('gives a sane value or a failure in each place, for each of the values', async () => {
      const ends: ('value' | 'failure')[] = [];
      for (const place of places) for (const value of HOSTILE) ends.push(await ask(place, value));
      tell(ends);
    });
  }
});

function jsonAnswer(body: string): Response {
  return new Response(body, { headers: { 'content-type': 'application/json' } });
}

/** A ticket of a customer's with a line and a message. */
async function fillPortal(bench: PortalBench): Promise<Known> {
  const call = (model: string, method: string, named: Record<string, unknown>) =>
    callPortal(bench, bench.apiKey, model, method, named, z.unknown());
  const portal = portalOf(bench);
  const employeeId = z.int().parse(expectValue(await portal.identify()).employeeId);
  const [ticketRemoteId = 0] = await createTickets(bench, ['Order']);
  const customers = await call('res.partner', 'search', { domain: [['is_company', '=', true]], limit: 1 });
  const [customerId] = z.tuple([z.int()]).parse(customers);
  await call('project.task', 'write', { ids: [ticketRemoteId], vals: { partner_id: customerId, priority: '1' } });
  const externalId = newId();
  const messageUid = `<wb-${randomUUID()}@fyra>`;
  const known = { ticketRemoteId, employeeId, externalId, messageUid, lineRemoteId: 0 };
  const lineRemoteId = expectValue(await portal.createTimesheetLine(lineOn(known, externalId)));
  expectValue(await portal.postMessage(messageOn(known, messageUid)));
  return { ...known, lineRemoteId };
}
