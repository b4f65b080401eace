import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createVitest, type TestRunResult, type TestSpecification, type Vitest } from 'vitest/node';
import type { Rule } from './rule';
import { RULES } from './rules';

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));
const at = (path: string) => `${ROOT}${path}`;

/** How a test ended, by the beginning of its name. */
type Results = readonly { readonly file: string; readonly name: string; readonly state: string }[];

let runner: Vitest;
/** What is written otherwise while tests run; null: nothing. */
let flipped: Rule | null = null;
let asItIs: Results = [];

function readResults({ testModules }: TestRunResult): Results {
  return testModules.flatMap(({ moduleId, children }) =>
    [...children.allTests()].map((test) => ({ file: moduleId, name: test.fullName, state: test.result().state })),
  );
}

function statesOf(results: Results, { test: { file, name } }: Rule): string[] {
  return results
    .filter((result) => result.file === at(`test/${file}`) && result.name.startsWith(name))
    .map(({ state }) => state);
}

/** The tests of a file, or those of them whose name begins so. */
function specify(file: string, name = ''): TestSpecification {
  const testNamePattern = new RegExp(`^${name.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')}`, 'u');
  return runner.getRootProject().createSpecification(at(`test/${file}`), { testNamePattern });
}

async function runFlipped(rule: Rule): Promise<Results> {
  flipped = rule;
  runner.invalidateFile(at(rule.code));
  try {
    return readResults(await runner.runTestSpecifications([specify(rule.test.file, rule.test.name)]));
  } finally {
    flipped = null;
    runner.invalidateFile(at(rule.code));
  }
}

beforeAll(async () => {
  runner = await createVitest(
    'test',
    // Without a cache on disk: what is flipped must not stay there.
    {
      root: ROOT,
      config: false,
      watch: false,
      include: ['test/core/**/*.test.ts'],
      reporters: [{}],
      fsModuleCache: false,
      maxWorkers: 1,
    },
    {
      resolve: { alias: { '@core': at('src/core'), '@ipc': at('src/ipc') } },
      plugins: [
        {
          name: 'flip-a-rule',
          enforce: 'pre',
          transform(code, id) {
            if (flipped === null || id !== at(flipped.code)) return null;
            const { from, to } = flipped.flip;
            return code.replace(from, () => to);
          },
        },
      ],
    },
  );
  const files = new Set(Object.values<Rule>(RULES).map(({ test }) => test.file));
  asItIs = readResults(await runner.runTestSpecifications([...files].map((file) => specify(file))));
}, 300_000);

afterAll(() => runner.close());

it('a change that makes no difference is not taken for one that was noticed', async () => {
  const harmless: Rule = {
    ...RULES['minimum-charge'],
    flip: { from: 'minimumMinutes: 30', to: 'minimumMinutes: 30.0' },
  };
  expect(statesOf(await runFlipped(harmless), harmless)).toEqual(['passed']);
}, 60_000);

describe.each(Object.entries<Rule>(RULES))('the rule %s', (_name, rule) => {
  it('stands in the code where the table says', () => {
    expect(readFileSync(at(rule.code), 'utf8')).toContain(rule.flip.from);
    expect(rule.flip.to).not.toBe(rule.flip.from);
  });

  it('has a test that passes, and fails as soon as the rule says the opposite', { timeout: 60_000 }, async () => {
    expect([rule.test.name, new Set(statesOf(asItIs, rule))]).toEqual([rule.test.name, new Set(['passed'])]);
    const theOtherWay = statesOf(await runFlipped(rule), rule);
    expect([rule.test.name, theOtherWay.includes('failed')]).toEqual([rule.test.name, true]);
  });
});
