import type { RequestInput, RequestName, RequestOutput } from '@ipc/contract';
import { useMutation } from '@tanstack/react-query';
import { call, type RequestFailed } from './client';

/**
 * A request that changes something. A failure is told in a notice at the edge of the window, unless the component
 * shows it itself (`showsFailure`).
 */
export function useCommand<Name extends RequestName>(name: Name, options: { showsFailure?: boolean } = {}) {
  return useMutation<RequestOutput<Name>, RequestFailed, RequestInput<Name>>({
    mutationFn: (input) => call(name, input),
    meta: { showsFailure: options.showsFailure ?? false },
  });
}
