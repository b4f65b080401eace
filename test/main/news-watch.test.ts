import { newsIdSchema } from '@core/ids';
import { expect, it } from 'vitest';
import { keepNews } from '../../src/main/db/queries/news';
import { beginNews } from '../../src/main/db/queries/portal-facts';
import { startNewsWatch } from '../../src/main/news-watch';
import { MINUTE } from '../support/hand-clock';
import { openWorkbench, type TestWorkbench } from '../support/workbench';
import { addTicket } from '../support/workbench-rows';

/** A workbench on which a ticket has just come, and a watch that was told so. */
async function openWithNews({ isSyncing = false } = {}) {
  const workbench = openWorkbench();
  await beginNews(workbench.database, workbench.clock.read().wall);
  await bringTicket(workbench);
  const syncing = { is: isSyncing };
  const errors: unknown[] = [];
  const watch = startNewsWatch(workbench, {
    isSyncing: () => syncing.is,
    onError: (error) => errors.push(error),
  });
  watch.lookSoon();
  return { workbench, watch, syncing, errors };
}

async function bringTicket(workbench: TestWorkbench): Promise<void> {
  const ticketId = await addTicket(workbench);
  const id = newsIdSchema.parse(workbench.newId());
  const cameAt = workbench.clock.read().wall;
  await keepNews(workbench.database, { id, ticketId, kind: 'new-ticket', subject: '1', cameAt });
}

it('tells nothing while a sync is under way, and everything together once it has ended', async () => {
  const { workbench, syncing } = await openWithNews({ isSyncing: true });
  workbench.clock.pass(MINUTE);
  await workbench.clock.beat();
  await bringTicket(workbench);
  await workbench.clock.beat();
  expect(workbench.news).toEqual([]);
  syncing.is = false;
  await workbench.clock.beat();
  expect(workbench.news).toMatchObject([{ counts: [{ kind: 'new-ticket', count: 2 }] }]);
});

it('looks after a sync at once and otherwise twice a minute, also after the clock was set back', async () => {
  const { workbench } = await openWithNews();
  await workbench.clock.beat();
  expect(workbench.news).toHaveLength(1);
  await bringTicket(workbench);
  workbench.clock.pass(MINUTE / 2 - 1);
  await workbench.clock.beat();
  expect(workbench.news).toHaveLength(1);
  workbench.clock.pass(1);
  await workbench.clock.beat();
  expect(workbench.news).toHaveLength(2);
  await bringTicket(workbench);
  workbench.clock.setWallBy(-MINUTE);
  await workbench.clock.beat();
  expect(workbench.news).toHaveLength(3);
});

it('a look that fails is told of, and the next one is made', async () => {
  const { workbench, errors } = await openWithNews();
  const { announce } = workbench;
  const tell = announce.news;
  announce.news = () => {
    throw new Error('no desktop');
  };
  await workbench.clock.beat();
  expect(errors).toHaveLength(1);
  announce.news = tell;
  await bringTicket(workbench);
  workbench.clock.pass(MINUTE);
  await workbench.clock.beat();
  expect(workbench.news).toHaveLength(1);
});

it('looks no more once it has ended', async () => {
  const { workbench, watch } = await openWithNews();
  await watch.end();
  workbench.clock.pass(MINUTE);
  await workbench.clock.beat();
  expect(workbench.news).toEqual([]);
});
