import { z } from 'zod';
import { assertNever } from '../assert-never';
import type { TicketChange } from './change-ticket';
import type { TicketFields } from './ticket-fields';

/** What can be done with several tickets at once. A stage goes by its name: each project can have its own of that name. */
export const manyTicketsActSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('take') }),
  z.object({ kind: z.literal('move-to-stage'), stageName: z.string() }),
  z.object({ kind: z.literal('add-tag'), tagRemoteId: z.int() }),
  z.object({ kind: z.literal('remove-tag'), tagRemoteId: z.int() }),
]);
export type ManyTicketsAct = z.infer<typeof manyTicketsActSchema>;

/**
 * What an act means for one of the tickets; null where it cannot be done with it. `stageRemoteIdOf` finds a stage of that
 * name among those of the ticket's project or team.
 */
export function changeOfOne(
  act: ManyTicketsAct,
  fields: TicketFields,
  {
    userRemoteId,
    stageRemoteIdOf,
  }: { readonly userRemoteId: number | null; readonly stageRemoteIdOf: (name: string) => number | null },
): TicketChange | null {
  switch (act.kind) {
    case 'take':
      return userRemoteId === null ? null : { assigneeRemoteIds: [userRemoteId] };
    case 'move-to-stage': {
      const remoteId = stageRemoteIdOf(act.stageName);
      return remoteId === null ? null : { stage: { remoteId } };
    }
    case 'add-tag':
      return { tagRemoteIds: [...fields.tagRemoteIds, act.tagRemoteId] };
    case 'remove-tag':
      return { tagRemoteIds: fields.tagRemoteIds.filter((remoteId) => remoteId !== act.tagRemoteId) };
    default:
      return assertNever(act);
  }
}

/** What puts back the fields that a change named, and no others: what came meanwhile stays. */
export function changeBack(change: TicketChange, before: TicketFields): TicketChange {
  return {
    ...(change.assigneeRemoteIds === undefined ? {} : { assigneeRemoteIds: before.assigneeRemoteIds }),
    ...(change.tagRemoteIds === undefined ? {} : { tagRemoteIds: before.tagRemoteIds }),
    ...(change.stage === undefined ? {} : { stage: before.stage }),
  };
}
