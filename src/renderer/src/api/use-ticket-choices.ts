import { useQuery } from '@tanstack/react-query';
import { choicesQuery } from './queries';

/** What can be chosen for a ticket: read again with each sync that brought other lists. */
export function useTicketChoices({ enabled = true }: { enabled?: boolean } = {}) {
  return useQuery({ ...choicesQuery, enabled });
}
