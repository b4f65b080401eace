import type { ReplyCode } from '@ipc/reply';
import { type WriteMessageFailure, writeMessage } from '../../usecases/write-message';
import { done, type Handlers, refuse } from '../handle';
import type { AppParts } from '../parts';
import { codeOfPictureFailure } from './picture-failure';
import { withSession } from './with-session';

/** Writing messages, and the pictures in those that came. */
export function createMessageHandlers(parts: AppParts): Pick<Handlers, 'message:write' | 'message:fetch-picture'> {
  return {
    'message:write': withSession(parts, async ({ workbench }, request) => {
      const written = await writeMessage(workbench, request);
      if (written.ok) return done({});
      const { failure } = written;
      return refuse(codeOf(failure.kind), 'message' in failure ? failure.message : '');
    }),
    'message:fetch-picture': withSession(parts, async ({ sync, portal }, { address }) => {
      if (sync.connection().kind === 'switched-offline') return refuse('working-offline');
      const fetched = await parts.fetchPicture(address, portal.kind === 'odoo' ? [portal.name] : []);
      return done(fetched.ok ? { kind: 'picture', ...fetched.value } : { kind: 'refused', why: fetched.failure });
    }),
  };
}

function codeOf(kind: WriteMessageFailure['kind']): ReplyCode {
  return kind === 'picture-missing' || kind === 'drawing-unreadable' ? 'picture-invalid' : codeOfPictureFailure(kind);
}
