import { call } from './client';

type ActivityKind = 'opened' | 'typed' | 'captured';

/** Typing says nothing new with every key. */
const TYPED_EVERY_MS = 20_000;

/**
 * Tells that somebody works on a ticket, which is what a nudge about a forgotten timer goes by. Typing on one ticket is
 * told of at most once in 20 seconds.
 */
export function createActivityNotes(send: (ticketId: string, kind: ActivityKind) => void, nowMs: () => number) {
  const typedAt = new Map<string, number>();
  return (ticketId: string, kind: ActivityKind) => {
    if (kind === 'typed') {
      const now = nowMs();
      const last = typedAt.get(ticketId);
      if (last !== undefined && now - last < TYPED_EVERY_MS) return;
      typedAt.set(ticketId, now);
    }
    send(ticketId, kind);
  };
}

/** Notes that the person does something with a ticket. Nobody waits for it, and nobody needs to know when it failed. */
export const noteActivity = createActivityNotes(
  (ticketId, kind) => void call('activity:note', { ticketId, kind }).catch(() => undefined),
  () => performance.now(),
);
