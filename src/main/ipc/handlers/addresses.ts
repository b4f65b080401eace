import { readScreenshot } from '../../db/queries/screenshots';
import { done, type Handlers, refuse } from '../handle';
import type { AppParts } from '../parts';
import { withSession } from './with-session';

/** Where the address of a screen dump can come from. */
export function createAddressHandlers(
  parts: AppParts,
): Pick<
  Handlers,
  'addresses:list' | 'hand-over:read' | 'hand-over:accept' | 'hand-over:dismiss' | 'hand-over:dismiss-refusal'
> {
  return {
    'addresses:list': withSession(parts, async ({ workbench }, { screenshotId }) => {
      const screenshot = await readScreenshot(workbench.database, screenshotId);
      if (!screenshot) return refuse('not-found');
      const handOver = parts.handOvers.candidateFor(screenshot);
      const copied = await parts.copiedAddress(screenshot.takenAt);
      return done({ candidates: [...(handOver === null ? [] : [handOver]), ...(copied === null ? [] : [copied])] });
    }),
    'hand-over:read': async () => done(parts.handOvers.read()),
    'hand-over:accept': async ({ handOverId, screenshotId }) =>
      parts.handOvers.accept(handOverId, screenshotId) ? done({}) : refuse('not-found'),
    'hand-over:dismiss': async ({ handOverId }) => {
      parts.handOvers.dismiss(handOverId);
      return done({});
    },
    'hand-over:dismiss-refusal': async () => {
      parts.handOvers.dismissRefusal();
      return done({});
    },
  };
}
