/** What the last set-up found and did, kept in node_modules so that it goes when they go. */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readJson } from '../lib/files.mjs';
import { nodeModules } from '../lib/places.mjs';

const stampFile = join(nodeModules, '.fyra-setup.json');

/**
 * @typedef {object} ElectronChoice
 * @property {'official' | 'fallback'} source where the runtime came from
 * @property {string} askedFor the version package.json asks for, for which this choice was made
 * @property {string} version the version it really is
 * @property {string} folder the folder with the executable's files
 * @property {string} executable the executable's full path
 */

/** @returns {{ installed?: string, electron?: ElectronChoice }} */
export function readStamp() {
  return readJson(stampFile) ?? {};
}

/** Adds to what the stamp says. */
export function updateStamp(change) {
  writeFileSync(stampFile, `${JSON.stringify({ ...readStamp(), ...change }, null, 2)}\n`);
}
