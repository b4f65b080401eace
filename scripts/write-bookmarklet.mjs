/** Writes the bookmarklet, in one line, into the companion's page: `node scripts/write-bookmarklet.mjs`. */

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { minifySync } from 'vite';
import { projectFolder } from './lib/places.mjs';

const folder = join(projectFolder, 'resources', 'browser-companion');
const read = (name) => readFileSync(join(folder, name), 'utf8');

// A bookmark is one script: the two modules are put one after the other.
const modules = [read('link.js').replace(/^export /gm, ''), read('bookmarklet.js').replace(/^import .*\n/gm, '')];
const { code } = minifySync('bookmarklet.js', `(() => {\n${modules.join('\n')}\n})();`);
const bookmarklet = `javascript:${encodeURIComponent(code.trim())}`;

const page = read('install.html');
const written = page.replaceAll(/javascript:[^"<]*/g, () => bookmarklet.replaceAll("'", '%27'));
writeFileSync(join(folder, 'install.html'), written);
console.log(`The bookmarklet has ${bookmarklet.length} characters.`);
