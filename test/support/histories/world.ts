import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TicketId } from '@core/ids';
import type { Instant } from '@core/time/instant';
import Database from 'better-sqlite3';
import { z } from 'zod';
import { readTicketByRemoteId } from '../../../src/main/db/queries/tickets';
import { type OpenSession, openSession } from '../../../src/main/open-session';
import { createSteeredPresence } from '../../../src/main/platform/steered-presence';
import { createOdooPortal } from '../../../src/main/portal/odoo/odoo-portal';
import type { Portal } from '../../../src/main/portal/portal';
import { CUSTOMERS } from '../../../src/main/portal/practice/data/customers';
import { startPracticePortal } from '../../../src/main/portal/practice/practice-portal';
import { createHandClock, type HandClock, MINUTE, MONDAY_NINE } from '../hand-clock';
import { callPortal, createTickets, expectValue, type PortalBench, portalOf, practiceLogins } from '../portal-bench';
import { DEFAULT_SETTINGS, NO_ANNOUNCEMENTS, NO_BACKUPS } from '../quiet-parts';
import { createFaultLine, type FaultLine, type LineFault } from './fault-line';

export type ConsultantName = 'maja' | 'oskar';
export const CONSULTANT_NAMES: readonly ConsultantName[] = ['maja', 'oskar'];

/** What a planted bug changes about the app: the portal it sees, with the database it may reach past. */
export type PlantedBug = (portal: Portal, session: () => OpenSession) => Portal;

/** One consultant's computer: the app on its file, the line to the portal, a clock of its own. */
export interface Computer {
  readonly name: ConsultantName;
  readonly clock: HandClock;
  readonly line: FaultLine;
  readonly ticketIds: readonly TicketId[];
  session(): OpenSession;
  folder(): string;
  /** What failed in the background. */
  readonly errors: unknown[];
  /** Syncs as a person asks for it, or the app by itself; ends when it has ended. */
  sync(): Promise<void>;
  /** Kills the app, at that request of a sync, or with none under way, and starts it again on what was on disk. */
  killDuringSync(atRequest: number, moment: 'before' | 'after'): Promise<void>;
  close(): Promise<void>;
}

/** A portal and two computers; each history begins on the same state of both. */
export interface World {
  readonly bench: PortalBench;
  readonly portalFile: string;
  readonly ticketRemoteIds: readonly number[];
  /** The moment at which each history begins. */
  begin(options: {
    onStruck: (kind: LineFault) => void;
    bug: PlantedBug | null;
  }): Promise<Record<ConsultantName, Computer>>;
  /** Time goes by everywhere. What is late has arrived before. */
  pass(computers: Record<ConsultantName, Computer>, milliseconds: number): Promise<void>;
  close(): Promise<void>;
}

const API_KEY = 'key-of-maja';
const NEVER_BY_ITSELF_MINUTES = 30_000;
export const USER_NAMES: Readonly<Record<ConsultantName, string>> = { maja: 'Maja Lindqvist', oskar: 'Oskar Berg' };

function openApp(folder: string, name: ConsultantName, clock: HandClock, portal: Portal, errors: unknown[]) {
  const ignore = () => undefined;
  return openSession({
    folder,
    account: {
      id: name,
      kind: 'practice',
      address: '',
      database: '',
      login: '',
      userId: 0,
      userName: USER_NAMES[name],
      serverVersion: '19.0',
      keepKey: 'session',
      ticketProfile: 'project-tasks',
    },
    portal,
    clock,
    presence: createSteeredPresence(clock, ignore),
    announce: NO_ANNOUNCEMENTS,
    settings: () => DEFAULT_SETTINGS,
    isOffline: false,
    syncEveryMinutes: NEVER_BY_ITSELF_MINUTES,
    firstSyncAfterMs: NEVER_BY_ITSELF_MINUTES * MINUTE,
    onSyncState: ignore,
    onBeat: ignore,
    onRecording: ignore,
    ...NO_BACKUPS,
    onError: (_what, error) => errors.push(error),
  }).then(expectValue);
}

/** Copies what a kill at this moment would leave of an app's folder. */
function copyAsKilled(folder: string, to: string): void {
  cpSync(folder, to, { recursive: true, filter: (source) => !source.endsWith('-shm') });
}

/** Starts the portal with two tickets of both consultants, which both have pulled. */
export async function startWorld(): Promise<World> {
  const root = mkdtempSync(join(tmpdir(), 'fyra-histories-'));
  const portalFile = join(root, 'portal.sqlite');
  let portalNow: () => Instant = () => MONDAY_NINE;
  const practice = await startPracticePortal({ file: portalFile, now: () => portalNow(), apiKey: API_KEY });
  const bench: PortalBench = {
    address: practice.url,
    database: practice.database,
    apiKey: API_KEY,
    ...practiceLogins(API_KEY),
    transport: 'json-2',
    readsColleaguesLines: true,
    stop: () => practice.stop(),
  };
  const keys: Record<ConsultantName, string> = { maja: API_KEY, oskar: bench.colleagueApiKey };
  const portalFileDirectly = new Database(portalFile);
  portalFileDirectly.exec(
    `DELETE FROM record WHERE model IN ('project.task', 'account.analytic.line', 'mail.message')`,
  );
  const ticketRemoteIds = await createTickets(bench, ['Order', 'Faktura']);
  await giveToBoth(bench, ticketRemoteIds);
  const tables = ['record', 'next_id', 'external_id', 'content'];
  let histories = 0;

  const connect = (name: ConsultantName, line: FaultLine): Portal =>
    createOdooPortal({ address: bench.address, database: bench.database, apiKey: keys[name], fetch: line.fetch });

  // The state each history begins on: made once, copied for each.
  const filled: Record<ConsultantName, string> = { maja: join(root, 'maja'), oskar: join(root, 'oskar') };
  for (const name of CONSULTANT_NAMES) {
    const errors: unknown[] = [];
    const line = createFaultLine(() => undefined);
    const app = await openApp(filled[name], name, createHandClock(), connect(name, line), errors);
    await app.sync.run();
    await app.close();
    if (errors.length > 0) throw errors[0];
  }
  for (const table of tables) {
    portalFileDirectly.exec(`CREATE TABLE begin_${table} AS SELECT * FROM ${table}`);
  }

  async function openComputer(
    name: ConsultantName,
    options: { onStruck: (kind: LineFault) => void; bug: PlantedBug | null },
  ): Promise<Computer> {
    const errors: unknown[] = [];
    const clock = createHandClock(MONDAY_NINE);
    const line = createFaultLine(options.onStruck);
    let lives = 0;
    const nextFolder = () => join(root, `history-${histories}-${name}-${++lives}`);
    let folder = nextFolder();
    cpSync(filled[name], folder, { recursive: true });
    let session: OpenSession;
    const start = async () => {
      const portal = connect(name, line);
      session = await openApp(folder, name, clock, options.bug?.(portal, () => session) ?? portal, errors);
      return session;
    };
    session = await start();
    const ticketIds: TicketId[] = [];
    for (const remoteId of ticketRemoteIds) {
      const ticket = await readTicketByRemoteId(session.workbench.database, remoteId);
      if (!ticket) throw new Error('The ticket did not come.');
      ticketIds.push(ticket.id);
    }
    async function replaceBy(next: string): Promise<void> {
      const dead = session;
      await dead.close();
      rmSync(folder, { recursive: true });
      folder = next;
      await start();
    }
    return {
      name,
      clock,
      line,
      ticketIds,
      errors,
      session: () => session,
      folder: () => folder,
      sync: () => session.sync.run(),
      killDuringSync: async (atRequest, moment) => {
        const left = nextFolder();
        let isKilled = false;
        line.onRequest(atRequest, moment, () => {
          copyAsKilled(folder, left);
          isKilled = true;
          // The dead send nothing; what they still write goes into a folder that nobody opens again.
          line.setCut(true);
        });
        await session.sync.run();
        if (!isKilled) copyAsKilled(folder, left);
        line.setCut(false);
        await replaceBy(left);
      },
      close: async () => {
        await session.close();
        rmSync(folder, { recursive: true, force: true });
      },
    };
  }

  return {
    bench,
    portalFile,
    ticketRemoteIds,
    begin: async (options) => {
      histories += 1;
      portalFileDirectly.transaction(() => {
        for (const table of tables) {
          portalFileDirectly.exec(`DELETE FROM ${table}; INSERT INTO ${table} SELECT * FROM begin_${table}`);
        }
      })();
      const maja = await openComputer('maja', options);
      const oskar = await openComputer('oskar', options);
      portalNow = () => maja.clock.read().wall;
      return { maja, oskar };
    },
    pass: async (computers, milliseconds) => {
      for (const { line } of Object.values(computers)) await line.letLateArrive();
      for (const { clock } of Object.values(computers)) clock.pass(milliseconds);
    },
    close: async () => {
      portalFileDirectly.close();
      await practice.stop();
      rmSync(root, { recursive: true, force: true });
    },
  };
}

async function giveToBoth(bench: PortalBench, ticketRemoteIds: readonly number[]): Promise<void> {
  const userIds = [];
  for (const key of [bench.apiKey, bench.colleagueApiKey]) {
    userIds.push(expectValue(await portalOf(bench, key).identify()).userId);
  }
  const domain = [['name', '=', CUSTOMERS.boats.name]];
  const named = { domain, limit: 1 };
  const [customerId] = await callPortal(bench, bench.apiKey, 'res.partner', 'search', named, z.tuple([z.int()]));
  const vals = { user_ids: [[6, 0, userIds]], partner_id: customerId };
  await callPortal(bench, bench.apiKey, 'project.task', 'write', { ids: ticketRemoteIds, vals }, z.literal(true));
}
