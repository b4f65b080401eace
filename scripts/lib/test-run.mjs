/** Running the steps of a test run one after another, all of them, and adding up what they say. */

import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { runChild } from './child-process.mjs';
import { projectFolder } from './places.mjs';
import { runTool } from './tools.mjs';

const resultsFolder = join(projectFolder, 'test-results');

/**
 * @typedef {{ name: string, passed: number, failed: number, failures: string[], seconds: number }} StepResult
 */

/** A run of named steps. A step that fails does not keep the next one from running. */
export function startTestRun() {
  /** @type {StepResult[]} */
  const results = [];

  async function step(name, run) {
    console.log(`\n▸ ${name}`);
    const startedAt = Date.now();
    const { passed, failed, failures = [] } = await run();
    results.push({ name, passed, failed, failures, seconds: Math.round((Date.now() - startedAt) / 1000) });
  }

  return {
    /** A tool whose exit code is its whole answer: it counts as one. */
    check: (name, tool, args = []) =>
      step(name, async () => {
        const { code } = await runTool(tool, args);
        return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
      }),

    /** A script of this folder whose exit code is its whole answer: it counts as one. */
    script: (name, path) =>
      step(name, async () => {
        const { code } = await runChild(process.execPath, [join(projectFolder, path)], { cwd: projectFolder });
        return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
      }),

    /** Vitest with these arguments; counts its tests. */
    vitest: (name, args, env = {}) =>
      step(name, async () => {
        const file = freshFile(name);
        const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
        const { code } = await runTool('vitest', ['run', ...args, ...reporters], { env });
        return judge(
          code,
          readReport(file, (report) => ({
            passed: report.numPassedTests,
            failed: report.numFailedTests,
            failures: failedInVitest(report),
          })),
        );
      }),

    /** Where the report of a step stands once it has run. */
    reportOf: (name) => reportFile(name),

    /** Playwright with this configuration; counts its tests. */
    playwright: (name, config, args = [], env = {}) =>
      step(name, async () => {
        const file = freshFile(name);
        const { code } = await runTool('playwright', ['test', '--config', config, ...args], {
          env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: file },
        });
        const counts = readReport(file, ({ stats, suites }) => ({
          passed: stats.expected,
          failed: stats.unexpected + stats.flaky + stats.skipped,
          failures: suites.flatMap(failedInPlaywright),
        }));
        return judge(code, counts);
      }),

    /** Prints a line for each step and a closing one; answers the exit code. */
    finish: (summaryName) => {
      console.log('');
      for (const { name, passed, failed, failures, seconds } of results) {
        console.log(`${failed === 0 ? '✓' : '✗'} ${name}: ${passed} passed, ${failed} failed (${seconds} s)`);
        // Said again at the end: of a long run only the end may be kept.
        for (const failure of failures) console.log(failure.replaceAll(/^/gm, '    '));
      }
      const passed = results.reduce((sum, result) => sum + result.passed, 0);
      const failed = results.reduce((sum, result) => sum + result.failed, 0);
      const failures = results.flatMap((result) => (result.failed === 0 ? [] : [result.name, ...result.failures]));
      mkdirSync(resultsFolder, { recursive: true });
      writeFileSync(join(resultsFolder, `${summaryName}.summary.json`), JSON.stringify({ passed, failed, failures }));
      console.log(`${passed} passed, ${failed} failed`);
      return failed === 0 && passed > 0 ? 0 : 1;
    },
  };
}

function reportFile(name) {
  return join(resultsFolder, `${name.replaceAll(/[^a-z0-9]+/gi, '-')}.json`);
}

function freshFile(name) {
  const file = reportFile(name);
  mkdirSync(dirname(file), { recursive: true });
  rmSync(file, { force: true });
  return file;
}

/** A report that is not there means that the runner did not get as far as a test. */
function readReport(file, pick) {
  try {
    return pick(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return { passed: 0, failed: 1, failures: ['The run ended before it could report.'] };
  }
}

const longestFailure = 1500;

/** What of a failure fits where only the end of a run is seen: its name and how its message begins. */
function inShort(name, message) {
  return `${name}\n${stripVTControlCharacters(message)}`.slice(0, longestFailure);
}

function failedInVitest({ testResults }) {
  return testResults.flatMap(({ name, message, assertionResults }) => {
    const failed = assertionResults.filter(({ status }) => status === 'failed');
    if (failed.length === 0 && message) return [inShort(name, message)];
    return failed.map(({ fullName, failureMessages }) => inShort(`${name}: ${fullName}`, failureMessages.join('\n')));
  });
}

function failedInPlaywright({ file, specs = [], suites = [] }) {
  const failed = specs.filter(({ ok, tests }) => !ok || tests.some(({ status }) => status !== 'expected'));
  const messages = ({ tests }) => tests.flatMap(({ results }) => results.flatMap(({ errors = [] }) => errors));
  const own = failed.map((spec) =>
    inShort(
      `${file}: ${spec.title}`,
      messages(spec)
        .map(({ message = '' }) => message)
        .join('\n'),
    ),
  );
  return [...own, ...suites.flatMap(failedInPlaywright)];
}

/** A runner that failed without a failed test (a broken file, a leak) has failed all the same; so has one without tests. */
function judge(code, { passed, failed, failures }) {
  const hasFailed = code !== 0 || passed === 0;
  return { passed, failed: hasFailed ? Math.max(1, failed) : failed, failures };
}
