import type { TicketId } from '@core/ids';
import { escalationKindOf, stageMeaningOf, stateOfMeaning, timeCriticalCategoryOf } from '@core/ticket/portal-mapping';
import { escalationBy, handledBy, type RecordedEscalation } from '@core/ticket/ticket-event';
import type { TicketFields } from '@core/ticket/ticket-fields';
import { mappedMeaning } from '@core/ticket/ticket-mapping';
import type { StageMeaning } from '@core/ticket/ticket-status';
import type { Instant } from '@core/time/instant';
import type { WorkbenchDatabase } from './open';
import { readTicketMapping, readUserRemoteId } from './queries/portal-facts';
import { listTagNames, readStage } from './queries/portal-lists';
import type { SeenState } from './queries/state-changes';
import { listEventsOfTicket } from './queries/ticket-events';
import type { Ticket } from './queries/tickets';

/** What the fields of a ticket point to on the portal. */
export interface TicketFacts {
  readonly stage: { readonly name: string; readonly isFolded: boolean } | null;
  readonly tagNames: readonly string[];
  readonly isAssignedToMe: boolean;
  /** What a person said the stage means; null: nobody has. */
  readonly mappedMeaning: StageMeaning | null;
  /** What was written down about an escalation, here or by colleagues. */
  readonly recordedEscalation: RecordedEscalation;
}

/** What they point to, by the lists that are kept here. */
export async function readTicketFacts(
  trx: WorkbenchDatabase,
  fields: TicketFields,
  ticketId: TicketId | null,
): Promise<TicketFacts> {
  const { remoteId } = fields.stage;
  const userRemoteId = await readUserRemoteId(trx);
  return {
    stage: remoteId === null ? null : ((await readStage(trx, remoteId)) ?? null),
    tagNames: await listTagNames(trx, fields.tagRemoteIds),
    isAssignedToMe: userRemoteId !== null && fields.assigneeRemoteIds.includes(userRemoteId),
    mappedMeaning: mappedMeaning(await readTicketMapping(trx), remoteId),
    recordedEscalation: await readRecordedEscalation(trx, ticketId),
  };
}

/** What the history of a ticket is to say of it. */
export function seenStateOf(
  { stage: { remoteId, resolution }, assigneeRemoteIds }: TicketFields,
  { stage }: TicketFacts,
) {
  return {
    stageRemoteId: remoteId,
    stageName: stage?.name ?? null,
    isFolded: stage?.isFolded ?? false,
    resolution,
    isAssigned: assigneeRemoteIds.length > 0,
  } satisfies SeenState;
}

/** What was written down about a ticket's escalation; nothing for one that is not here yet. */
export async function readRecordedEscalation(
  trx: WorkbenchDatabase,
  ticketId: TicketId | null,
): Promise<RecordedEscalation> {
  return ticketId === null ? { kind: 'none' } : handledBy(await listEventsOfTicket(trx, ticketId)).escalation;
}

/**
 * The columns that follow from what can be changed on both sides. `at` is when an escalation is first seen on the portal.
 */
export function ticketColumnsOf(
  fields: TicketFields,
  { stage, tagNames, isAssignedToMe, mappedMeaning: mapped, recordedEscalation }: TicketFacts,
  { isActive, at }: { isActive: boolean; at: Instant },
) {
  const onPortal = escalationKindOf(tagNames);
  const escalation = escalationBy(
    onPortal === 'none' ? { kind: onPortal } : { kind: onPortal, at },
    recordedEscalation,
  );
  const meaning = stageMeaningOf({
    stageName: stage?.name ?? null,
    isFolded: stage?.isFolded ?? false,
    resolution: fields.stage.resolution,
    mapped,
  });
  return {
    title: fields.title,
    descriptionHtml: fields.descriptionHtml,
    stageRemoteId: fields.stage.remoteId,
    stageName: stage?.name ?? null,
    resolution: fields.stage.resolution,
    priority: fields.priority,
    assigneeRemoteIds: JSON.stringify(fields.assigneeRemoteIds),
    tagRemoteIds: JSON.stringify(fields.tagRemoteIds),
    state: stateOfMeaning(meaning),
    isActive: isActive ? 1 : 0,
    isAssignedToMe: isAssignedToMe && isActive ? 1 : 0,
    timeCriticalCategory: timeCriticalCategoryOf(tagNames),
    escalationKind: escalation.kind,
    escalationAt: escalation.kind === 'none' ? null : escalation.at,
  } satisfies Partial<Ticket>;
}
