import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { succeed } from '@core/outcome';
import { PNG } from 'pngjs';
import { expect, it } from 'vitest';
import { z } from 'zod';
import type { AppParts } from '../../src/main/ipc/parts';
import { answerTo, ask, openWithTicket } from '../support/ask';
import { callPortal, expectValue } from '../support/portal-bench';
import { openTestSession } from '../support/session';

const done = z.literal(true);
const PICTURE = new Uint8Array(PNG.sync.write(new PNG({ width: 4, height: 3 })));
const LOG = new TextEncoder().encode('403 Forbidden\n');

/** A ticket on a portal with a log and a picture, and a window that keeps what it is told and is given to save. */
async function openWithFiles() {
  const { bench, session, ticket } = await openWithTicket();
  const put = async (fileName: string, mimeType: string, bytes: Uint8Array) =>
    expectValue(
      await bench.portal.createAttachment({
        externalId: `__import__.wb_${randomUUID()}`,
        ticketRemoteId: ticket.remoteId,
        fileName,
        mimeType,
        bytes,
      }),
    );
  const log = await put('../webhook.log', 'text/plain', LOG);
  const picture = await put('bild.png', 'image/png', PICTURE);
  const saved: { name: string; bytes: Buffer }[] = [];
  const progress: number[] = [];
  const window: Partial<AppParts> = {
    saveAs: async (name, bytes) => {
      saved.push({ name, bytes: Buffer.from(bytes) });
      return succeed(true);
    },
    showAttachmentProgress: ({ receivedBytes, totalBytes }) => progress.push(receivedBytes / totalBytes),
  };
  const folder = join(session.folder, 'attachments');
  const list = async () => answerTo(session, 'attachment:list', { ticketId: ticket.id });
  const refresh = async () => answerTo(session, 'attachment:refresh', { ticketId: ticket.id });
  const save = (remoteId: number) => ask(session, 'attachment:save', { remoteId }, window);
  const open = (remoteId: number) => ask(session, 'attachment:open', { remoteId }, window);
  return { bench, session, ticket, log, picture, put, saved, progress, window, folder, list, refresh, save, open };
}

it('lists nothing before somebody asks, and keeps what it listed', async () => {
  const { bench, session, ticket, log, picture, list, refresh } = await openWithFiles();
  await session.sync.run();
  expect(bench.proxy.received.filter(({ path }) => path.endsWith('/ir.attachment/search_read'))).toEqual([]);
  expect(await list()).toEqual({ readAt: null, attachments: [] });

  const listed = await refresh();
  expect(listed.readAt).toBe(session.clock.read().wall);
  expect(listed.attachments).toMatchObject([
    { remoteId: picture, fileName: 'bild.png', sizeBytes: PICTURE.length, isPicture: true, isHere: false },
    { remoteId: log, fileName: '../webhook.log', sizeBytes: LOG.length, isPicture: false, isHere: false },
  ]);
  bench.proxy.setOffline(true);
  expect(await ask(session, 'attachment:refresh', { ticketId: ticket.id })).toMatchObject({
    code: 'portal-unreachable',
  });
  expect(await list()).toEqual(listed);
});

it('saves a file under a harmless name, keeps it by its content, and has it without the portal from then on', async () => {
  const { bench, session, log, picture, saved, progress, folder, list, refresh, save, open } = await openWithFiles();
  await refresh();
  expect(await save(log)).toEqual({ ok: true, value: { isSaved: true } });
  expect(saved.map(({ name }) => name)).toEqual(['webhook.log']);
  expect(saved[0]?.bytes).toEqual(Buffer.from(LOG));
  expect(progress.at(-1)).toBe(1);
  const [name = '', ...others] = readdirSync(folder);
  expect(others).toEqual([]);
  expect(name).toMatch(/^[0-9a-f]{64}$/);
  expect(readFileSync(join(folder, name))).toEqual(Buffer.from(LOG));
  expect((await list()).attachments).toMatchObject([{ isHere: false }, { remoteId: log, isHere: true }]);

  bench.proxy.setOffline(true);
  await save(log);
  expect(saved).toHaveLength(2);
  expect(await open(picture)).toMatchObject({ ok: false, code: 'portal-unreachable' });
  await session.sync.setOffline(true);
  expect(await open(picture)).toMatchObject({ ok: false, code: 'working-offline' });
  expect(saved).toHaveLength(2);
});

it('downloads a kept file anew when it is damaged', async () => {
  const { log, saved, folder, refresh, save } = await openWithFiles();
  await refresh();
  await save(log);
  const [name = ''] = readdirSync(folder);
  writeFileSync(join(folder, name), 'something else');
  await save(log);
  expect(saved[1]?.bytes).toEqual(saved[0]?.bytes);
  expect(readFileSync(join(folder, name))).toEqual(Buffer.from(LOG));
});

it('opens a picture as what its bytes are, and nothing that only claims to be one', async () => {
  const { picture, put, refresh, open } = await openWithFiles();
  const script = new TextEncoder().encode('<svg onload="alert(1)"/>');
  const liar = await put('bild.png', 'image/png', script);
  await refresh();
  expect(await open(picture)).toEqual({ ok: true, value: { type: 'png', bytes: PICTURE } });
  expect(await open(liar)).toMatchObject({ ok: false, code: 'picture-invalid' });
});

it('leaves nothing of a download that is cancelled, and starts it anew when asked to', async () => {
  const { session, put, window, folder, saved, list, refresh } = await openWithFiles();
  const large = await put('stor.bin', 'application/octet-stream', new Uint8Array(3_000_000));
  await refresh();
  const cancel = () => ask(session, 'attachment:cancel', { remoteId: large });
  const cancelling = { ...window, showAttachmentProgress: () => void cancel() };
  expect(await ask(session, 'attachment:save', { remoteId: large }, cancelling)).toEqual({
    ok: true,
    value: { isSaved: false },
  });
  expect(saved).toEqual([]);
  expect((await list()).attachments[0]).toMatchObject({ remoteId: large, isHere: false });
  expect(() => readdirSync(folder)).toThrow('ENOENT');
  expect(await ask(session, 'attachment:save', { remoteId: large }, window)).toMatchObject({
    value: { isSaved: true },
  });
});

it('keeps what was downloaded when the portal deletes it', async () => {
  const { bench, session, log, picture, saved, refresh, list, save, open } = await openWithFiles();
  const call = (method: string, named: Readonly<Record<string, unknown>>) =>
    callPortal(bench.practice, bench.practice.apiKey, 'ir.attachment', method, named, done);
  await refresh();
  await save(log);
  await call('unlink', { ids: [log, picture] });
  expect(await open(picture)).toMatchObject({ ok: false, code: 'attachment-gone' });
  await refresh();
  expect((await list()).attachments).toMatchObject([{ remoteId: log, isHere: true, isGone: true }]);
  await save(log);
  expect(saved[1]?.bytes).toEqual(saved[0]?.bytes);
  expect(session.errors).toEqual([]);
});

it('does not take a changed file for the one that was downloaded', async () => {
  const { bench, log, saved, refresh, list, save } = await openWithFiles();
  await refresh();
  await save(log);
  const datas = Buffer.from('200 OK').toString('base64');
  await callPortal(
    bench.practice,
    bench.practice.apiKey,
    'ir.attachment',
    'write',
    { ids: [log], vals: { datas } },
    done,
  );
  await refresh();
  expect((await list()).attachments[1]).toMatchObject({ remoteId: log, isHere: false });
  await save(log);
  expect(saved[1]?.bytes.toString()).toBe('200 OK');
});

it('removes at the next start what no ticket names any more', async () => {
  const { session, log, folder, refresh, save } = await openWithFiles();
  await refresh();
  await save(log);
  const needed = readdirSync(folder);
  writeFileSync(join(folder, 'f'.repeat(64)), 'left over');
  await session.close();
  const again = await openTestSession({ folder: session.folder });
  await expect.poll(() => readdirSync(folder)).toEqual(needed);
  await again.close();
});

it('says of a ticket that is only here that it has no files on the portal yet', async () => {
  const { session, ticket } = await openWithFiles();
  await session.workbench.database.updateTable('ticket').set({ remoteId: null, portalFields: null }).execute();
  expect(await ask(session, 'attachment:refresh', { ticketId: ticket.id })).toMatchObject({ code: 'not-on-portal' });
});
