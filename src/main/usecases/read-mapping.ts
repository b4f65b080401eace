import { agreementsOf, stageMeaningOf } from '@core/ticket/portal-mapping';
import { mappedMeaning, type TicketMapping } from '@core/ticket/ticket-mapping';
import type { WorkbenchDatabase } from '../db/open';
import { readPrepaidHoursAnswer, readTicketMapping } from '../db/queries/portal-facts';
import { type KeptStage, readPortalLists } from '../db/queries/portal-lists';

/** What a stage means when nobody has said anything, and what it means now. */
export function meaningOf({ remoteId, name, isFolded }: KeptStage, mapping: TicketMapping) {
  const own = stageMeaningOf({ stageName: name, isFolded, resolution: 'open' });
  return { own, state: mappedMeaning(mapping, remoteId) ?? own };
}

/** What of the portal maps to what here, and what could be chosen instead. */
export async function readMapping(database: WorkbenchDatabase, profile: TicketMapping['profile']) {
  const mapping = { ...(await readTicketMapping(database)), profile };
  const lists = await readPortalLists(database);
  return {
    mapping,
    groups: lists.groups,
    projects: lists.projects,
    prepaidHours: await readPrepaidHoursAnswer(database),
    customerTags: lists.customerTags.map((tag) => ({ ...tag, ownAgreements: agreementsOf([tag.name]) })),
    stages: lists.stages.map((stage) => ({ remoteId: stage.remoteId, name: stage.name, ...meaningOf(stage, mapping) })),
  };
}
