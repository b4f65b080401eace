/** Portals prepared earlier, kept beside the system in the Debian tree: one with the modules, one with the seed too. */

import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lastLines, removeFolder } from './debian-tree.mjs';
import { installArguments, modulesKey, readSeedAnswer, seedArguments, seedKey, seedText } from './recipe.mjs';
import { odooPlaces, openTree } from './running-tree.mjs';

const loginsFile = 'logins.json';

/**
 * The folder of a prepared portal and who can log in there. Call it under a lock, and copy it before letting go.
 *
 * @param {string} treeFolder
 * @param {(line: string) => void} log
 */
export async function ensureSeededSnapshot(treeFolder, log) {
  const home = join(treeFolder, 'srv', 'fyra-snapshots');
  mkdirSync(home, { recursive: true, mode: 0o700 });
  const withModules = join(home, `modules-${modulesKey}`);
  const seeded = join(home, `seeded-${seedKey()}`);
  if (!existsSync(seeded)) {
    if (!existsSync(withModules)) {
      log('Installing the Odoo modules (once; some 40 s) …');
      await prepare(treeFolder, withModules, installModules);
    }
    log('Filling the portal with invented tickets (once a day) …');
    await prepare(treeFolder, seeded, async (tree) => {
      await tree.takeFrom(withModules);
      return await plantSeed(tree);
    });
    await removeOthers(home, [withModules, seeded]);
  }
  return { folder: seeded, logins: JSON.parse(readFileSync(join(seeded, loginsFile), 'utf8')) };
}

async function installModules(tree) {
  await tree.createCluster();
  await tree.startPostgres();
  await tree.run('odoo', [...installArguments, ...odooPlaces]);
}

async function plantSeed(tree) {
  await tree.startPostgres();
  const output = await tree.run('odoo', [...seedArguments, ...odooPlaces], { input: seedText() });
  const answer = readSeedAnswer(output);
  if (!answer) throw new Error(`The seed of the test portal did not finish. Odoo said last:\n${lastLines(output)}`);
  return answer;
}

/** Keeps what `fill` made in a tree's scratch folder, complete or not at all. */
async function prepare(treeFolder, snapshot, fill) {
  const building = `${snapshot}.building`;
  await removeFolder(building);
  const tree = await openTree(treeFolder);
  try {
    const answer = await fill(tree);
    await tree.stopPostgres();
    await tree.keepIn(building);
    if (answer) writeFileSync(join(building, loginsFile), JSON.stringify(answer), { mode: 0o600 });
  } finally {
    await tree.close();
  }
  renameSync(building, snapshot);
}

async function removeOthers(home, wanted) {
  const outdated = readdirSync(home)
    .map((name) => join(home, name))
    .filter((folder) => !wanted.includes(folder));
  for (const folder of outdated) await removeFolder(folder);
}
