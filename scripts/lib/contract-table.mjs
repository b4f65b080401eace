/** The table of the portal contract: what is promised, and which portal was seen to keep it. */

import { readFileSync } from 'node:fs';

/**
 * Reads Vitest's reports and answers the lines of the table. The outermost title of a test, `a portal: <name>`, says
 * which portal it asked; a promise is the rest of its titles.
 *
 * @param {string[]} reportFiles
 * @param {string[]} portals the columns, as the tests name them
 * @returns {{ lines: string[], isComplete: boolean }} complete where every promise was kept by every portal
 */
export function contractTable(reportFiles, portals) {
  const kept = new Map();
  for (const { ancestorTitles, title, status } of reportFiles.flatMap(testsIn)) {
    const [outermost, ...about] = ancestorTitles;
    const portal = outermost?.startsWith('a portal: ') ? outermost.slice('a portal: '.length) : undefined;
    if (!portals.includes(portal)) continue;
    const promise = [...about, title].join(': ');
    kept.set(promise, { ...kept.get(promise), [portal]: status === 'passed' });
  }
  const mark = (answer) => (answer === undefined ? '·' : answer ? '✓' : '✗');
  const width = Math.max(0, ...portals.map((portal) => portal.length));
  const row = (cells, what) => `${cells.map((cell) => cell.padEnd(width)).join('  ')}  ${what}`;
  const lines = [...kept].map(([promise, answers]) =>
    row(
      portals.map((portal) => mark(answers[portal])),
      promise,
    ),
  );
  const isComplete = kept.size > 0 && [...kept.values()].every((answers) => portals.every((portal) => answers[portal]));
  return { lines: [row(portals, 'promise'), ...lines], isComplete };
}

function testsIn(file) {
  try {
    const { testResults } = JSON.parse(readFileSync(file, 'utf8'));
    return testResults.flatMap(({ assertionResults }) => assertionResults);
  } catch {
    return [];
  }
}
