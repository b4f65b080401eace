import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { describe, expect, it } from 'vitest';
import { forgetPortal } from '../../src/renderer/src/api/forget-portal';
import { queryKeys } from '../../src/renderer/src/api/query-keys';

const KEY = queryKeys.queueCounts('mine');

describe('leaving a portal', () => {
  it('forgets everything that was read of it, and keeps what is known of the app', () => {
    const queryClient = new QueryClient();
    const app = { screen: 'workbench', language: 'sv' };
    queryClient.setQueryData(queryKeys.app, app);
    for (const key of [KEY, queryKeys.timers, queryKeys.prices, queryKeys.ticket('1'), queryKeys.portals]) {
      queryClient.setQueryData(key, { of: 'the old portal' });
    }
    forgetPortal(queryClient);
    const kept = queryClient.getQueryCache().getAll();
    expect(kept.map(({ queryKey }) => queryKey)).toEqual([queryKeys.app]);
    expect(queryClient.getQueryData(queryKeys.app)).toEqual({ ...app, screen: 'opening' });
  });

  it('lets no answer from before come in afterwards', async () => {
    const queryClient = new QueryClient();
    queryClient.setQueryData(queryKeys.app, { screen: 'workbench' });
    let answer: (app: object) => void = () => undefined;
    const underWay = queryClient.fetchQuery({
      queryKey: queryKeys.app,
      queryFn: () =>
        new Promise<object>((resolve) => {
          answer = resolve;
        }),
    });
    underWay.catch(() => undefined);
    forgetPortal(queryClient);
    answer({ screen: 'workbench' });
    await new Promise((resolve) => setImmediate(resolve));
    expect(queryClient.getQueryData(queryKeys.app)).toEqual({ screen: 'opening' });
  });

  it('lets whoever looks next read anew', async () => {
    const queryClient = new QueryClient({ defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY } } });
    queryClient.setQueryData(KEY, 'rows of the old portal');
    forgetPortal(queryClient);
    const observer = new QueryObserver(queryClient, { queryKey: KEY, queryFn: async () => 'rows of the new one' });
    const seen: unknown[] = [];
    const unsubscribe = observer.subscribe(({ data }) => seen.push(data));
    await expect.poll(() => observer.getCurrentResult().data).toBe('rows of the new one');
    expect(seen).not.toContain('rows of the old portal');
    unsubscribe();
  });
});
