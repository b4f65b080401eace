/** Where things are: the project, its installed tools and the user's cache. */

import { createHash } from 'node:crypto';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of package.json. */
export const projectFolder = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** The folder npm installs into. */
export const nodeModules = join(projectFolder, 'node_modules');

/** A short name for this checkout, so that two checkouts of one user keep their locks apart. */
export const projectKey = createHash('sha256').update(projectFolder).digest('hex').slice(0, 12);

/** The user's cache for what every checkout can share. */
export function cacheFolder() {
  return join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'fyra');
}
