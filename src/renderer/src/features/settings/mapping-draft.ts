import { type AgreementKind, agreementKindSchema } from '@core/billing/agreement';
import type { StageMeaning } from '@core/ticket/ticket-status';
import type { MappingView } from '@ipc/requests/mapping';

/** What can be changed about a mapping, as it stands in the form. */
export interface MappingDraft {
  readonly groupRemoteIds: readonly number[];
  readonly bringsUnassigned: boolean;
  readonly timesheetProjectRemoteId: number | null;
  readonly stageStates: Readonly<Record<string, StageMeaning>>;
  readonly agreementTagRemoteIds: Readonly<Partial<Record<AgreementKind, readonly number[]>>>;
  readonly readsPrepaidHours: boolean;
}

/** The draft that says what the mapping says. */
export function draftOf({ mapping }: MappingView): MappingDraft {
  const { profile: _profile, ...draft } = mapping;
  return draft;
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

const inOrder = (ids: readonly number[]) => ids.toSorted((a, b) => a - b);

/** The tags that mean an agreement when nobody has chosen any, in ascending order. */
function ownTags({ customerTags }: Pick<MappingView, 'customerTags'>, kind: AgreementKind): readonly number[] {
  return inOrder(
    customerTags.filter(({ ownAgreements }) => ownAgreements.includes(kind)).map(({ remoteId }) => remoteId),
  );
}

/** The tags that mean an agreement. */
export function tagsOfAgreement(draft: MappingDraft, view: MappingView, kind: AgreementKind): readonly number[] {
  return draft.agreementTagRemoteIds[kind] ?? ownTags(view, kind);
}

/** Lets these tags mean an agreement; those that mean it by themselves need not be remembered. */
export function withTags(
  draft: MappingDraft,
  view: Pick<MappingView, 'customerTags'>,
  kind: AgreementKind,
  remoteIds: readonly number[],
): MappingDraft {
  const { [kind]: _before, ...others } = draft.agreementTagRemoteIds;
  const isOwn = JSON.stringify(inOrder(remoteIds)) === JSON.stringify(ownTags(view, kind));
  return { ...draft, agreementTagRemoteIds: isOwn ? others : { ...others, [kind]: inOrder(remoteIds) } };
}

/** Whether two drafts say the same. */
export function isSameDraft(some: MappingDraft, other: MappingDraft): boolean {
  const key = (draft: MappingDraft) =>
    JSON.stringify([
      inOrder(draft.groupRemoteIds),
      draft.bringsUnassigned,
      draft.readsPrepaidHours,
      draft.timesheetProjectRemoteId,
      Object.entries(draft.stageStates).toSorted(([a], [b]) => Number(a) - Number(b)),
      agreementKindSchema.options.map((kind) => inOrder(draft.agreementTagRemoteIds[kind] ?? [-1])),
    ]);
  return key(some) === key(other);
}
