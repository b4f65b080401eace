import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { TicketId } from '@core/ids';
import { afterAll, onTestFinished } from 'vitest';
import { z } from 'zod';
import { readTicketByRemoteId } from '../../src/main/db/queries/tickets';
import type { Portal, PortalFailure } from '../../src/main/portal/portal';
import { startPracticePortal } from '../../src/main/portal/practice/practice-portal';
import { type PullSummary, pull } from '../../src/main/sync/pull';
import { type PushContext, push } from '../../src/main/sync/push';
import { createSyncLoop, type SyncLoop, type SyncParts } from '../../src/main/sync/sync-loop';
import { type FaultProxy, startFaultProxy } from './fault-proxy';
import { type HandClock, MONDAY_NINE } from './hand-clock';
import { callPortal, createTickets, expectValue, type PortalBench, portalOf, practiceLogins } from './portal-bench';
import { copyAsKilled, makeFolder, openWorkbench, type TestWorkbench } from './workbench';
import { connect } from './workbench-file';

/** A workbench and the portal as it reaches it. */
export type SyncSides = Pick<SyncBench, 'workbench' | 'portal' | 'employeeId'>;

/** A ticket on the portal, and what it is called here. */
export interface BothTicket {
  readonly id: TicketId;
  readonly remoteId: number;
}

/** A workbench, a practice portal, and between them a line on which things can go wrong. */
export interface SyncBench {
  readonly workbench: TestWorkbench;
  /** The portal as others reach it, without the faults between. */
  readonly practice: PortalBench;
  readonly portalFile: string;
  readonly proxy: FaultProxy;
  /** The portal as the app reaches it. */
  readonly portal: Portal;
  readonly employeeId: number;
}

const PORTAL_KEY = 'key-of-maja';

let filledFile: string | null = null;
afterAll(() => {
  if (filledFile !== null) rmSync(dirname(filledFile), { recursive: true, force: true });
});

/** A portal file with people and customers, and with or without the tickets one practises on. */
async function makePortalFile(hasPracticeTickets: boolean): Promise<string> {
  const portalFile = join(makeFolder(), 'portal.sqlite');
  // Filling one takes longest, so it is done once for each test file.
  if (filledFile === null) {
    const file = join(mkdtempSync(join(tmpdir(), 'fyra-portal-')), 'portal.sqlite');
    const practice = await startPracticePortal({ file, now: () => MONDAY_NINE, apiKey: PORTAL_KEY });
    await practice.stop();
    filledFile = file;
  }
  copyFileSync(filledFile, portalFile);
  if (!hasPracticeTickets) {
    connect(portalFile).exec(
      `DELETE FROM record WHERE model IN ('project.task', 'account.analytic.line', 'mail.message')`,
    );
  }
  return portalFile;
}

async function startPractice(clock: HandClock, hasPracticeTickets: boolean) {
  const portalFile = await makePortalFile(hasPracticeTickets);
  const practice = await startPracticePortal({ file: portalFile, now: () => clock.read().wall, apiKey: PORTAL_KEY });
  const proxy = await startFaultProxy(practice.url);
  onTestFinished(async () => {
    await proxy.stop();
    await practice.stop();
  });
  return { practice, proxy, portalFile };
}

/** Starts both sides, with nothing in common yet: the portal has no tickets, or those one practises on. */
export async function startSyncBench({ hasPracticeTickets = false } = {}): Promise<SyncBench> {
  const workbench = openWorkbench();
  const { practice, proxy, portalFile } = await startPractice(workbench.clock, hasPracticeTickets);
  const bench: PortalBench = {
    address: practice.url,
    database: practice.database,
    apiKey: practice.apiKey,
    ...practiceLogins(practice.apiKey),
    transport: 'json-2',
    readsColleaguesLines: true,
    stop: () => practice.stop(),
  };
  const portal = portalOf({ ...bench, address: proxy.address });
  const { employeeId } = expectValue(await portalOf(bench).identify());
  return { workbench, practice: bench, portalFile, proxy, portal, employeeId: z.int().parse(employeeId) };
}

/** Starts both sides and brings new tickets of the consultant here. */
export async function startWithTickets<Titles extends readonly string[]>(
  ...titles: Titles
): Promise<SyncBench & { tickets: { [Index in keyof Titles]: BothTicket } }> {
  const bench = await startSyncBench();
  const remoteIds = await createTickets(bench.practice, titles);
  await pullInto(bench);
  const tickets = await Promise.all(remoteIds.map((remoteId) => ticketHere(bench.workbench, remoteId)));
  return { ...bench, tickets: tickets as { [Index in keyof Titles]: BothTicket } };
}

/** Gives a ticket of the portal to the customer of this name. */
export async function setCustomer({ practice }: SyncBench, remoteId: number, name: string): Promise<void> {
  const domain = [['name', '=', name]];
  const call = <Schema extends z.ZodType>(
    model: string,
    method: string,
    named: Record<string, unknown>,
    answer: Schema,
  ) => callPortal(practice, practice.apiKey, model, method, named, answer);
  const [customerId] = await call('res.partner', 'search', { domain, limit: 1 }, z.tuple([z.int()]));
  await call('project.task', 'write', { ids: [remoteId], vals: { partner_id: customerId } }, z.boolean());
}

/** A ticket of the portal as it is kept here. */
export async function ticketHere(workbench: TestWorkbench, remoteId: number): Promise<BothTicket> {
  const ticket = await readTicketByRemoteId(workbench.database, remoteId);
  if (!ticket) throw new Error(`Ticket ${remoteId} is not here.`);
  return { id: ticket.id, remoteId };
}

/** Sends what waits, and then the pictures and what waited for them, until nothing more can go or something fails. */
export async function pushFrom(bench: SyncSides, changes: Partial<PushContext> = {}): Promise<PortalFailure | null> {
  for (const lane of ['rest', 'pictures', 'rest'] as const) {
    const failure = await pushLane(bench, lane, changes);
    if (failure) return failure;
  }
  return null;
}

function pushLane(
  bench: SyncSides,
  lane: PushContext['lane'],
  changes: Partial<PushContext>,
): Promise<PortalFailure | null> {
  const { workbench, portal, employeeId } = bench;
  return push({
    database: workbench.database,
    portal,
    employeeId,
    now: () => workbench.clock.read(),
    random: () => 0.5,
    readPicture: (hash) => workbench.pictures.read(hash),
    tellColleagues: async () => undefined,
    onPictureSent: () => undefined,
    newId: workbench.newId,
    requiresDescription: () => workbench.settings().requireDescription,
    calendar: workbench.calendar,
    onProgress: () => undefined,
    isCancelled: () => false,
    lane,
    ...changes,
  });
}

/** Brings what changed. */
export async function pullInto(bench: SyncSides, portal = bench.portal): Promise<PullSummary> {
  const { workbench, employeeId } = bench;
  const { database, newId, calendar } = workbench;
  const now = () => workbench.clock.read().wall;
  const requiresDescription = () => workbench.settings().requireDescription;
  return expectValue(await pull({ database, portal, employeeId, now, newId, requiresDescription, calendar }));
}

/** The loop that runs both. */
export function loopOf(bench: Pick<SyncBench, 'workbench' | 'portal'>, changes: Partial<SyncParts> = {}): SyncLoop {
  const { workbench, portal } = bench;
  const loop = createSyncLoop({
    database: workbench.database,
    portal,
    now: () => workbench.clock.read(),
    random: () => 0.5,
    newId: workbench.newId,
    readPicture: (hash) => workbench.pictures.read(hash),
    tellColleagues: async () => undefined,
    onPictureSent: () => undefined,
    requiresDescription: () => workbench.settings().requireDescription,
    calendar: workbench.calendar,
    startsOffline: false,
    onState: () => undefined,
    onPulled: async () => undefined,
    onError: (error) => {
      throw error;
    },
    ...changes,
  });
  onTestFinished(() => loop.stop());
  return loop;
}

/**
 * Sends until `method` is called on the portal, and kills the app there: with the portal having acted, or before the
 * request reached it. Answers the app that is started afterwards, on the other side of the same portal.
 */
export async function killWhileSending(
  bench: SyncBench,
  method: 'createTimesheetLine' | 'createAttachment' | 'postMessage',
  portalActs: boolean,
): Promise<SyncBench> {
  const reached = Promise.withResolvers<void>();
  const act = bench.portal[method].bind(bench.portal) as (argument: unknown) => Promise<unknown>;
  const dying = {
    ...bench.portal,
    [method]: async (argument: unknown) => {
      if (portalActs) await act(argument);
      reached.resolve();
      return new Promise<never>(() => undefined);
    },
  };
  void pushFrom(bench, { portal: dying });
  await reached.promise;
  const workbench = openWorkbench({ folder: copyAsKilled(bench.workbench), clock: bench.workbench.clock });
  return { ...bench, workbench: { ...workbench, pictures: bench.workbench.pictures } };
}

/** The lines on a ticket of the portal. */
export async function linesOnPortal({ practice }: Pick<SyncBench, 'practice'>, { remoteId }: BothTicket) {
  const request = { changedSince: null, after: null, pageSize: 100 };
  return expectValue(await portalOf(practice).readTimesheetLines([remoteId], request)).rows;
}

/** The messages on a ticket of the portal. */
export async function messagesOnPortal({ practice }: Pick<SyncBench, 'practice'>, { remoteId }: BothTicket) {
  const request = { changedSince: null, after: null, pageSize: 100 };
  return expectValue(await portalOf(practice).readMessages([remoteId], request)).rows;
}

const attachmentsSchema = z.array(z.object({ id: z.int(), name: z.string(), mimetype: z.string(), datas: z.string() }));

/** The attachments of a ticket of the portal, with their content as base64. */
export function attachmentsOnPortal({ practice }: Pick<SyncBench, 'practice'>, { remoteId }: BothTicket) {
  return callPortal(
    practice,
    practice.apiKey,
    'ir.attachment',
    'search_read',
    { domain: [['res_id', '=', remoteId]], fields: ['name', 'mimetype', 'datas'] },
    attachmentsSchema,
  );
}
