/** The Debian tree in use: its mounts, PostgreSQL, and programs run in it as the user "odoo". */

import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { lastLines } from './debian-tree.mjs';
import { openSpace } from './namespace.mjs';
import { database, templateDatabase } from './recipe.mjs';

/** Everything a run writes is here (as seen inside the tree): in memory, private to the run, gone with it. */
export const scratch = '/srv/fyra';
const cluster = `${scratch}/cluster`;

const mounts = `
mkdir -p "$1${scratch}"
mount -t proc proc "$1/proc"
mount --bind /dev "$1/dev"
mount -t tmpfs -o mode=1777 tmpfs "$1/dev/shm"
mount -t tmpfs -o mode=0755,size=3g tmpfs "$1${scratch}"
chroot "$1" chown odoo:odoo ${scratch}`;

// Nothing of a test run has to survive a power cut, and no port is opened: PostgreSQL listens on a socket file only.
const postgresSettings = [
  'listen_addresses=',
  `unix_socket_directories=${scratch}`,
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'max_wal_size=256MB',
];
export const odooPlaces = ['--db_host', scratch, '--data-dir', `${scratch}/data`];

/** @param {string} folder the tree, as seen from outside */
export async function openTree(folder) {
  const [postgresVersion] = readdirSync(join(folder, 'usr/lib/postgresql'));
  const space = await openSpace(mounts, [folder]);
  const env = { HOME: scratch, PATH: `/usr/lib/postgresql/${postgresVersion}/bin:/usr/sbin:/usr/bin:/sbin:/bin` };
  const asOdoo = (command, commandArguments) => ['--userspec=odoo:odoo', folder, command, ...commandArguments];

  /** Starts a program that stays; the caller ends it. */
  function start(command, commandArguments, stdio) {
    return space.start('chroot', asOdoo(command, commandArguments), { stdio, env });
  }

  /** Runs a program to its end. Throws when it fails, with what it said last. */
  async function run(command, commandArguments, { input } = {}) {
    const result = await space.run('chroot', asOdoo(command, commandArguments), { input, env });
    return mustHaveWorked(command, result);
  }

  async function runAsRoot(command, commandArguments) {
    return mustHaveWorked(command, await space.run(command, commandArguments));
  }

  const controlPostgres = (...what) => run('pg_ctl', ['-D', cluster, '--wait', '--silent', ...what]);

  return {
    start,
    run,
    createCluster: () => run('initdb', ['-D', cluster, '-U', 'odoo', '-A', 'trust', '--no-sync']),
    startPostgres: () =>
      controlPostgres(
        '--log',
        `${scratch}/postgres.log`,
        '-o',
        postgresSettings.map((setting) => `-c ${setting}`).join(' '),
        'start',
      ),
    stopPostgres: () => controlPostgres('--mode=fast', 'stop'),
    /** Puts an untouched copy of the prepared database in the place of the one in use. */
    async freshDatabase() {
      await run('dropdb', ['-h', scratch, '--if-exists', '--force', database]);
      await run('createdb', ['-h', scratch, '--strategy=file_copy', '-T', templateDatabase, database]);
    },
    /** Fills the scratch folder with a copy made earlier. */
    takeFrom: (copy) => runAsRoot('cp', ['-a', `${copy}/.`, `${folder}${scratch}`]),
    /** Keeps a copy of the scratch folder on the disk. */
    async keepIn(copy) {
      await runAsRoot('cp', ['-a', `${folder}${scratch}`, copy]);
      await runAsRoot('sync', ['--file-system', copy]);
    },
    /** Asks a program that wrote its number into a file of the scratch folder to end. */
    end: (pidFile, child) => endByPidFile(run, pidFile, child),
    close: space.close,
  };
}

async function endByPidFile(run, pidFile, child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  // A second request makes Odoo stop at once instead of waiting for a long request to finish.
  await run('sh', ['-c', `odoo=$(cat ${pidFile}); kill "$odoo"; sleep 0.2; kill "$odoo" 2> /dev/null || :`]);
  await ended;
}

function mustHaveWorked(command, { code, stdout, output }) {
  if (code === 0) return stdout;
  throw new Error(
    `The test Odoo could not be made ready: ${command} ended with ${code}. It said last:\n${lastLines(output)}`,
  );
}
