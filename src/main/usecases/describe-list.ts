import { comparableName } from '@core/imports/import-fields';
import type { TicketWrite } from '@core/imports/plan-tickets';
import type { PlannedRow } from '@core/imports/planned-row';
import { isClosedStage } from '@core/imports/ticket-words';
import { stageMeaningOf, stateOfMeaning } from '@core/ticket/portal-mapping';
import type { WorkbenchDatabase } from '../db/open';
import { readTicketMapping, readUserRemoteId } from '../db/queries/portal-facts';
import { readPortalLists } from '../db/queries/portal-lists';
import { meaningOf } from './read-mapping';

/**
 * What a person wants to know of a list before its new and changed tickets are imported: how many of them are theirs, and
 * what its stages would mean in the queue.
 */
export async function describeList(database: WorkbenchDatabase, planned: readonly PlannedRow<TicketWrite>[]) {
  const lists = await readPortalLists(database);
  const mapping = await readTicketMapping(database);
  const userRemoteId = await readUserRemoteId(database);
  const userName = lists.colleagues.find(({ remoteId }) => remoteId === userRemoteId)?.name ?? '';
  const listed = planned.flatMap(({ outcome }) => ('write' in outcome ? [outcome.write.listed] : []));
  const isMine = (assignees: readonly string[] | null) =>
    assignees === null || assignees.some((name) => comparableName(name) === comparableName(userName));
  const known = new Map(lists.stages.map((stage) => [comparableName(stage.name), stage]));
  const stages = new Map(listed.map(({ stage }) => [comparableName(stage), stage]));
  return {
    userName,
    count: listed.length,
    mineCount: listed.filter(({ assignees }) => isMine(assignees)).length,
    stages: [...stages].map(([key, name]) => {
      const stage = known.get(key);
      const meaning = stage
        ? meaningOf(stage, mapping).state
        : stageMeaningOf({ stageName: name, isFolded: isClosedStage(name), resolution: 'open', mapped: null });
      const state = stateOfMeaning(meaning);
      return { name, state };
    }),
  };
}
