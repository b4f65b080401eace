/** What the test portal is made of, however it is run. */

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const database = 'portal';
export const templateDatabase = 'portal_template';

const modules = 'project,hr_timesheet,sale_timesheet,portal';
const language = 'sv_SE';
const seedFile = fileURLToPath(new URL('./seed.py', import.meta.url));
const seedMarker = 'FYRA-SEED ';

/** Odoo's own jobs would change records behind the tests; no mail server listens on port 1. */
export const quietOptions = ['--max-cron-threads=0', '--smtp', '127.0.0.1', '--smtp-port', '1'];

export const installArguments = [
  '-d',
  templateDatabase,
  '-i',
  modules,
  `--load-language=${language}`,
  '--without-demo',
  '--stop-after-init',
  '--no-http',
  '--log-level=warn',
  ...quietOptions,
];

export const seedArguments = ['shell', '-d', templateDatabase, '--no-http', '--log-level=warn', ...quietOptions];

export const serverArguments = ['-d', database, ...quietOptions];

/** Changes when an empty portal would come out differently. */
export const modulesKey = shortHash(installArguments.join(' '));

/** Changes when the seed does, and once a day: its dates are told from "today". */
export function seedKey() {
  return shortHash(modulesKey, seedText(), new Date().toISOString().slice(0, 10));
}

export function seedText() {
  return readFileSync(seedFile, 'utf8');
}

/**
 * What the seed printed for us among Odoo's own lines.
 *
 * @returns {{ consultant: Login, colleague: Login, admin: Login }}
 * @typedef {{ login: string, apiKey: string }} Login
 */
export function readSeedAnswer(output) {
  const line = output.split('\n').find((each) => each.startsWith(seedMarker));
  return line && JSON.parse(line.slice(seedMarker.length));
}

function shortHash(...parts) {
  return createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 12);
}
