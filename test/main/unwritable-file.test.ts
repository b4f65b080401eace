import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { faultCodeOf } from '../../src/main/db/fault-code';
import { startTimer } from '../../src/main/usecases/start-timer';
import { SECOND } from '../support/hand-clock';
import { openTestSession } from '../support/session';
import { openWorkbench } from '../support/workbench';
import { addTicket } from '../support/workbench-rows';

it('tells once that time no longer reaches the disk, and once that it does again', async () => {
  const session = await openTestSession();
  const { workbench, clock } = session;
  const ticketId = await addTicket(workbench);
  await startTimer(workbench, ticketId);
  clock.pass(SECOND);
  await clock.beat();
  const lastSavedAt = clock.read().wall;
  expect(session.recordings).toEqual([]);

  await sql`PRAGMA query_only = ON`.execute(workbench.database);
  for (let beat = 0; beat < 3; beat += 1) {
    clock.pass(SECOND);
    await clock.beat();
  }
  expect(session.recordings).toEqual([{ kind: 'failing', since: lastSavedAt, reason: 'database-failed' }]);
  expect(session.errors).toHaveLength(1);

  await sql`PRAGMA query_only = OFF`.execute(workbench.database);
  await clock.beat();
  expect(session.recordings.at(-1)).toEqual({ kind: 'working' });
});

it("knows SQLite's word for a full disk", async () => {
  const { database } = openWorkbench();
  await sql`PRAGMA max_page_count = 1`.execute(database);
  const written = sql`CREATE TABLE filler AS SELECT zeroblob(100000) AS content`.execute(database);
  expect(faultCodeOf(await written.catch((error: unknown) => error))).toBe('disk-full');
});
