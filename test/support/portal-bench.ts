import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Outcome } from '@core/outcome';
import { z } from 'zod';
import { createJsonRpcTransport } from '../../src/main/portal/odoo/json-rpc-transport';
import { createJson2Transport } from '../../src/main/portal/odoo/json2-transport';
import { createOdooPortal } from '../../src/main/portal/odoo/odoo-portal';
import type { Portal } from '../../src/main/portal/portal';
import { CONSULTANTS } from '../../src/main/portal/practice/data/people';
import { practiceKeyOf, startPracticePortal } from '../../src/main/portal/practice/practice-portal';

/** A running portal with two people who have keys to it. */
export interface PortalBench {
  readonly address: URL;
  readonly database: string | null;
  readonly apiKey: string;
  readonly colleagueApiKey: string;
  /** The login of each key, for the interface that asks for it. */
  readonly logins: Readonly<Record<string, string>>;
  /** How the portal is spoken to. */
  readonly transport: 'json-2' | 'json-rpc';
  /** Whether the consultant may read colleagues' timesheet lines: a right that is given separately. */
  readonly readsColleaguesLines: boolean;
  stop(): Promise<void>;
}

/** The value of a success; a failure ends the test with its words. */
export function expectValue<Value, Failure>(outcome: Outcome<Value, Failure>): Value {
  if (!outcome.ok) throw new Error(`Expected a success, got ${JSON.stringify(outcome.failure)}`);
  return outcome.value;
}

/** What failed; a success ends the test. */
export function expectFailure<Value, Failure>(outcome: Outcome<Value, Failure>): Failure {
  if (outcome.ok) throw new Error(`Expected a failure, got ${JSON.stringify(outcome.value)}`);
  return outcome.failure;
}

/** The portal as the consultant, or as the colleague, uses it. */
export function portalOf(bench: PortalBench, apiKey = bench.apiKey): Portal {
  const connection = {
    address: bench.address,
    database: bench.database,
    apiKey,
    login: bench.logins[apiKey] ?? null,
  };
  const transport =
    bench.transport === 'json-rpc' ? createJsonRpcTransport(connection) : createJson2Transport(connection);
  return createOdooPortal(connection, transport);
}

/** Calls a method the app itself never calls, such as creating a ticket. Throws when the server refuses. */
export async function callPortal<Schema extends z.ZodType>(
  bench: PortalBench,
  apiKey: string,
  model: string,
  method: string,
  named: Readonly<Record<string, unknown>>,
  answer: Schema,
): Promise<z.output<Schema>> {
  const transport = createJson2Transport({ address: bench.address, database: bench.database, apiKey });
  return expectValue(await transport.call({ model, method, arguments: named, answer }));
}

/** The keys and logins of the people of a practice portal. */
export function practiceLogins(apiKey: string): Pick<PortalBench, 'colleagueApiKey' | 'logins'> {
  const colleagueApiKey = practiceKeyOf('oskar', apiKey);
  return {
    colleagueApiKey,
    logins: { [apiKey]: CONSULTANTS.maja.login, [colleagueApiKey]: CONSULTANTS.oskar.login },
  };
}

/** Starts a practice portal in a folder of its own. */
export async function startPracticeBench(
  now: () => number = Date.now,
  transport: PortalBench['transport'] = 'json-2',
): Promise<PortalBench> {
  const folder = await mkdtemp(join(tmpdir(), 'fyra-practice-'));
  const practice = await startPracticePortal({ file: join(folder, 'portal.sqlite'), now, apiKey: 'key-of-maja' });
  return {
    address: practice.url,
    database: practice.database,
    apiKey: practice.apiKey,
    ...practiceLogins(practice.apiKey),
    transport,
    readsColleaguesLines: true,
    stop: async () => {
      await practice.stop();
      await rm(folder, { recursive: true });
    },
  };
}

const idsSchema = z.array(z.int());

/** Creates tickets of the consultant in one request, so that all carry the same moment of change. */
export async function createTickets(bench: PortalBench, titles: readonly string[]): Promise<number[]> {
  const identity = expectValue(await portalOf(bench).identify());
  const projects = await callPortal(
    bench,
    bench.apiKey,
    'project.project',
    'search',
    { domain: [['allow_timesheets', '=', true]], limit: 1 },
    idsSchema,
  );
  const tickets = titles.map((name) => ({ name, project_id: projects[0], user_ids: [[6, 0, [identity.userId]]] }));
  return callPortal(bench, bench.apiKey, 'project.task', 'create', { vals_list: tickets }, idsSchema);
}
