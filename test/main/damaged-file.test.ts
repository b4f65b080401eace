import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { instantFromEpochMs } from '@core/time/instant';
import { expect, it } from 'vitest';
import { askAboutFile } from '../../src/main/damaged-file';
import { backupFolderOf, listBackups, nameOfDaily } from '../../src/main/db/backups';
import { openWorkbenchDatabase } from '../../src/main/db/open';
import { copyFileVerified } from '../../src/main/db/verified-copy';
import { textsIn } from '../../src/main/platform/texts';
import { expectValue } from '../support/portal-bench';
import { makeFolder } from '../support/workbench';

const MADE_AT = instantFromEpochMs(Date.UTC(2026, 10, 26, 8));

/** A damaged file, with a backup from nine in the morning or without one. */
async function makeDamagedFile({ hasBackup }: { hasBackup: boolean }): Promise<string> {
  const file = join(makeFolder(), 'workbench.sqlite');
  await expectValue(openWorkbenchDatabase(file)).destroy();
  mkdirSync(backupFolderOf(file));
  if (hasBackup) expectValue(copyFileVerified(file, join(backupFolderOf(file), nameOfDaily(MADE_AT))));
  writeFileSync(file, 'This was a database once.');
  return file;
}

/** Presses these buttons, one after the other. */
async function answer(file: string, ...presses: number[]) {
  const questions: { sentence: string; buttons: readonly string[] }[] = [];
  const opened: string[] = [];
  const failure = { kind: 'damaged', message: 'file is not a database' } as const;
  const outcome = await askAboutFile(file, failure, {
    texts: textsIn('en'),
    now: () => instantFromEpochMs(Date.UTC(2026, 10, 26, 9)),
    ask: async (question) => {
      questions.push(question);
      return presses.shift() ?? -1;
    },
    openFolderOf: async (path) => void opened.push(path),
  });
  return { outcome, questions, opened };
}

it('offers the newest backup with its time and the time of possible loss, and restores it', async () => {
  const file = await makeDamagedFile({ hasBackup: true });
  const { outcome, questions } = await answer(file, 0);
  expect(outcome).toBe('restored');
  expect(questions[0]?.buttons).toEqual(['Restore from 2026-11-26 09:00', 'Open the folder', 'Quit']);
  expect(questions[0]?.sentence).toMatch(/between then and \d{4}-\d\d-\d\d \d\d:\d\d, when the file was last changed/);
  expect(listBackups(file).map(({ kind }) => kind)).toContain('set-aside');
  await expectValue(openWorkbenchDatabase(file)).destroy();
});

it('asks again after the folder was opened, and touches nothing when the person quits', async () => {
  const file = await makeDamagedFile({ hasBackup: true });
  const { outcome, questions, opened } = await answer(file, 1, 2);
  expect([outcome, questions.length, opened]).toEqual(['quit', 2, [file]]);
  expect(listBackups(file).map(({ kind }) => kind)).toEqual(['daily']);
});

it('offers nothing to restore where there is no backup', async () => {
  const { outcome, questions } = await answer(await makeDamagedFile({ hasBackup: false }));
  expect([outcome, questions[0]?.buttons]).toEqual(['quit', ['Open the folder', 'Quit']]);
});
