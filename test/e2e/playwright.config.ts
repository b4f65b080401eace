import { resolve } from 'node:path';
import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: '.',
  outputDir: resolve('test-results/e2e'),
  // One screen, one keyboard focus: windows of two tests would get into each other's pictures.
  workers: 1,
  // Long enough to tell slow from stuck.
  timeout: 90_000,
  expect: { timeout: 10_000 },
  retries: 0,
  forbidOnly: true,
  reporter: [['line'], ['json', { outputFile: resolve('test-results/e2e.json') }]],
});
