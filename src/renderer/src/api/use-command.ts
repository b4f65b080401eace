import type { RequestInput, RequestName, RequestOutput } from '@ipc/contract';
import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query';
import { call, type RequestFailed } from './client';
import { type ShownAtOnce, showAtOnce } from './shown-at-once';

interface CommandOptions<Input, Read> {
  /** The component shows a failure itself; otherwise a notice at the edge of the window tells it. */
  readonly showsFailure?: boolean;
  /** What has to be read again afterwards and the main process does not tell of. */
  readonly changes?: readonly QueryKey[];
  /** What shows the change before it is on the disk, and is taken back when the command fails. */
  readonly shownAtOnce?: ShownAtOnce<Input, Read>;
}

/**
 * A request that changes something. A failure is told in a notice at the edge of the window, unless the component
 * shows it itself (`showsFailure`).
 */
export function useCommand<Name extends RequestName, Read = never>(
  name: Name,
  options: CommandOptions<RequestInput<Name>, Read> = {},
) {
  const queryClient = useQueryClient();
  return useMutation<RequestOutput<Name>, RequestFailed, RequestInput<Name>, { before: Read | undefined }>({
    ...(options.shownAtOnce && showAtOnce(queryClient, options.shownAtOnce)),
    mutationFn: (input) => call(name, input),
    meta: { showsFailure: options.showsFailure ?? false },
    onSuccess: async () => {
      await Promise.all((options.changes ?? []).map((queryKey) => queryClient.invalidateQueries({ queryKey })));
    },
  });
}
