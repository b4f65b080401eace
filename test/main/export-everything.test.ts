import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PNG } from 'pngjs';
import { expect, it, onTestFinished } from 'vitest';
import { currentVersion } from '../../src/main/db/migrate';
import { createAttachmentStore } from '../../src/main/platform/attachment-store';
import { type ExportParts, exportEverything } from '../../src/main/usecases/export-everything';
import { expectValue } from '../support/portal-bench';
import { makeFolder, openWorkbench } from '../support/workbench';
import { readElsewhere } from '../support/workbench-file';
import { addTicket } from '../support/workbench-rows';

/** A workbench with a ticket and a picture, and where it is to be exported to. */
async function makeExport(changes: Partial<ExportParts> = {}) {
  const workbench = openWorkbench();
  await addTicket(workbench);
  const png = new PNG({ width: 60, height: 60 });
  randomBytes(png.data.length).copy(png.data);
  const { hash } = expectValue(workbench.pictures.save(PNG.sync.write(png)));
  const progress: number[] = [];
  const parts: ExportParts = {
    file: workbench.file,
    pictures: workbench.pictures,
    attachments: createAttachmentStore(join(workbench.folder, 'attachments')),
    settings: { language: 'sv' },
    portal: { kind: 'odoo', address: 'https://odoo.example', userName: 'Maja Lindqvist' },
    appVersion: '1.0.0',
    now: workbench.clock.read().wall,
    signal: new AbortController().signal,
    onProgress: ({ done, total }) => progress.push(done / total),
    ...changes,
  };
  return { workbench, hash, parts, progress, folder: join(makeFolder(), 'Fyra export 2026-11-26') };
}

const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

it('writes every row of every table, the pictures by name, and a manifest that counts them', async () => {
  const { workbench, hash, parts, progress, folder } = await makeExport();
  expectValue(await exportEverything(folder, parts));
  expect(readdirSync(folder).toSorted()).toEqual([
    'attachments',
    'manifest.json',
    'pictures',
    'settings.json',
    'tables',
  ]);
  expect(readJson(join(folder, 'tables', 'ticket.json'))).toEqual(
    readElsewhere(workbench.file, 'SELECT * FROM ticket'),
  );
  expect(readJson(join(folder, 'tables', 'outbox.json'))).toEqual([]);
  for (const name of ['ticket_search', 'ticket_search_data', 'ticket_search_content'])
    expect(readdirSync(join(folder, 'tables'))).not.toContain(`${name}.json`);
  expect(readFileSync(join(folder, 'pictures', `${hash}.png`))).toEqual(workbench.pictures.read(hash));
  expect(readJson(join(folder, 'manifest.json'))).toMatchObject({
    schemaVersion: currentVersion,
    exportedAt: new Date(parts.now).toISOString(),
    tables: { ticket: 1, outbox: 0 },
    pictures: 1,
  });
  expect(progress.at(-1)).toBe(1);
});

it('writes the files of tickets that were downloaded, and counts them', async () => {
  const { workbench, parts, folder } = await makeExport();
  const store = createAttachmentStore(join(workbench.folder, 'attachments'));
  const { hash } = expectValue(await store.save(Buffer.from('log')));
  expectValue(await exportEverything(folder, parts));
  expect(readFileSync(join(folder, 'attachments', hash), 'utf8')).toBe('log');
  expect(readJson(join(folder, 'manifest.json'))).toMatchObject({ attachments: 1 });
});

it('leaves nothing behind when a person cancels', async () => {
  const cancelled = new AbortController();
  const { parts, folder } = await makeExport({ signal: cancelled.signal, onProgress: () => cancelled.abort() });
  expect(await exportEverything(folder, parts)).toMatchObject({ ok: false, failure: { kind: 'cancelled' } });
  expect(readdirSync(dirname(folder))).toEqual([]);
});

it('never writes over a folder that is there', async () => {
  const { parts, folder } = await makeExport();
  mkdirSync(folder);
  expect(await exportEverything(folder, parts)).toMatchObject({ failure: { kind: 'already-there' } });
  expect(readdirSync(folder)).toEqual([]);
});

// A disk of 16 KiB; only root on Linux can make one.
it.skipIf(process.platform !== 'linux' || process.getuid?.() !== 0)(
  'says so when the disk is full, and gives the space back',
  async (context) => {
    const disk = makeFolder();
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=16k', 'tmpfs', disk]);
    context.skip(mounted.status !== 0, 'no tmpfs can be mounted here');
    onTestFinished(() => void spawnSync('umount', [disk]));
    const { parts } = await makeExport();
    expect(await exportEverything(join(disk, 'export'), parts)).toMatchObject({ failure: { kind: 'disk-full' } });
    expect(readdirSync(disk)).toEqual([]);
  },
);
