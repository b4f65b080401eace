import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { finishRemovals, removePortal } from '../../src/main/remove-portal';
import { expectFailure, expectValue } from '../support/portal-bench';
import { makeFolder } from '../support/workbench';

const OURS = 'odoo-0123456789abcdef';
const OTHER = 'odoo-fedcba9876543210';

/** An app's folder with the records of these accounts, and what was forgotten of them. */
function makeDataFolder(...ids: readonly string[]) {
  const dataFolder = makeFolder();
  for (const id of ids) {
    const folder = join(dataFolder, 'portals', id);
    mkdirSync(join(folder, 'backups'), { recursive: true });
    for (const name of ['workbench.sqlite', 'workbench.sqlite-wal', join('backups', 'a.sqlite')]) {
      writeFileSync(join(folder, name), id);
    }
  }
  mkdirSync(join(dataFolder, 'practice'));
  writeFileSync(join(dataFolder, 'practice', 'portal.sqlite'), 'practice');
  return dataFolder;
}

const portalsIn = (dataFolder: string) => readdirSync(join(dataFolder, 'portals')).toSorted();

/** Settings that know these accounts. */
function knowing(...ids: readonly string[]) {
  const known = new Set(ids);
  return { known, forget: (id: string) => void known.delete(id) };
}

/** Removes an account, and answers what a kill would have left before and after it was forgotten. */
async function removeAndCopy(dataFolder: string, id: string) {
  const [before, after] = [makeFolder(), makeFolder()];
  const { known, forget } = knowing(id, OTHER);
  const removed = await removePortal(
    { id },
    {
      dataFolder,
      forget: (forgotten) => {
        cpSync(dataFolder, before, { recursive: true });
        forget(forgotten);
        cpSync(dataFolder, after, { recursive: true });
      },
    },
  );
  return { removed, known, before, after };
}

describe('removing a portal', () => {
  it('takes everything that is kept of it, and nothing of another', async () => {
    const dataFolder = makeDataFolder(OURS, OTHER);
    const { removed, known } = await removeAndCopy(dataFolder, OURS);
    expect(expectValue(removed)).toEqual({ isDeletedLater: false });
    expect(portalsIn(dataFolder)).toEqual([OTHER]);
    expect([...known]).toEqual([OTHER]);
    expect(readFileSync(join(dataFolder, 'portals', OTHER, 'workbench.sqlite'), 'utf8')).toBe(OTHER);
    expect(existsSync(join(dataFolder, 'practice', 'portal.sqlite'))).toBe(true);
  });

  it('takes the practice portal with the records of practising', async () => {
    const dataFolder = makeDataFolder('practice', OTHER);
    expectValue((await removeAndCopy(dataFolder, 'practice')).removed);
    expect(portalsIn(dataFolder)).toEqual([OTHER]);
    expect(existsSync(join(dataFolder, 'practice'))).toBe(false);
  });

  it('forgets one of which nothing is kept', async () => {
    const dataFolder = makeDataFolder(OTHER);
    const { removed, known } = await removeAndCopy(dataFolder, OURS);
    expectValue(removed);
    expect([...known]).toEqual([OTHER]);
  });

  it.each([OURS, 'practice'])('of %s leaves nothing half when it is cut off: the next start ends it', async (id) => {
    const { before, after } = await removeAndCopy(makeDataFolder(id, OTHER), id);
    for (const [left, { known, forget }] of [
      [before, knowing(id, OTHER)],
      [after, knowing(OTHER)],
    ] as const) {
      // Whoever opens it between the two finds no file to take for an empty one: it is out of its place as a whole.
      expect(existsSync(join(left, 'portals', id))).toBe(false);
      await finishRemovals({ dataFolder: left, forget });
      expect(portalsIn(left)).toEqual([OTHER]);
      expect([...known]).toEqual([OTHER]);
      expect(existsSync(join(left, 'practice'))).toBe(id !== 'practice');
    }
  });

  it('that was cut off between the records and the practice portal is ended, too', async () => {
    const dataFolder = makeDataFolder(OTHER);
    const aside = join(dataFolder, 'portals', 'removed.practice.0');
    mkdirSync(join(aside, 'records'), { recursive: true });
    const { known, forget } = knowing('practice');
    await finishRemovals({ dataFolder, forget });
    expect([...known]).toEqual([]);
    expect(existsSync(join(dataFolder, 'practice'))).toBe(false);
    expect(portalsIn(dataFolder)).toEqual([OTHER]);
  });

  it('leaves an account alone that was begun anew since, or had not left its place', async () => {
    const dataFolder = makeDataFolder(OURS, 'practice');
    mkdirSync(join(dataFolder, 'portals', `removed.${OURS}.0`, 'records'), { recursive: true });
    mkdirSync(join(dataFolder, 'portals', 'removed.practice.3'), { recursive: true });
    const { known, forget } = knowing(OURS, 'practice');
    await finishRemovals({ dataFolder, forget });
    expect([...known]).toEqual([OURS, 'practice']);
    expect(portalsIn(dataFolder)).toEqual([OURS, 'practice']);
    expect(existsSync(join(dataFolder, 'practice', 'portal.sqlite'))).toBe(true);
  });

  it.each([
    ['ENOSPC', 'disk-full'],
    ['EBUSY', 'in-use'],
    ['EPERM', 'in-use'],
    ['EACCES', 'not-writable'],
  ])('puts everything back when the system says %s', async (code, kind) => {
    const dataFolder = makeDataFolder('practice', OTHER);
    const forget = () => {
      throw Object.assign(new Error(code), { code });
    };
    expect(expectFailure(await removePortal({ id: 'practice' }, { dataFolder, forget }))).toEqual({
      kind,
      message: code,
    });
    expect(portalsIn(dataFolder)).toEqual([OTHER, 'practice']);
    expect(readdirSync(join(dataFolder, 'portals', 'practice')).toSorted()).toEqual([
      'backups',
      'workbench.sqlite',
      'workbench.sqlite-wal',
    ]);
    expect(existsSync(join(dataFolder, 'practice', 'portal.sqlite'))).toBe(true);
  });
});
