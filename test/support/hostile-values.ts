import { z } from 'zod';

const EARLIEST = Date.UTC(1900, 0, 1);
const LATEST = Date.UTC(2200, 0, 1);
const MOST_SECONDS = 3_600_000_000;

/** What stands in place of a value, as it is written in an answer; null: it is left out. */
export const HOSTILE: readonly (string | null)[] = [
  null,
  ...'null true false 0 -0 -1 1.5 1e21 1e306 1e308 -1e308 1e999 -1e999 9007199254740993'.split(' '),
  ...'[] {} [[]] [1] [1,2,3] ["a"] [0,"x"] [1,1e999] {"id":1} {"__proto__":{"id":1}} [null]'.split(' '),
  ...['', 'false', 'NaN', 'Infinity', '\u0000', '2026-11-23', '2026-02-30', '0000-00-00', '9999-12-31'].map(quoted),
  ...['0000-00-00 00:00:00', '0000-01-01 00:00:00', '9999-12-31 23:59:59', '2026-02-31 25:61:61'].map(quoted),
  ...['2026-11-23T08:00:00Z', '9'.repeat(400), 'x'.repeat(100_000), '[1,2]', '<script>'].map(quoted),
];

function quoted(text: string): string {
  return JSON.stringify(text);
}

export type Path = readonly (string | number)[];

/** Where in an answer something can be replaced: each value in it, and itself. */
export function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  // The first item of a list stands for all.
  const entries = Object.entries(value).slice(0, Array.isArray(value) ? 1 : undefined);
  return [path, ...entries.flatMap(([key, held]) => pathsOf(held, [...path, key]))];
}

const PLACE = '@@here@@';

function replaceAt(value: unknown, path: Path, isLeftOut: boolean): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return PLACE;
  if (Array.isArray(value)) {
    const items = value.map((held, index) => (String(index) === key ? replaceAt(held, rest, isLeftOut) : held));
    return isLeftOut && rest.length === 0 ? items.filter((held) => held !== PLACE) : items;
  }
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, held]) => [
    name,
    name === key ? replaceAt(held, rest, isLeftOut) : held,
  ]);
  return Object.fromEntries(isLeftOut && rest.length === 0 ? entries.filter(([name]) => name !== key) : entries);
}

export function writeHostile(body: string, path: Path, hostile: string | null): string {
  const replaced = JSON.stringify(replaceAt(JSON.parse(body), path, hostile === null)) ?? 'null';
  // A function: what stands in place of it may hold a dollar sign.
  return replaced.replace(quoted(PLACE), () => hostile ?? 'null');
}

/** What is not sane about a value that a portal gave: a path and a value for each. */
export function insaneIn(value: unknown, name = ''): string[] {
  const insane = (isSane: boolean) => (isSane ? [] : [`${name}: ${String(value)}`]);
  if (Array.isArray(value)) return value.flatMap((item) => insaneIn(item, name));
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([key, held]) => insaneIn(held, key));
  }
  if (typeof value !== 'number') {
    return name === 'date' ? insane(z.iso.date().safeParse(value).success) : insane(value !== undefined);
  }
  if (name.endsWith('At')) return insane(value >= EARLIEST && value < LATEST && Number.isSafeInteger(value));
  if (/Seconds/.test(name)) return insane(Number.isSafeInteger(value) && value >= 0 && value <= MOST_SECONDS);
  return insane(Number.isSafeInteger(value) && value >= 0);
}
