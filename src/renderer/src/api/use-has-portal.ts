import type { SyncView } from '@ipc/sync-views';
import { useQuery } from '@tanstack/react-query';
import { syncQuery } from './queries';

const selectHasPortal = ({ portal }: SyncView) => portal.kind !== 'lists';

/** Whether there is a portal that anything can be sent to. True until that is known. */
export function useHasPortal(): boolean {
  return useQuery({ ...syncQuery, select: selectHasPortal }).data ?? true;
}
