import type { RequestInput, RequestName, RequestOutput } from '@ipc/contract';
import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query';
import { call, type RequestFailed } from './client';

interface CommandOptions {
  /** The component shows a failure itself; otherwise a notice at the edge of the window tells it. */
  readonly showsFailure?: boolean;
  /** What has to be read again afterwards and the main process does not tell of. */
  readonly changes?: readonly QueryKey[];
}

/**
 * A request that changes something. A failure is told in a notice at the edge of the window, unless the component
 * shows it itself (`showsFailure`).
 */
export function useCommand<Name extends RequestName>(name: Name, options: CommandOptions = {}) {
  const queryClient = useQueryClient();
  return useMutation<RequestOutput<Name>, RequestFailed, RequestInput<Name>>({
    mutationFn: (input) => call(name, input),
    meta: { showsFailure: options.showsFailure ?? false },
    onSuccess: async () => {
      await Promise.all((options.changes ?? []).map((queryKey) => queryClient.invalidateQueries({ queryKey })));
    },
  });
}
