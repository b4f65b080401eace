import { stageMeaningOf } from './portal-mapping';
import type { TicketFields } from './ticket-fields';
import { mappedMeaning, type TicketMapping } from './ticket-mapping';

/** A stage of the portal, as far as it is asked about here. */
interface Stage {
  readonly remoteId: number;
  readonly name: string;
  readonly isFolded: boolean;
  /** Empty: nobody limited it to some projects or teams. */
  readonly groupRemoteIds: readonly number[];
}

/**
 * Where a ticket of a project or team goes when it is solved: the portal's first stage there that means solved by the
 * mapping or by its name, else the first that means closed. Where there is none it stays and is marked as done, for which
 * tasks have a field of its own.
 */
export function solvingStage(
  before: TicketFields['stage'],
  groupRemoteId: number,
  stages: readonly Stage[],
  mapping: TicketMapping,
): TicketFields['stage'] {
  const there = stages.filter(
    ({ groupRemoteIds }) => groupRemoteIds.length === 0 || groupRemoteIds.includes(groupRemoteId),
  );
  const withMeaning = (wanted: 'solved' | 'closed') =>
    there.find(({ remoteId, name, isFolded }) => {
      const mapped = mappedMeaning(mapping, remoteId);
      return stageMeaningOf({ stageName: name, isFolded, resolution: 'open', mapped }) === wanted;
    });
  const stage = withMeaning('solved') ?? withMeaning('closed');
  return stage === undefined
    ? { ...before, resolution: 'done' }
    : { remoteId: stage.remoteId, resolution: before.resolution };
}
