import { expect, it } from 'vitest';
import { oneSearchAtATime } from '../../src/renderer/src/api/one-search-at-a-time';

it('makes one search after the other and none that was given up before its turn', async () => {
  const made: string[] = [];
  const answers: (() => void)[] = [];
  const search = (word: string, given = new AbortController()) =>
    oneSearchAtATime(given.signal, () => {
      made.push(word);
      return new Promise<string>((resolve) => answers.push(() => resolve(word)));
    });
  const first = search('m');
  const abandoned = new AbortController();
  const second = search('mo', abandoned);
  const third = search('mom');
  abandoned.abort();
  await Promise.resolve();
  answers[0]?.();
  expect(await first).toBe('m');
  await expect(second).rejects.toThrow();
  await expect.poll(() => made).toEqual(['m', 'mom']);
  answers[1]?.();
  expect(await third).toBe('mom');
});
