import type { StageMeaning } from '@core/ticket/ticket-status';
import type { MappingView } from '@ipc/requests/mapping';

/** What can be changed about a mapping, as it stands in the form. */
export interface MappingDraft {
  readonly groupRemoteIds: readonly number[];
  readonly bringsUnassigned: boolean;
  readonly timesheetProjectRemoteId: number | null;
  readonly stageStates: Readonly<Record<string, StageMeaning>>;
}

/** The draft that says what the mapping says. */
export function draftOf({ mapping }: MappingView): MappingDraft {
  const { groupRemoteIds, bringsUnassigned, timesheetProjectRemoteId, stageStates } = mapping;
  return { groupRemoteIds, bringsUnassigned, timesheetProjectRemoteId, stageStates };
}

/** Lets a stage mean something; what it means by itself need not be remembered. */
export function withMeaning(
  draft: MappingDraft,
  { remoteId, own }: { readonly remoteId: number; readonly own: StageMeaning },
  state: StageMeaning,
): MappingDraft {
  const { [String(remoteId)]: _before, ...others } = draft.stageStates;
  return { ...draft, stageStates: state === own ? others : { ...others, [String(remoteId)]: state } };
}

/** Whether two drafts say the same. */
export function isSameDraft(some: MappingDraft, other: MappingDraft): boolean {
  const key = (draft: MappingDraft) =>
    JSON.stringify([
      draft.groupRemoteIds.toSorted((a, b) => a - b),
      draft.bringsUnassigned,
      draft.timesheetProjectRemoteId,
      Object.entries(draft.stageStates).toSorted(([a], [b]) => Number(a) - Number(b)),
    ]);
  return key(some) === key(other);
}
