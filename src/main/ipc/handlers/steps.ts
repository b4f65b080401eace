import type { ReplyCode } from '@ipc/reply';
import { keepSteps } from '../../usecases/keep-steps';
import { readStepsView } from '../../usecases/read-steps';
import { type SendStepsFailure, sendSteps } from '../../usecases/send-steps';
import { done, type Handlers, refuse } from '../handle';
import type { AppParts } from '../parts';
import { codeOfPictureFailure } from './picture-failure';
import { withSession } from './with-session';

/** Steps to reproduce. */
export function createStepsHandlers(parts: AppParts): Pick<Handlers, 'steps:read' | 'steps:keep' | 'steps:send'> {
  return {
    'steps:read': withSession(parts, async ({ workbench }, { ticketId }) => {
      const view = await readStepsView(workbench.database, ticketId);
      return view ? done(view) : refuse('not-found');
    }),
    'steps:keep': withSession(parts, async ({ workbench }, request) =>
      (await keepSteps(workbench, request)) ? done({}) : refuse('not-found'),
    ),
    'steps:send': withSession(parts, async ({ workbench }, request) => {
      const sent = await sendSteps(workbench, request);
      if (sent.ok) return done({});
      return refuse(codeOf(sent.failure.kind), 'message' in sent.failure ? sent.failure.message : '');
    }),
  };
}

function codeOf(kind: SendStepsFailure['kind']): ReplyCode {
  return kind === 'no-steps' || kind === 'drawing-unreadable' ? 'invalid-request' : codeOfPictureFailure(kind);
}
