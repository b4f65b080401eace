import type { Reply } from '@ipc/reply';
import { refuse } from '../handle';
import type { AppParts, Session } from '../parts';

/** A handler that needs a portal in use; without one it is refused as `not-connected`. */
export function withSession<Input, Output>(
  parts: AppParts,
  handler: (session: Session, input: Input) => Promise<Reply<Output>>,
): (input: Input) => Promise<Reply<Output>> {
  return async (input) => {
    const session = parts.session();
    return session ? handler(session, input) : refuse('not-connected');
  };
}
