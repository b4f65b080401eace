/** A portal in the Debian tree: a fresh copy of the prepared one, served on the loopback. */

import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withLock } from '../lib/lock.mjs';
import { ensureTree, lastLines } from './debian-tree.mjs';
import { freePort, untilAnswering } from './http.mjs';
import { database, serverArguments } from './recipe.mjs';
import { odooPlaces, openTree, scratch } from './running-tree.mjs';
import { ensureSeededSnapshot } from './snapshots.mjs';

const pidFile = `${scratch}/odoo.pid`;
const startsTried = 3;

/** @param {{ log: (line: string) => void }} options */
export async function startInTree({ log }) {
  const { tree, logins } = await withLock('odoo-bench', () => takeFreshCopy(log));
  const logFolder = mkdtempSync(join(tmpdir(), 'fyra-odoo-'));
  const close = async () => {
    await tree.close();
    rmSync(logFolder, { recursive: true, force: true });
  };
  try {
    await tree.startPostgres();
    await tree.freshDatabase();
    const server = await startServer(tree, join(logFolder, 'odoo.log'));
    return { database, logins, close, freshDatabase: tree.freshDatabase, ...server };
  } catch (error) {
    await close();
    throw error;
  }
}

async function takeFreshCopy(log) {
  const folder = await ensureTree({ log });
  const { folder: snapshot, logins } = await ensureSeededSnapshot(folder, log);
  const tree = await openTree(folder);
  try {
    await tree.takeFrom(snapshot);
    return { tree, logins };
  } catch (error) {
    await tree.close();
    throw error;
  }
}

async function startServer(tree, logFile) {
  let server;
  const start = async (port) => {
    server = await startOdoo(tree, port, logFile);
  };
  const port = await startOnFreePort(start, logFile);
  return {
    url: `http://127.0.0.1:${port}`,
    logFile,
    stopServer: () => tree.end(pidFile, server),
    startServer: () => start(port),
  };
}

/** Between our look and Odoo's start another program can take the port. */
async function startOnFreePort(start, logFile) {
  for (let tried = 1; ; tried += 1) {
    const port = await freePort();
    try {
      await start(port);
      return port;
    } catch (error) {
      if (tried === startsTried || !readFileSync(logFile, 'utf8').includes('Address already in use')) throw error;
    }
  }
}

async function startOdoo(tree, port, logFile) {
  const log = openSync(logFile, 'a');
  const places = ['--http-interface', '127.0.0.1', '--http-port', String(port), '--pidfile', pidFile];
  const child = tree.start('odoo', [...serverArguments, ...odooPlaces, ...places], ['ignore', log, log]);
  closeSync(log);
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null;
  if (await untilAnswering(`http://127.0.0.1:${port}`, { hasEnded })) return child;
  throw new Error(
    `The test Odoo ${hasEnded() ? `ended with ${child.exitCode}` : 'did not answer'} on 127.0.0.1:${port}. ` +
      `It said last:\n${lastLines(readFileSync(logFile, 'utf8'))}`,
  );
}
