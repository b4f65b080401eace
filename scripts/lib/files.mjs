/** Small readings of files that several scripts share. */

import { createHash } from 'node:crypto';
import { createReadStream, readFileSync, statSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';

/** The parsed JSON of a file, or undefined when it is missing or no JSON. */
export function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** The text of a file, or undefined when it is missing. */
export function readText(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/** The size of a file in bytes, or undefined when it is missing. */
export function sizeOf(file) {
  return statSync(file, { throwIfNoEntry: false })?.size;
}

/** The hash of a file of any size, read as a stream. */
export async function hashFile(file, algorithm = 'sha256', encoding = 'hex') {
  const hash = createHash(algorithm);
  await pipeline(createReadStream(file), hash);
  return hash.digest(encoding);
}

/** The sha256 of a small file, at once. */
export function hashSmallFile(file) {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}
