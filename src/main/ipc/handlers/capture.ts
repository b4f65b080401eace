import type { ReplyCode } from '@ipc/reply';
import type { PictureFailure } from '../../platform/picture-store';
import { discardScreenshot } from '../../usecases/discard-screenshot';
import { keepScreenshot } from '../../usecases/keep-screenshot';
import { pictureUrl, readScreenshotView } from '../../usecases/read-screenshot';
import { saveScreenshot } from '../../usecases/save-screenshot';
import { done, type Handlers, refuse } from '../handle';
import type { AppParts } from '../parts';
import { withSession } from './with-session';

function codeOf(kind: PictureFailure['kind'] | 'not-found'): ReplyCode {
  return kind === 'folder-not-writable' ? 'database-failed' : kind;
}

/** Screen dumps: taking, reading, filing, throwing away. */
export function createCaptureHandlers(
  parts: AppParts,
): Pick<
  Handlers,
  | 'capture:sources'
  | 'capture:take'
  | 'capture:pick-region'
  | 'capture:read-region'
  | 'screenshot:read'
  | 'screenshot:save'
  | 'screenshot:discard'
> {
  const { capture } = parts;
  return {
    'capture:sources': async () => {
      const sources = await capture.listSources();
      return sources.ok ? done({ sources: [...sources.value] }) : refuse('capture-failed', sources.failure.message);
    },
    'capture:take': withSession(parts, async ({ workbench }, { ticketId, target }) => {
      const picture =
        target.kind === 'region'
          ? await capture.captureRegion()
          : target.kind === 'window'
            ? await capture.captureWindow(target.sourceId)
            : await capture.captureScreen(target.sourceId);
      if (!picture.ok) {
        return refuse(
          picture.failure.kind === 'cancelled' ? 'capture-cancelled' : 'capture-failed',
          picture.failure.message,
        );
      }
      const kept = await keepScreenshot(workbench, picture.value, ticketId);
      if (!kept.ok) return refuse(codeOf(kept.failure.kind), kept.failure.message);
      const view = await readScreenshotView(workbench.database, kept.value.screenshotId);
      return view ? done(view) : refuse('not-found');
    }),
    'capture:pick-region': async (region) => {
      capture.pickRegion(region);
      return done({});
    },
    'capture:read-region': async () => {
      const frozen = capture.frozenPicture();
      if (!frozen) return refuse('not-found');
      return done({ pictureUrl: pictureUrl(frozen.name), width: frozen.width, height: frozen.height });
    },
    'screenshot:read': withSession(parts, async ({ workbench }, { screenshotId }) => {
      const view = await readScreenshotView(workbench.database, screenshotId);
      return view ? done(view) : refuse('not-found');
    }),
    'screenshot:save': withSession(parts, async ({ workbench }, request) => {
      const saved = await saveScreenshot(workbench, request);
      if (saved.ok) return done({});
      return refuse(codeOf(saved.failure.kind), 'message' in saved.failure ? saved.failure.message : '');
    }),
    'screenshot:discard': withSession(parts, async ({ workbench }, { screenshotId }) => {
      await discardScreenshot(workbench, screenshotId);
      return done({});
    }),
  };
}
