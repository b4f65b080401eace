import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createJsonRpcTransport } from '../../src/main/portal/odoo/json-rpc-transport';
import { createJson2Transport } from '../../src/main/portal/odoo/json2-transport';
import { createOdooPortal } from '../../src/main/portal/odoo/odoo-portal';
import type { Portal, PortalResult } from '../../src/main/portal/portal';
import {
  callPortal,
  createTickets,
  expectValue,
  type PortalBench,
  portalOf,
  startPracticeBench,
} from '../support/portal-bench';
import { makePng } from '../support/workbench-acts';

const RUNS = 3_000;
const READ_ALL = { changedSince: null, after: null, pageSize: 200 };
const EARLIEST = Date.UTC(1900, 0, 1);
const LATEST = Date.UTC(2200, 0, 1);
const MOST_SECONDS = 3_600_000_000;

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

/** What stands in place of a value, as it is written in an answer; null: it is left out. */
const HOSTILE: readonly (string | null)[] = [
  null,
  ...'null true false 0 -0 -1 1.5 1e21 1e306 1e308 -1e308 1e999 -1e999 9007199254740993'.split(' '),
  ...'[] {} [[]] [1] [1,2,3] ["a"] [0,"x"] [1,1e999] {"id":1} {"__proto__":{"id":1}} [null]'.split(' '),
  ...['', 'false', 'NaN', 'Infinity', '\u0000', '2026-11-23', '2026-02-30', '0000-00-00', '9999-12-31'].map(quoted),
  ...['0000-00-00 00:00:00', '0000-01-01 00:00:00', '9999-12-31 23:59:59', '2026-02-31 25:61:61'].map(quoted),
  ...['2026-11-23T08:00:00Z', '9'.repeat(400), 'x'.repeat(100_000), '[1,2]', '<script>'].map(quoted),
];

function quoted(text: string): string {
  return JSON.stringify(text);
}

type Path = readonly (string | number)[];

/** Where in an answer something can be replaced: each value in it, and itself. */
function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, held]) => pathsOf(held, [...path, key]))];
}

const PLACE = '@@here@@';

function replaceAt(value: unknown, path: Path, isLeftOut: boolean): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return PLACE;
  if (Array.isArray(value)) {
    const items = value.map((held, index) => (String(index) === key ? replaceAt(held, rest, isLeftOut) : held));
    return isLeftOut && rest.length === 0 ? items.filter((held) => held !== PLACE) : items;
  }
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, held]) => [
    name,
    name === key ? replaceAt(held, rest, isLeftOut) : held,
  ]);
  return Object.fromEntries(isLeftOut && rest.length === 0 ? entries.filter(([name]) => name !== key) : entries);
}

function writeHostile(body: string, path: Path, hostile: string | null): string {
  const replaced = JSON.stringify(replaceAt(JSON.parse(body), path, hostile === null)) ?? 'null';
  // A function: what stands in place of it may hold a dollar sign.
  return replaced.replace(quoted(PLACE), () => hostile ?? 'null');
}

/** What is not sane about a value that a portal gave: a path and a value for each. */
function insaneIn(value: unknown, name = ''): string[] {
  const insane = (isSane: boolean) => (isSane ? [] : [`${name}: ${String(value)}`]);
  if (Array.isArray(value)) return value.flatMap((item) => insaneIn(item, name));
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([key, held]) => insaneIn(held, key));
  }
  if (typeof value !== 'number') {
    return name === 'date' ? insane(z.iso.date().safeParse(value).success) : insane(value !== undefined);
  }
  if (name.endsWith('At')) return insane(value >= EARLIEST && value < LATEST && Number.isSafeInteger(value));
  if (/Seconds/.test(name)) return insane(Number.isSafeInteger(value) && value >= 0 && value <= MOST_SECONDS);
  return insane(Number.isSafeInteger(value) && value >= 0);
}

interface Answer {
  readonly question: number;
  /** Which of its answers. */
  readonly index: number;
  readonly paths: readonly Path[];
}

describe.each(['json-2', 'json-rpc'] as const)(
  'over %s, a field of an answer that is not what it should be',
  (kind) => {
    let bench: PortalBench;
    let known: Known;
    const answers: Answer[] = [];
    const recorded = new Map<number, string[]>();

    /** A portal whose answers go through `change` first, numbered as they come. */
    function portalWith(change: (body: string, index: number) => string, send: typeof globalThis.fetch): Portal {
      let asked = 0;
      const connection = {
        address: bench.address,
        database: bench.database,
        apiKey: bench.apiKey,
        login: bench.logins[bench.apiKey] ?? null,
        fetch: async (input: string | URL | Request, init?: RequestInit) => {
          const index = asked;
          asked += 1;
          const response = await send(input, init);
          const { status, headers } = response;
          return new Response(change(await response.text(), index), { status, headers });
        },
      };
      const create = kind === 'json-2' ? createJson2Transport : createJsonRpcTransport;
      return createOdooPortal(connection, create(connection));
    }

    beforeAll(async () => {
      bench = await startPracticeBench();
      const portal = portalOf(bench);
      const employeeId = z.int().parse(expectValue(await portal.identify()).employeeId);
      const [ticketRemoteId = 0] = await createTickets(bench, ['Order']);
      const customers = { domain: [['is_company', '=', true]], limit: 1 };
      const [customerId] = await callPortal(bench, bench.apiKey, 'res.partner', 'search', customers, z.array(z.int()));
      const vals = { partner_id: customerId, priority: '1' };
      await callPortal(bench, bench.apiKey, 'project.task', 'write', { ids: [ticketRemoteId], vals }, z.unknown());
      const externalId = newId();
      const messageUid = `<wb-${randomUUID()}@fyra>`;
      const partly = { ticketRemoteId, employeeId, externalId, messageUid, lineRemoteId: 0 };
      const lineRemoteId = expectValue(await portal.createTimesheetLine(lineOn(partly, externalId)));
      known = { ...partly, lineRemoteId };
      expectValue(await portal.postMessage(messageOn(known, messageUid)));
      for (const [question, [name, ask]] of QUESTIONS.entries()) {
        const bodies: string[] = [];
        const asking = portalWith((body, index) => {
          bodies[index] = body;
          return body;
        }, globalThis.fetch);
        const result = await ask(asking, known);
        expect(result, name).toMatchObject({ ok: true });
        recorded.set(question, bodies);
        for (const [index, body] of bodies.entries()) {
          answers.push({ question, index, paths: pathsOf(JSON.parse(body)) });
        }
      }
    });
    afterAll(() => bench.stop());

    it(`gives a sane value or a failure, ${RUNS} times`, async () => {
      const ends = { value: 0, failure: 0 };
      const hostile = fc.oneof(
        { weight: 4, arbitrary: fc.constantFrom(...HOSTILE) },
        { weight: 1, arbitrary: fc.jsonValue().map((value) => JSON.stringify(value)) },
      );
      const place = fc.nat().chain((at) => {
        const answer = answers[at % answers.length];
        if (answer === undefined) throw new Error('There are no answers.');
        return fc.record({ answer: fc.constant(answer), path: fc.constantFrom(...answer.paths) });
      });
      await fc.assert(
        fc.asyncProperty(place, hostile, async ({ answer: { question, index }, path }, value) => {
          const bodies = recorded.get(question) ?? [];
          let asked = 0;
          const replay: typeof globalThis.fetch = async () => {
            const body = bodies[asked] ?? '[]';
            asked += 1;
            return new Response(body, { headers: { 'content-type': 'application/json' } });
          };
          const portal = portalWith((body, at) => (at === index ? writeHostile(body, path, value) : body), replay);
          const [name, ask] = z.tuple([z.string(), z.custom<Ask>()]).parse(QUESTIONS[question]);
          const result = await ask(portal, known);
          const given = result.ok ? result.value : result.failure;
          expect(insaneIn(given), name).toEqual([]);
          if (!result.ok) expect(result.failure.message.length).toBeLessThanOrEqual(2_000);
          ends[result.ok ? 'value' : 'failure'] += 1;
        }),
        { numRuns: RUNS },
      );
      process.stdout.write(`over ${kind}: ${ends.value} values and ${ends.failure} failures\n`);
      expect(ends.value).toBeGreaterThan(0);
      expect(ends.failure).toBeGreaterThan(0);
    });
  },
);
