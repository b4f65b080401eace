import { MutationCache, QueryClient } from '@tanstack/react-query';
import { RequestFailed } from '../api/client';

/**
 * The cache of what was read from the main process. That process is in this computer and says when something changed:
 * nothing goes stale by itself, nothing is tried again by itself, and the network does not matter.
 */
export function createQueryClient(onCommandFailed: (failure: RequestFailed) => void) {
  return new QueryClient({
    mutationCache: new MutationCache({
      onError: (error, _input, _result, mutation) => {
        const failure = error instanceof RequestFailed ? error : new RequestFailed('internal', '');
        if (mutation.meta?.['showsFailure'] !== true) onCommandFailed(failure);
      },
    }),
    defaultOptions: {
      queries: {
        networkMode: 'always',
        retry: false,
        staleTime: Number.POSITIVE_INFINITY,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}
