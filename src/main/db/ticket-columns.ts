import { escalationKindOf, ticketStateOf, timeCriticalCategoryOf } from '@core/ticket/portal-mapping';
import type { TicketState } from '@core/ticket/ticket';
import type { TicketFields } from '@core/ticket/ticket-fields';
import { mappedState } from '@core/ticket/ticket-mapping';
import type { Instant } from '@core/time/instant';
import type { WorkbenchDatabase } from './open';
import { readTicketMapping, readUserRemoteId } from './queries/portal-facts';
import { listTagNames, readStage } from './queries/portal-lists';
import type { Ticket } from './queries/tickets';

/** What the fields of a ticket point to on the portal. */
export interface TicketFacts {
  readonly stage: { readonly name: string; readonly isFolded: boolean } | null;
  readonly tagNames: readonly string[];
  readonly isAssignedToMe: boolean;
  /** What a person said the stage means; null: nobody has. */
  readonly mappedState: TicketState | null;
}

/** What they point to, by the lists that are kept here. */
export async function readTicketFacts(trx: WorkbenchDatabase, fields: TicketFields): Promise<TicketFacts> {
  const { remoteId } = fields.stage;
  const userRemoteId = await readUserRemoteId(trx);
  return {
    stage: remoteId === null ? null : ((await readStage(trx, remoteId)) ?? null),
    tagNames: await listTagNames(trx, fields.tagRemoteIds),
    isAssignedToMe: userRemoteId !== null && fields.assigneeRemoteIds.includes(userRemoteId),
    mappedState: mappedState(await readTicketMapping(trx), remoteId),
  };
}

/** The columns that follow from what can be changed on both sides. `at` is when an escalation is first seen. */
export function ticketColumnsOf(
  fields: TicketFields,
  { stage, tagNames, isAssignedToMe, mappedState: mapped }: TicketFacts,
  { isActive, at }: { isActive: boolean; at: Instant },
) {
  const escalationKind = escalationKindOf(tagNames);
  return {
    title: fields.title,
    descriptionHtml: fields.descriptionHtml,
    stageRemoteId: fields.stage.remoteId,
    stageName: stage?.name ?? null,
    resolution: fields.stage.resolution,
    priority: fields.priority,
    assigneeRemoteIds: JSON.stringify(fields.assigneeRemoteIds),
    tagRemoteIds: JSON.stringify(fields.tagRemoteIds),
    state: ticketStateOf({
      stageName: stage?.name ?? null,
      isFolded: stage?.isFolded ?? false,
      isEnded: fields.stage.resolution !== 'open',
      mapped,
    }),
    isActive: isActive ? 1 : 0,
    isAssignedToMe: isAssignedToMe && isActive ? 1 : 0,
    timeCriticalCategory: timeCriticalCategoryOf(tagNames),
    escalationKind,
    escalationAt: escalationKind === 'none' ? null : at,
  } satisfies Partial<Ticket>;
}
