import type { QueryClient, QueryKey } from '@tanstack/react-query';

/** What a command will make of something that is read, as far as the window knows. */
export interface ShownAtOnce<Input, Read> {
  readonly queryKey: QueryKey;
  readonly apply: (read: Read, input: Input) => Read;
}

/**
 * Shows what a command changes before it is on the disk, so that a choice answers the hand; what was shown before is
 * back when the command fails. What follows from the change comes when it is read again.
 */
export function showAtOnce<Input, Read>(queryClient: QueryClient, { queryKey, apply }: ShownAtOnce<Input, Read>) {
  return {
    onMutate: async (input: Input) => {
      // An answer from before the change would show the old choice again.
      await queryClient.cancelQueries({ queryKey, exact: true });
      const before = queryClient.getQueryData<Read>(queryKey);
      queryClient.setQueryData<Read>(queryKey, (read) => (read === undefined ? undefined : apply(read, input)));
      return { before };
    },
    onError: (_failure: unknown, _input: Input, shown: { readonly before: Read | undefined } | undefined) => {
      if (shown?.before !== undefined) queryClient.setQueryData<Read>(queryKey, shown.before);
      // Something else may have been changed meanwhile: the disk knows.
      void queryClient.invalidateQueries({ queryKey, exact: true });
    },
  };
}
