import type { Instant } from '../time/instant';
import type { OperationState } from './operation';

/** The module of `ir.model.data` under which Odoo keeps the external ids of imported records. */
const IMPORT_MODULE = '__import__';

/** Reserved by RFC 2606: it is valid in a message id and can never be anybody's domain. */
const MESSAGE_UID_DOMAIN = 'fyra.invalid';

/** The external id a record is created with on the portal, such as `__import__.wb_0199…`. Same id, same record. */
export function externalIdOf(uuid: string): string {
  return `${IMPORT_MODULE}.wb_${uuid}`;
}

/** The two halves of an external id, as Odoo keeps them. The name is everything behind the first dot. */
export function splitExternalId(externalId: string): { readonly module: string; readonly name: string } {
  const dot = externalId.indexOf('.');
  return { module: externalId.slice(0, Math.max(0, dot)), name: externalId.slice(dot + 1) };
}

/** The message id a message is posted with, such as `<wb-0199…@fyra.invalid>`, by which it is found again. */
export function messageUidOf(uuid: string): string {
  return `<wb-${uuid}@${MESSAGE_UID_DOMAIN}>`;
}

/** What sending depends on. */
export interface PendingOperation<Id extends string> {
  readonly id: Id;
  /** The order in which operations were written. */
  readonly sequence: number;
  readonly state: OperationState;
  readonly dependsOn: Id | null;
  readonly nextAttemptAt: Instant;
  /** It carries a picture, which can take minutes. */
  readonly isPicture: boolean;
}

/** Pictures have a lane of their own: whatever is on its way there, all else goes beside it. */
export type PushLane = 'pictures' | 'rest';

/**
 * The ids of the operations of a lane that may be sent now, in order. An operation may be sent when its time has come and what it
 * depends on is done; one that `entries` does not hold counts as done. A parked operation holds up only what depends on
 * it. One that is in flight already is ambiguous: the portal has to be asked before it is sent again.
 */
export function planPush<Id extends string>(
  entries: readonly PendingOperation<Id>[],
  now: Instant,
  lane: PushLane,
): Id[] {
  const states = new Map(entries.map(({ id, state }) => [id, state]));
  const isDone = (id: Id): boolean => (states.get(id) ?? 'done') === 'done';
  return entries
    .filter(({ state, nextAttemptAt }) => (state === 'waiting' || state === 'in-flight') && nextAttemptAt <= now)
    .filter(({ dependsOn }) => dependsOn === null || isDone(dependsOn))
    .filter(({ isPicture }) => isPicture === (lane === 'pictures'))
    .sort((a, b) => a.sequence - b.sequence)
    .map(({ id }) => id);
}
