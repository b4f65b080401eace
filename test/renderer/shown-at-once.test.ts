import { MutationObserver, QueryClient } from '@tanstack/react-query';
import { describe, expect, it } from 'vitest';
import { showAtOnce } from '../../src/renderer/src/api/shown-at-once';

const KEY = ['details'];

interface Read {
  readonly codePart: string | null;
  readonly contact: string;
}

/** A command that waits until the test says how it ends. */
function open() {
  const queryClient = new QueryClient();
  queryClient.setQueryData<Read>(KEY, { codePart: null, contact: 'email' });
  const ends: { succeed: () => void; fail: () => void }[] = [];
  const command = new MutationObserver(queryClient, {
    mutationFn: (_input: Partial<Read>) =>
      new Promise<void>((resolve, reject) => {
        ends.push({ succeed: resolve, fail: () => reject(new Error('disk full')) });
      }),
    ...showAtOnce<Partial<Read>, Read>(queryClient, { queryKey: KEY, apply: (read, input) => ({ ...read, ...input }) }),
  });
  const shown = () => queryClient.getQueryData<Read>(KEY);
  return { queryClient, command, ends, shown };
}

const soon = () => new Promise((resolve) => setImmediate(resolve));

describe('what a command changes', () => {
  it('shows before the command has ended, and the rest stays', async () => {
    const { command, ends, shown } = open();
    const ended = command.mutate({ codePart: 'third-party-app' });
    await soon();
    expect(shown()).toEqual({ codePart: 'third-party-app', contact: 'email' });
    ends[0]?.succeed();
    await ended;
    expect(shown()).toEqual({ codePart: 'third-party-app', contact: 'email' });
  });

  it('is taken back when the command fails, and read again', async () => {
    const { queryClient, command, ends, shown } = open();
    const ended = command.mutate({ codePart: 'third-party-app' });
    await soon();
    ends[0]?.fail();
    await expect(ended).rejects.toThrow('disk full');
    expect(shown()).toEqual({ codePart: null, contact: 'email' });
    expect(queryClient.getQueryState(KEY)?.isInvalidated).toBe(true);
  });

  it('is not covered by an answer that was asked for before', async () => {
    const { queryClient, command, shown } = open();
    let answer: (read: Read) => void = () => undefined;
    const underWay = queryClient.fetchQuery({
      queryKey: KEY,
      queryFn: () =>
        new Promise<Read>((resolve) => {
          answer = resolve;
        }),
    });
    underWay.catch(() => undefined);
    void command.mutate({ contact: 'portal' });
    await soon();
    answer({ codePart: null, contact: 'email' });
    await soon();
    expect(shown()?.contact).toBe('portal');
  });

  it('is not made up where nothing was read', async () => {
    const { queryClient, command, shown } = open();
    queryClient.clear();
    void command.mutate({ contact: 'portal' });
    await soon();
    expect(shown()).toBeUndefined();
  });
});
