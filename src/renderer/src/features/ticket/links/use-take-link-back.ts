import { RequestFailed } from '../../../api/client';
import { useCommand } from '../../../api/use-command';
import { useWorkbenchActions } from '../../../ui/workbench-actions';

/** Takes a split or a merge back. */
export function useTakeLinkBack() {
  const { openTicket, mergeTicket } = useWorkbenchActions();
  const { mutateAsync, mutate, isPending } = useCommand('ticket:take-link-back');

  /** Takes a merge back, and shows one of its tickets. */
  const takeMergeBack = (linkId: string, shownId: string) => {
    openTicket(shownId);
    mutate({ linkId });
  };
  /**
   * Takes a split back, and shows the first ticket: the part will be no more. Where the portal has it already, a notice says
   * so, and merging it back is offered: that is what is left.
   */
  const takeSplitBack = (linkId: string, firstId: string, partId: string) => {
    openTicket(firstId);
    // The form that offered it is gone by then, and would not hear of a failure itself.
    void mutateAsync({ linkId }).catch((failure: unknown) => {
      if (failure instanceof RequestFailed && failure.code === 'part-in-use') mergeTicket(partId, firstId);
    });
  };
  return { takeMergeBack, takeSplitBack, isPending };
}
