import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { timerCircumstances } from '../timer/circumstance-ids';

const at = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));
const page = readFileSync(at('docs/timer.md'), 'utf8');
const promised = [...page.matchAll(/^\|.*`circumstances: (?<id>[a-z-]+)`/gm)].flatMap(
  ({ groups }) => groups?.['id'] ?? [],
);

const sources = globSync('**/*.ts', { cwd: at('test') })
  .filter((path) => !path.startsWith('main/docs/') && !path.endsWith('circumstance-ids.ts'))
  .map((path) => readFileSync(at(`test/${path}`), 'utf8'));

/** Rows of a table of circumstances name theirs as `id`; other tests write it into their title. */
function hasTest(id: string): boolean {
  return sources.some((source) =>
    new RegExp(`(?:circumstances: ${id}[:'\`]|\\bid: '${id}'|\\[\\s*'${id}')`).test(source),
  );
}

describe('docs/timer.md', () => {
  it('has a row for each circumstance of a timer, and each row once', () => {
    expect(new Set(promised).size).toBe(promised.length);
    expect(promised).toEqual(expect.arrayContaining([...timerCircumstances]));
    expect(promised.length).toBeGreaterThan(timerCircumstances.length);
  });

  it.each(promised)('has a test behind its row %s', (id) => {
    expect(hasTest(id)).toBe(true);
  });
});
