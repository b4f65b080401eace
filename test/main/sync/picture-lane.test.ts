import { describe, expect, it } from 'vitest';
import {
  attachmentsOnPortal,
  linesOnPortal,
  loopOf,
  messagesOnPortal,
  type SyncBench,
  startWithTickets,
} from '../../support/sync-bench';
import { copyAsKilled, openWorkbench } from '../../support/workbench';
import { fileScreenshot, makePng, write } from '../../support/workbench-acts';
import { readElsewhere } from '../../support/workbench-file';
import { addLine } from '../../support/workbench-rows';

const UPLOAD = { path: '/ir.attachment/load' };

const statesOf = ({ workbench }: Pick<SyncBench, 'workbench'>, kind: string) =>
  readElsewhere(workbench.file, `SELECT state FROM outbox WHERE kind = '${kind}' ORDER BY sequence`).map(
    ({ state }) => state,
  );

/** One picture that crawls to the portal, with a sync that has come to it. */
async function startWithCrawlingPicture({ pictures = 1 } = {}) {
  const bench = await startWithTickets('Order');
  const [ticket] = bench.tickets;
  for (let picture = 1; picture <= pictures; picture += 1) {
    await fileScreenshot(bench.workbench, ticket.id, makePng(picture));
  }
  const arrives = Promise.withResolvers<void>();
  const isOnItsWay = Promise.withResolvers<void>();
  const onStruck = () => isOnItsWay.resolve();
  bench.proxy.inject({ kind: 'crawl', until: arrives.promise }, { ...UPLOAD, onStruck });
  const brought: (() => void)[] = [];
  const loop = loopOf(bench, {
    onPulled: async () => {
      for (const tell of brought.splice(0)) tell();
    },
  });
  const running = loop.run();
  await isOnItsWay.promise;
  return {
    ...bench,
    ticket,
    loop,
    running,
    arrive: arrives.resolve,
    /** Asks for a sync, and waits until it has sent what waits and brought what there is. */
    syncBeside: () =>
      new Promise<void>((resolve) => {
        brought.push(() => brought.push(resolve));
        void loop.run();
      }),
    uploads: () => bench.proxy.received.filter(({ path }) => path.endsWith(UPLOAD.path)).length,
  };
}

// Issue: "Large pictures upload in the background after the lines, resume after a break, and never delay time."
describe('while a large picture is on its way', () => {
  it('a line and a message are sent without waiting for it', async () => {
    const bench = await startWithCrawlingPicture();
    await addLine(bench.workbench, bench.ticket.id);
    await write(bench.workbench, bench.ticket.id, 'Hej under tiden');
    await bench.syncBeside();
    expect(await linesOnPortal(bench, bench.ticket)).toHaveLength(1);
    expect(await messagesOnPortal(bench, bench.ticket)).toMatchObject([
      { bodyHtml: expect.stringContaining('Hej under tiden') },
    ]);
    expect(statesOf(bench, 'upload-screenshot')).toEqual(['in-flight']);
    expect(await attachmentsOnPortal(bench, bench.ticket)).toEqual([]);
    bench.arrive();
    await bench.running;
    expect(bench.uploads()).toBe(1);
    expect(await attachmentsOnPortal(bench, bench.ticket)).toHaveLength(1);
    expect(await messagesOnPortal(bench, bench.ticket)).toHaveLength(2);
    expect(bench.loop.connection()).toEqual({ kind: 'online' });
  });

  it('how many have come is told, and told again after what went beside', async () => {
    const bench = await startWithCrawlingPicture({ pictures: 2 });
    const uploading = { kind: 'syncing', progress: { kind: 'uploading', done: 0, total: 2 } };
    expect(bench.loop.connection()).toEqual(uploading);
    await addLine(bench.workbench, bench.ticket.id);
    await bench.syncBeside();
    await expect.poll(() => bench.loop.connection()).toEqual(uploading);
    bench.arrive();
    await bench.running;
    expect(await attachmentsOnPortal(bench, bench.ticket)).toHaveLength(2);
  });

  it('a line that the portal does not answer ends the sync after it, and begins no other picture', async () => {
    const bench = await startWithCrawlingPicture({ pictures: 2 });
    await addLine(bench.workbench, bench.ticket.id);
    const isMet = Promise.withResolvers<void>();
    bench.proxy.inject({ kind: 'lose-request' }, { path: '/account.analytic.line/load', onStruck: isMet.resolve });
    void bench.loop.run();
    await isMet.promise;
    await expect
      .poll(() => readElsewhere(bench.workbench.file, 'SELECT * FROM outbox WHERE problem IS NOT NULL'))
      .toHaveLength(1);
    bench.arrive();
    await bench.running;
    expect(bench.loop.connection()).toMatchObject({ kind: 'unreachable' });
    expect(statesOf(bench, 'upload-screenshot')).toEqual(['done', 'waiting']);
    await bench.loop.run();
    expect(await linesOnPortal(bench, bench.ticket)).toHaveLength(1);
    expect(await attachmentsOnPortal(bench, bench.ticket)).toHaveLength(2);
  });

  it.each(['stop', 'offline', 'close'])('%s breaks it off at once, and it is sent from its beginning', async (how) => {
    const bench = await startWithCrawlingPicture();
    if (how === 'stop') bench.loop.cancel();
    if (how === 'offline') await bench.loop.setOffline(true);
    if (how === 'close') await bench.loop.stop();
    await bench.running;
    expect(bench.loop.connection().kind).not.toBe('unreachable');
    expect(statesOf(bench, 'upload-screenshot')).toEqual(['in-flight']);
    await loopOf(bench).run();
    expect(bench.uploads()).toBe(2);
    bench.arrive();
    expect(await attachmentsOnPortal(bench, bench.ticket)).toHaveLength(1);
    expect(await messagesOnPortal(bench, bench.ticket)).toHaveLength(1);
  });

  it.each([true, false])(
    'the end of the app leaves it once, and the line beside it (it had arrived: %s)',
    async (arrived) => {
      const bench = await startWithCrawlingPicture();
      await addLine(bench.workbench, bench.ticket.id);
      await bench.syncBeside();
      const workbench = openWorkbench({ folder: copyAsKilled(bench.workbench), clock: bench.workbench.clock });
      if (arrived) bench.arrive();
      else bench.loop.cancel();
      await bench.running;
      const after = { ...bench, workbench: { ...workbench, pictures: bench.workbench.pictures } };
      expect(statesOf(after, 'upload-screenshot')).toEqual(['in-flight']);
      await loopOf(after).run();
      expect(await attachmentsOnPortal(bench, bench.ticket)).toHaveLength(1);
      expect(await linesOnPortal(bench, bench.ticket)).toHaveLength(1);
      expect(bench.uploads()).toBe(arrived ? 1 : 2);
    },
  );
});
