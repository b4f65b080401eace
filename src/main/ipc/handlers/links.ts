import { draftSplit } from '../../usecases/draft-split';
import { mergeDuplicate } from '../../usecases/merge-duplicate';
import { previewMerge, proposeKept } from '../../usecases/preview-merge';
import { splitTicket } from '../../usecases/split-ticket';
import { takeLinkBack } from '../../usecases/take-link-back';
import { done, type Handlers, refuse } from '../handle';
import type { AppParts } from '../parts';
import { withSession } from './with-session';

/** Splitting tickets, and merging duplicates. */
export function createLinkHandlers(
  parts: AppParts,
): Pick<
  Handlers,
  | 'ticket:split-draft'
  | 'ticket:split'
  | 'ticket:merge-candidates'
  | 'ticket:merge-preview'
  | 'ticket:merge'
  | 'ticket:take-link-back'
> {
  return {
    'ticket:split-draft': withSession(parts, async ({ workbench }, { ticketId }) => {
      const draft = await draftSplit(workbench, ticketId);
      return draft === undefined ? refuse('not-found') : done(draft);
    }),
    'ticket:split': withSession(parts, async ({ workbench }, request) => {
      const split = await splitTicket(workbench, request);
      return split.ok ? done(split.value) : refuse(split.failure.kind);
    }),
    'ticket:merge-candidates': withSession(parts, async ({ workbench }, { ticketId }) =>
      done({ tickets: await proposeKept(workbench.database, ticketId) }),
    ),
    'ticket:merge-preview': withSession(parts, async ({ workbench }, request) => {
      const preview = await previewMerge(workbench.database, request);
      return preview.ok ? done(preview.value) : refuse(preview.failure.kind);
    }),
    'ticket:merge': withSession(parts, async ({ workbench }, request) => {
      const merged = await mergeDuplicate(workbench, request);
      return merged.ok ? done(merged.value) : refuse(merged.failure.kind);
    }),
    'ticket:take-link-back': withSession(parts, async ({ workbench }, { linkId }) => {
      const taken = await takeLinkBack(workbench, linkId);
      return taken.ok ? done({}) : refuse(taken.failure.kind);
    }),
  };
}
