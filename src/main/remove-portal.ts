import { existsSync, mkdirSync, readdirSync, renameSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCodeOf, isDiskFull } from '@core/error-code';
import { fail, type Outcome, succeed } from '@core/outcome';
import { syncToDisk } from './db/verified-copy';
import type { RemovalFailure } from './ipc/parts';
import type { PortalAccount } from './platform/settings';

export interface RemovalParts {
  /** The app's own folder. */
  readonly dataFolder: string;
  /** Takes the account out of the settings, and forgets its key. */
  readonly forget: (portalId: string) => void;
}

export const PRACTICE_ACCOUNT_ID = 'practice';
/** No account has a dot in its id, so this names the folder of none. */
const SET_ASIDE = /^removed\.([a-z0-9-]{1,80})\.\d+$/;
/** The codes with which systems say that somebody else has a file open. */
const IN_USE_CODES = ['EBUSY', 'EPERM'];

const portalsIn = (dataFolder: string) => join(dataFolder, 'portals');

function toFailure(error: unknown): RemovalFailure {
  const message = error instanceof Error ? error.message : String(error);
  if (isDiskFull(error)) return { kind: 'disk-full', message };
  return { kind: IN_USE_CODES.includes(errorCodeOf(error)) ? 'in-use' : 'not-writable', message };
}

/** What is to be moved, and where: the records, and of the practice portal the portal itself. */
function movesOf(
  dataFolder: string,
  portalId: string,
  aside: string,
): readonly (readonly [from: string, to: string])[] {
  const moves: readonly (readonly [string, string])[] = [
    [join(portalsIn(dataFolder), portalId), join(aside, 'records')],
    ...(portalId === PRACTICE_ACCOUNT_ID ? [[join(dataFolder, 'practice'), join(aside, 'practice')] as const] : []),
  ];
  return moves.filter(([from]) => existsSync(from));
}

/** A folder for what is removed, under a name that nothing has. */
function makeAside(dataFolder: string, portalId: string): string {
  for (let count = 0; ; count += 1) {
    const aside = join(portalsIn(dataFolder), `removed.${portalId}.${count}`);
    if (existsSync(aside)) continue;
    mkdirSync(aside, { recursive: true, mode: 0o700 });
    return aside;
  }
}

/**
 * Removes everything that is kept of an account which nobody has open: records, pictures, downloaded files, backups, key
 * and settings entry. It is first moved out of the way, then forgotten, then deleted; an end in between is finished at the
 * next start, so that no account is ever left that opens as an empty one. Answers whether something could not be deleted
 * yet: that is done at the next start, too.
 */
export async function removePortal(
  { id }: Pick<PortalAccount, 'id'>,
  { dataFolder, forget }: RemovalParts,
): Promise<Outcome<{ isDeletedLater: boolean }, RemovalFailure>> {
  const moved: (readonly [from: string, to: string])[] = [];
  let aside: string | null = null;
  try {
    aside = makeAside(dataFolder, id);
    for (const move of movesOf(dataFolder, id, aside)) {
      renameSync(...move);
      moved.push(move);
    }
    // What is forgotten next must not come back as a whole account after a power cut.
    if (process.platform !== 'win32') syncToDisk(portalsIn(dataFolder), 'r');
    forget(id);
  } catch (error) {
    for (const [from, to] of moved.toReversed()) renameSync(to, from);
    if (aside !== null) await rm(aside, { recursive: true, force: true });
    return fail(toFailure(error));
  }
  return succeed({ isDeletedLater: !(await tryToDelete(aside)) });
}

async function tryToDelete(folder: string): Promise<boolean> {
  try {
    await rm(folder, { recursive: true, force: true });
    return true;
  } catch {
    // Somebody looks into it; the next start tries again.
    return false;
  }
}

/** Ends removals that were interrupted. To be called before any account is opened. */
export function finishRemovals({ dataFolder, forget }: RemovalParts): Promise<unknown> {
  const portals = portalsIn(dataFolder);
  const asides = existsSync(portals) ? readdirSync(portals).filter((name) => SET_ASIDE.test(name)) : [];
  for (const name of asides) {
    const id = SET_ASIDE.exec(name)?.[1] ?? '';
    const aside = join(portals, name);
    // What was moved there whole is to be removed; an account that is there was begun anew since, or never left its place.
    if (existsSync(join(portals, id)) || !existsSync(join(aside, 'records'))) continue;
    for (const [from, to] of movesOf(dataFolder, id, aside)) renameSync(from, to);
    forget(id);
  }
  return Promise.all(asides.map((name) => tryToDelete(join(portals, name))));
}
