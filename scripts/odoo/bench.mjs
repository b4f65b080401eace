/**
 * A real Odoo 19 to test against, started by `startOdooBench` or by `node scripts/odoo/bench.mjs`.
 *
 * The command prints one line of JSON when the portal answers, and stays until it is told to stop (Ctrl-C, SIGTERM, or
 * the end of its standard input).
 */

import { fileURLToPath } from 'node:url';
import { containerCommand, startInContainers } from './containers.mjs';
import { canBuildTree } from './debian-tree.mjs';
import { givenPortal } from './given-portal.mjs';
import { canOpenSpace } from './namespace.mjs';
import { describePortal } from './portal-contents.mjs';
import { startInTree } from './tree-portal.mjs';

/**
 * Starts a portal with the data of seed.py. Throws, with what to do about it, where no Odoo can be had.
 *
 * `restart` stops the server and starts it again at the same address. `goOffline` and `goOnline` are its two halves.
 * `reset` puts the portal back to the seed: same ids, same keys. A given server (FYRA_ODOO_URL) has none of these.
 *
 * @param {{ log?: (line: string) => void }} options
 */
export async function startOdooBench({ log = () => undefined } = {}) {
  const portal = await startPortal(log);
  try {
    const contents = await describePortal(portal);
    log(`Odoo answers at ${portal.url}`);
    return { ...contents, logFile: portal.logFile, ...controlsOf(portal), stop: once(portal.close) };
  } catch (error) {
    await portal.close();
    throw error;
  }
}

async function startPortal(log) {
  const given = givenPortal();
  if (given) return given;
  if (canBuildTree() && (await canOpenSpace())) return await startInTree({ log });
  const command = await containerCommand();
  if (command) return await startInContainers(command, { log });
  throw new Error(
    'No Odoo 19 can be started on this machine. It takes one of: root on a Debian-like Linux that may make mounts ' +
      '(a container needs --privileged); docker or podman with compose; or FYRA_ODOO_URL with its API keys, ' +
      'see docs/testing-with-odoo.md.',
  );
}

function controlsOf({ stopServer, startServer, freshDatabase }) {
  if (!stopServer) return {};
  return {
    goOffline: stopServer,
    goOnline: startServer,
    async restart() {
      await stopServer();
      await startServer();
    },
    async reset() {
      await stopServer();
      await freshDatabase();
      await startServer();
    },
  };
}

/** However often it is asked for, it is done once, and everybody waits for the same end. */
function once(action) {
  let done;
  return () => {
    done ??= action();
    return done;
  };
}

async function main() {
  const startedAt = Date.now();
  const bench = await startOdooBench({ log: (line) => console.error(line) });
  console.error(`Ready after ${Math.round((Date.now() - startedAt) / 1000)} s. Ctrl-C stops it.`);
  process.stdout.write(`${JSON.stringify(bench)}\n`);
  await untilToldToStop();
  await bench.stop();
  process.exit(0);
}

function untilToldToStop() {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, resolve);
    process.stdin.once('end', resolve).once('close', resolve).once('error', resolve).resume();
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  main().catch((error) => {
    console.error(error.message);
    process.exit(1);
  });
}
