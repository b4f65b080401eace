import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { customerIdSchema, ticketIdSchema } from '@core/ids';
import { instantFromEpochMs } from '@core/time/instant';
import { createSwedishCalendar } from '@core/time/swedish-holidays';
import Database from 'better-sqlite3';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, expect, test } from 'vitest';
import { openWorkbenchDatabase } from '../../src/main/db/open';
import { upsertCustomer } from '../../src/main/db/queries/customers';
import { upsertTicket } from '../../src/main/db/queries/tickets';
import { createSystemClock } from '../../src/main/platform/clock';
import { createPictureStore } from '../../src/main/platform/picture-store';
import { createAttention } from '../../src/main/usecases/attention';
import { beatTimer } from '../../src/main/usecases/beat-timer';
import { readTimers } from '../../src/main/usecases/read-timers';
import { startTimer } from '../../src/main/usecases/start-timer';
import type { Workbench } from '../../src/main/usecases/workbench';
import { PLAIN_TICKET } from '../support/plain-ticket';
import { DEFAULT_SETTINGS, NO_ANNOUNCEMENTS } from '../support/quiet-parts';

const ROUNDS = 300;
const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'fyra-bench-'));
  folders.push(folder);
  return folder;
}

function median(figures: number[]): number {
  return figures.sort((a, b) => a - b)[Math.floor(figures.length / 2)] ?? Number.NaN;
}

/** A file with the same settings, and the least that can be committed to it. */
function createBareCommit(): () => void {
  const database = new Database(join(makeFolder(), 'bare.sqlite'));
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.exec('CREATE TABLE bare (id INTEGER PRIMARY KEY, at INTEGER) STRICT');
  const insert = database.prepare('INSERT INTO bare (at) VALUES (?)');
  return () => {
    insert.run(Date.now());
  };
}

async function createWorkbench(): Promise<{
  workbench: Workbench;
  tickets: ReturnType<typeof ticketIdSchema.parse>[];
}> {
  const folder = makeFolder();
  const opened = openWorkbenchDatabase(join(folder, 'workbench.sqlite'));
  if (!opened.ok) throw new Error(opened.failure.kind);
  const workbench: Workbench = {
    database: opened.value,
    clock: createSystemClock(500),
    pictures: createPictureStore(join(folder, 'pictures')),
    announce: NO_ANNOUNCEMENTS,
    newId: uuidv7,
    userName: 'Bench',
    calendar: createSwedishCalendar(),
    settings: () => DEFAULT_SETTINGS,
    attention: createAttention(),
  };
  const customerId = await upsertCustomer(
    workbench.database,
    {
      id: customerIdSchema.parse(uuidv7()),
      remoteId: 1,
      name: 'Exempel AB',
      email: null,
      phone: null,
      language: null,
      priceListId: null,
    },
    ['on-demand'],
  );
  const tickets = [];
  for (const remoteId of [1, 2]) {
    const { id } = await upsertTicket(workbench.database, {
      id: ticketIdSchema.parse(uuidv7()),
      remoteId,
      number: `S-${remoteId}`,
      title: 'Bench',
      descriptionHtml: '',
      customerId,
      projectRemoteId: 1,
      ...PLAIN_TICKET,
      state: 'working',
      registeredAt: instantFromEpochMs(0),
      changedAt: instantFromEpochMs(0),
    });
    tickets.push(id);
  }
  return { workbench, tickets };
}

test('a timer start on disk, against one bare commit', async () => {
  const commit = createBareCommit();
  const { workbench, tickets } = await createWorkbench();
  const bare: number[] = [];
  const starts: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const bareFrom = performance.now();
    commit();
    bare.push(performance.now() - bareFrom);
    const ticketId = tickets[round % 2];
    if (!ticketId) throw new Error('no ticket');
    const startFrom = performance.now();
    const started = await startTimer(workbench, ticketId);
    starts.push(performance.now() - startFrom);
    expect(started.ok).toBe(true);
  }
  await workbench.database.destroy();
  const [startMs, bareMs] = [median(starts), median(bare)];
  console.log(
    `a timer start on disk: ${(startMs / bareMs).toFixed(2)} × one bare commit ` +
      `(medians of ${ROUNDS} each: ${startMs.toFixed(2)} ms and ${bareMs.toFixed(2)} ms; each start also pauses the other timer)`,
  );
});

test('a beat of a running timer, with what the window is told, against one bare commit', async () => {
  const commit = createBareCommit();
  const { workbench, tickets } = await createWorkbench();
  const [ticketId] = tickets;
  if (!ticketId) throw new Error('no ticket');
  await startTimer(workbench, ticketId);
  const bare: number[] = [];
  const beats: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const bareFrom = performance.now();
    commit();
    bare.push(performance.now() - bareFrom);
    const beatFrom = performance.now();
    await beatTimer(workbench);
    await readTimers(workbench);
    beats.push(performance.now() - beatFrom);
  }
  await workbench.database.destroy();
  const [beatMs, bareMs] = [median(beats), median(bare)];
  console.log(
    `a beat of a running timer: ${(beatMs / bareMs).toFixed(2)} × one bare commit ` +
      `(medians of ${ROUNDS} each: ${beatMs.toFixed(2)} ms and ${bareMs.toFixed(2)} ms)`,
  );
});
