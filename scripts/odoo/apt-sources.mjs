/** What this machine's own apt configuration says about where Debian's packages come from. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runChild } from '../lib/child-process.mjs';

const suitesOfDebian = new Set(
  'oldoldstable oldstable stable testing unstable sid buster bullseye bookworm trixie forky duke'.split(' '),
);

/**
 * The mirror this machine takes Debian's main archive from, or undefined when it names none (another distribution).
 *
 * @param {string} folder
 * @returns {{ uri: string, signedBy: string | undefined } | undefined}
 */
export function configuredDebianMirror(folder = '/etc/apt') {
  const sources = sourceFiles(folder).flatMap((file) => parseSources(readFileSync(file, 'utf8'), file));
  const source = sources.find(isDebianMain);
  return source && { uri: source.uris.find(isReachable), signedBy: source.signedBy };
}

function sourceFiles(folder) {
  const parts = join(folder, 'sources.list.d');
  const names = listFolder(parts).filter((name) => /\.(list|sources)$/.test(name));
  return [
    ...(listFolder(folder).includes('sources.list') ? [join(folder, 'sources.list')] : []),
    ...names.sort().map((name) => join(parts, name)),
  ];
}

function listFolder(folder) {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function isDebianMain({ enabled, uris, suites, components }) {
  return (
    enabled &&
    suites.some((suite) => suitesOfDebian.has(suite)) &&
    components.includes('main') &&
    uris.some(isReachable)
  );
}

/** An installation disc is listed like a mirror, but it does not carry the suites we need. */
function isReachable(uri) {
  return /^[a-z+]+:\/\//.test(uri);
}

/** Reads both formats apt knows: a line per source, and paragraphs of fields (deb822). */
export function parseSources(text, fileName) {
  return fileName.endsWith('.sources') ? parseParagraphs(text) : parseLines(text);
}

function parseLines(text) {
  const line = /^deb\s+(?:\[(?<options>[^\]]*)\]\s*)?(?<uri>\S+)\s+(?<suite>\S+)\s+(?<components>[^#]*)/;
  return text.split('\n').flatMap((each) => {
    const groups = line.exec(each.trim())?.groups;
    if (!groups) return [];
    const signedBy = /(?:^|\s)signed-by=(\S+)/i.exec(groups.options ?? '')?.[1];
    return [
      {
        enabled: true,
        uris: [groups.uri],
        suites: [groups.suite],
        components: words(groups.components),
        signedBy: keyFile(signedBy),
      },
    ];
  });
}

function parseParagraphs(text) {
  const withoutComments = text
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .join('\n');
  return withoutComments
    .split(/\n\s*\n/)
    .map(parseFields)
    .flatMap((fields) => {
      if (!words(fields.get('types')).includes('deb')) return [];
      return [
        {
          enabled: !/^(no|false|off|0)$/i.test(fields.get('enabled') ?? 'yes'),
          uris: words(fields.get('uris')),
          suites: words(fields.get('suites')),
          components: words(fields.get('components')),
          signedBy: keyFile(fields.get('signed-by')),
        },
      ];
    });
}

function parseFields(paragraph) {
  const fields = new Map();
  // A line that starts with a blank continues the field above it.
  for (const line of paragraph.replace(/\n[ \t]+/g, ' ').split('\n')) {
    const [, name, value] = /^([\w-]+):\s*(.*)$/.exec(line) ?? [];
    if (name) fields.set(name.toLowerCase(), value.trim());
  }
  return fields;
}

function words(text = '') {
  return text.split(/\s+/).filter(Boolean);
}

/** A source may also carry a whole key instead of naming a file; only a file can be handed on. */
function keyFile(signedBy) {
  return signedBy?.startsWith('/') ? words(signedBy)[0].split(',')[0] : undefined;
}

/** How apt reaches its mirrors here (proxy, certificate authority), as `Name "value"` options. */
export async function aptTransportOptions() {
  const { code, output } = await runChild('apt-config', ['dump'], { log: 'keep' });
  if (code !== 0) return [];
  return output
    .split('\n')
    .filter((line) => /^Acquire::https?::\S+ ".+";$/.test(line))
    .map((line) => line.replace(/;$/, ''));
}
