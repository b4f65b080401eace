import type { FullResult, Reporter, TestCase, TestResult } from '@playwright/test/reporter';

/** Prints what the tour itself prints, and why it ended early if it did. */
export default class StepReporter implements Reporter {
  onStdOut(chunk: string | Buffer): void {
    process.stdout.write(chunk);
  }

  onTestEnd(_test: TestCase, result: TestResult): void {
    for (const error of result.errors) process.stdout.write(`\n✗ ${error.message ?? String(error.value)}\n`);
  }

  onEnd(result: FullResult): void {
    if (result.status !== 'passed') process.exitCode = 1;
  }

  printsToStdio(): boolean {
    return true;
  }
}
