import { join } from 'node:path';
import Database from 'better-sqlite3';
import { z } from 'zod';
import { expect, test } from './support/test';

const MINUTE = 60_000;

const heartbeatSchema = z.object({ wall: z.number() });

test('a kill while a timer runs costs at most a second, and what nobody saw is asked about', async ({
  launch,
  folder,
}) => {
  const first = await launch();
  await first.welcome.startPractising();
  await first.queue.rows().first().click();
  await first.ticket.startTimer();
  await expect(first.timerBar.elapsed()).toHaveText(/^0:00:0[2-9]$/);
  const killedAt = await first.app.kill();

  const file = join(folder, 'user-data', 'portals', 'practice', 'workbench.sqlite');
  const database = new Database(file, { readonly: true });
  const { wall } = heartbeatSchema.parse(database.prepare('SELECT wall FROM heartbeat').get());
  database.close();
  expect(killedAt - wall).toBeLessThanOrEqual(1_000);

  const second = await launch();
  await expect(second.timerBar.elapsed()).toHaveText(/^0:00:\d\d$/);
  await expect(second.timerBar.bar()).toHaveAttribute('data-running', 'true');
});

test('a timer that ran when the computer was last seen hours ago is paused there and asks about the time between', async ({
  launch,
}) => {
  const first = await launch();
  await first.welcome.startPractising();
  await first.queue.rows().first().click();
  await first.ticket.startTimer();
  await first.app.passTime(20 * MINUTE);
  await expect(first.timerBar.elapsed()).toHaveText(/^0:20:/);
  await first.app.kill();

  const second = await launch({ clockAheadMs: 3 * 60 * MINUTE });
  await expect(second.timerBar.pausedMenu()).toBeVisible();
  await expect(second.unknownTime()).toContainText('2 h 40');
  await second.unknownTime().getByRole('button', { name: 'Do not count' }).click();
  await expect(second.unknownTime()).toBeHidden();
});

test('a second copy brings the first one forward and ends', async ({ launch, folder }) => {
  const fyra = await launch();
  await expect(fyra.welcome.heading()).toBeVisible();
  await fyra.app.minimise();
  expect(await fyra.app.isMinimised()).toBe(true);
  const exitCode = await fyra.app.startSecondCopy(join(folder, 'user-data'));
  expect(exitCode).toBe(0);
  await expect.poll(() => fyra.app.isMinimised()).toBe(false);
});
