import type { AppView } from '@ipc/app-views';
import type { QueryClient } from '@tanstack/react-query';
import { queryKeys } from './query-keys';

/**
 * The portal in use is being left: everything that was read of it is forgotten, what is still on its way included, and
 * the window shows nothing of it from this moment on.
 */
export function forgetPortal(queryClient: QueryClient): void {
  void queryClient.cancelQueries();
  queryClient.setQueryData<AppView>(queryKeys.app, (app) => app && { ...app, screen: 'opening' });
  queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== queryKeys.app[0] });
}
