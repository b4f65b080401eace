import { succeed } from '@core/outcome';
import type { ApiKey } from '@core/sync/key-expiry';
import { addMs, type Instant } from '@core/time/instant';
import { describe, expect, it } from 'vitest';
import { chooseKey, forgetKeys } from '../../../src/main/db/queries/api-keys';
import type { Portal } from '../../../src/main/portal/portal';
import { noteKeys } from '../../../src/main/sync/note-keys';
import { readKeyInUse, tellOfKey } from '../../../src/main/usecases/tell-of-key';
import { odooErrorFault } from '../../support/fault';
import { HOUR, MONDAY_NINE } from '../../support/hand-clock';
import { loopOf, startSyncBench } from '../../support/sync-bench';
import { openWorkbench, type TestWorkbench } from '../../support/workbench';

const DAY = 24 * HOUR;
const inDays = (days: number) => addMs(MONDAY_NINE, days * DAY);

/** A portal that knows these keys, and how often it was asked. */
function portalWith(keys: readonly ApiKey[] | null) {
  const asked = { times: 0 };
  const readKeys: Portal['readKeys'] = async () => {
    asked.times += 1;
    return succeed(keys);
  };
  return { portal: { readKeys }, asked };
}

const key = (remoteId: number, name: string, expiresAt: Instant | null): ApiKey => ({
  remoteId,
  name,
  createdAt: null,
  expiresAt,
});

/** A workbench whose portal told of these keys, and the warnings that speak. */
async function openWithKeys(keys: readonly ApiKey[] | null) {
  const workbench = openWorkbench();
  await note(workbench, keys);
  return workbench;
}

const daysTold = ({ keyWarnings }: TestWorkbench) => keyWarnings.map(({ days }) => days);

const note = (workbench: TestWorkbench, keys: readonly ApiKey[] | null) =>
  noteKeys(workbench.database, portalWith(keys).portal, workbench.clock.read().wall);
const read = ({ database, clock }: TestWorkbench) => readKeyInUse(database, clock.read().wall);

describe('the keys on the portal', () => {
  it('are asked for once a day, and at once after another key was given', async () => {
    const { database, clock } = openWorkbench();
    const { portal, asked } = portalWith([key(1, 'Fyra', inDays(90))]);
    const look = () => noteKeys(database, portal, clock.read().wall);
    await look();
    clock.pass(DAY - 1);
    await look();
    expect(asked.times).toBe(1);
    clock.pass(1);
    await look();
    expect(asked.times).toBe(2);
    await forgetKeys(database);
    await look();
    expect(asked.times).toBe(3);
  });

  it('come with a sync of the practice portal, whose keys never expire', async () => {
    const bench = await startSyncBench();
    await loopOf(bench).run();
    expect(await read(bench.workbench)).toEqual({ kind: 'known', name: 'Fyra', expiry: null });
  });

  it('are none where the server does not let them be read: no warning, and no sync that fails', async () => {
    const bench = await startSyncBench();
    const forbidden = odooErrorFault(403, 'odoo.exceptions.AccessError', 'You are not allowed to access this.');
    bench.proxy.inject(forbidden, { path: '/res.users.apikeys/search_read' });
    const loop = loopOf(bench);
    await loop.run();
    expect(loop.connection()).toEqual({ kind: 'online' });
    expect(await read(bench.workbench)).toEqual({ kind: 'unknown' });
  });

  it('are asked for again with the next sync when the server failed at this', async () => {
    const bench = await startSyncBench();
    bench.proxy.inject({ kind: 'lose-answer' }, { path: '/res.users.apikeys/fields_get' });
    const loop = loopOf(bench);
    await loop.run();
    expect(loop.connection()).toEqual({ kind: 'online' });
    expect(await read(bench.workbench)).toEqual({ kind: 'unknown' });
    await loop.run();
    expect(await read(bench.workbench)).toMatchObject({ kind: 'known' });
  });
});

describe('a key that expires', () => {
  it('is told of 30, 7 and 1 days before and once it has, each once, also over restarts', async () => {
    const first = await openWithKeys([key(1, 'Fyra', inDays(31))]);
    const { clock, folder } = first;
    const told: number[] = [];
    let { database } = first;
    for (let day = 0; day <= 33; day += 1) {
      await database.destroy();
      const workbench = openWorkbench({ folder, clock });
      database = workbench.database;
      for (let hours = 0; hours < 24; hours += 3) {
        await tellOfKey(workbench);
        clock.pass(3 * HOUR);
      }
      told.push(...daysTold(workbench));
    }
    expect(told).toEqual([30, 7, 1, 0]);
  });

  it('is told of within service hours', async () => {
    const workbench = await openWithKeys([key(1, 'Fyra', inDays(6))]);
    workbench.clock.pass(12 * HOUR);
    await tellOfKey(workbench);
    expect(daysTold(workbench)).toEqual([]);
    workbench.clock.pass(12 * HOUR);
    await tellOfKey(workbench);
    expect(daysTold(workbench)).toEqual([7]);
  });

  it('is told of anew once another one is in use', async () => {
    const workbench = await openWithKeys([key(1, 'Fyra', inDays(1))]);
    await tellOfKey(workbench);
    await forgetKeys(workbench.database);
    await tellOfKey(workbench);
    await note(workbench, [key(2, 'Fyra', inDays(29))]);
    await tellOfKey(workbench);
    expect(daysTold(workbench)).toEqual([1, 30]);
  });

  it('is told of once the person has said which of several it is', async () => {
    const keys = [key(1, 'Kontoret', inDays(5)), key(2, 'Skript', inDays(60))];
    const workbench = await openWithKeys(keys);
    await tellOfKey(workbench);
    expect(daysTold(workbench)).toEqual([]);
    expect(await read(workbench)).toEqual({ kind: 'several', keys });
    await chooseKey(workbench.database, 1);
    await tellOfKey(workbench);
    expect(daysTold(workbench)).toEqual([7]);
    expect(await read(workbench)).toEqual({
      kind: 'known',
      name: 'Kontoret',
      expiry: { at: inDays(5), warningDays: 7, daysLeft: 5 },
    });
  });
});
