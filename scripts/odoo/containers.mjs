/** The portal in containers (compose.yaml), for machines where the Debian tree cannot be built. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { runChild } from '../lib/child-process.mjs';
import { withLock } from '../lib/lock.mjs';
import { freePort, untilAnswering } from './http.mjs';
import {
  database,
  installArguments,
  readSeedAnswer,
  seedArguments,
  seedKey,
  seedText,
  templateDatabase,
} from './recipe.mjs';

const composeFile = fileURLToPath(new URL('./compose.yaml', import.meta.url));
const connection = ['-h', '127.0.0.1', '-U', 'odoo'];

/** The command that runs compose here, or undefined. A client without a running engine does not count. */
export async function containerCommand() {
  for (const engine of ['docker', 'podman']) {
    const works = async (...words) => (await runChild(engine, words, { log: 'keep' })).code === 0;
    if ((await works('compose', 'version')) && (await works('info'))) return [engine, 'compose'];
  }
  return undefined;
}

/**
 * One bench at a time: the containers have fixed names, and the lock is held until they are stopped.
 *
 * @param {string[]} command
 * @param {{ log: (line: string) => void }} options
 */
export async function startInContainers(command, { log }) {
  const release = await holdLock('odoo-bench-containers');
  const port = await freePort();
  const compose = composeRunner(command, { ...process.env, FYRA_ODOO_PORT: String(port) });
  const close = async () => {
    try {
      await compose(['down', '--timeout', '5']);
    } finally {
      release();
    }
  };
  const url = `http://127.0.0.1:${port}`;
  const startServer = async () => {
    await compose(['up', '--detach', 'odoo']);
    if (!(await untilAnswering(url)))
      throw new Error(`The test Odoo did not answer at ${url}.\n${await compose(['logs', 'odoo'])}`);
  };
  const freshDatabase = async () => {
    await inDatabase(compose, ['dropdb', ...connection, '--if-exists', '--force', database]);
    await inDatabase(compose, ['createdb', ...connection, '-T', templateDatabase, database]);
  };
  try {
    // Those of an earlier run that was killed still use the database.
    await compose(['down', '--timeout', '5']);
    log('Starting the containers (the first time their images are fetched) …');
    await compose(['up', '--detach', '--wait', 'database']);
    const logins = await ensureTemplate(compose, log);
    await freshDatabase();
    await startServer();
    return { url, database, logins, startServer, freshDatabase, close, stopServer: () => compose(['stop', 'odoo']) };
  } catch (error) {
    await close().catch(() => undefined);
    throw error;
  }
}

/** The template says by its comment from which seed it was made and who can log in. */
async function ensureTemplate(compose, log) {
  const kept = await readTemplateComment(compose);
  if (kept?.seedKey === seedKey()) return kept.logins;
  await inDatabase(compose, ['dropdb', ...connection, '--if-exists', '--force', templateDatabase]);
  log('Installing the Odoo modules (some minutes) …');
  await inOdoo(compose, installArguments);
  log('Filling the portal with invented tickets …');
  const output = await inOdoo(compose, seedArguments, seedText());
  const logins = readSeedAnswer(output);
  if (!logins) throw new Error(`The seed of the test portal did not finish. Odoo said:\n${output}`);
  const comment = JSON.stringify({ seedKey: seedKey(), logins }).replaceAll("'", "''");
  await query(compose, `COMMENT ON DATABASE ${templateDatabase} IS '${comment}'`);
  return logins;
}

async function readTemplateComment(compose) {
  const text = await query(
    compose,
    `SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = '${templateDatabase}'`,
  );
  return text.trim() ? JSON.parse(text) : undefined;
}

function query(compose, statement) {
  return inDatabase(compose, [
    'psql',
    ...connection,
    '-d',
    'postgres',
    '-v',
    'ON_ERROR_STOP=1',
    '-At',
    '-c',
    statement,
  ]);
}

function inDatabase(compose, words) {
  return compose(['exec', '-T', 'database', ...words]);
}

function inOdoo(compose, odooArguments, input) {
  return compose(['run', '--rm', '-T', 'odoo', 'odoo', ...odooArguments], input);
}

function composeRunner([engine, ...words], env) {
  return async function compose(composeArguments, input = '') {
    const child = spawn(engine, [...words, '--file', composeFile, ...composeArguments], { env, stdio: 'pipe' });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text) => {
      stderr += text;
    });
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
    const [code] = await once(child, 'close');
    if (code === 0) return stdout;
    throw new Error(
      `The test Odoo could not be started in containers: "${composeArguments[0]}" ended with ${code}.\n${stderr}`,
    );
  };
}

/** Takes a lock that is let go of by a call, not by the end of a function. */
function holdLock(name) {
  return new Promise((resolve, reject) => {
    withLock(name, () => new Promise((release) => resolve(release))).catch(reject);
  });
}
