import { fileNameOf } from '@core/capture/export-file';
import { readPngSize } from '@core/capture/png-size';
import { type DiscardedDrafts, discardScreenshot, takeBackScreenshot } from '../../usecases/discard-screenshot';
import { fileScreenshot } from '../../usecases/file-screenshot';
import { keepDraft } from '../../usecases/keep-draft';
import { keepScreenshot } from '../../usecases/keep-screenshot';
import { makeExport } from '../../usecases/make-export';
import { readScreenshotView, readUnfiledViews } from '../../usecases/read-screenshot';
import { saveScreenshot } from '../../usecases/save-screenshot';
import { shredOriginal } from '../../usecases/shred-original';
import { done, type Handlers, refuse } from '../handle';
import type { AppParts } from '../parts';
import { codeOfPictureFailure } from './picture-failure';
import { withSession } from './with-session';

/** Screen dumps: reading, filing, throwing away. */
export function createScreenshotHandlers(
  parts: AppParts,
): Pick<
  Handlers,
  | 'screenshot:read'
  | 'screenshot:keep-draft'
  | 'screenshot:save'
  | 'screenshot:shred'
  | 'screenshot:discard'
  | 'screenshot:take-back'
  | 'screenshot:import'
  | 'screenshot:list-unfiled'
  | 'screenshot:file'
  | 'screenshot:export'
> {
  const discarded: DiscardedDrafts = new Map();
  return {
    'screenshot:keep-draft': withSession(parts, async ({ workbench }, request) =>
      (await keepDraft(workbench, request)) ? done({}) : refuse('not-found'),
    ),
    'screenshot:read': withSession(parts, async ({ workbench }, { screenshotId }) => {
      const view = await readScreenshotView(workbench.database, screenshotId);
      return view ? done(view) : refuse('not-found');
    }),
    'screenshot:save': withSession(parts, async ({ workbench }, request) => {
      const saved = await saveScreenshot(workbench, request);
      if (saved.ok) return done({});
      return refuse(codeOfPictureFailure(saved.failure.kind), 'message' in saved.failure ? saved.failure.message : '');
    }),
    'screenshot:shred': withSession(parts, async ({ workbench }, { screenshotId }) => {
      const shredded = await shredOriginal(workbench, screenshotId);
      if (shredded.ok) return done({});
      const { failure } = shredded;
      return refuse(codeOfPictureFailure(failure.kind), 'message' in failure ? failure.message : '');
    }),
    'screenshot:discard': withSession(parts, async ({ workbench }, { screenshotId }) => {
      await discardScreenshot(workbench, discarded, screenshotId);
      return done({});
    }),
    'screenshot:take-back': withSession(parts, async ({ workbench }, { screenshotId }) =>
      (await takeBackScreenshot(workbench, discarded, screenshotId)) ? done({}) : refuse('not-found'),
    ),
    'screenshot:import': withSession(parts, async ({ workbench }, { ticketId, png, title }) => {
      const size = readPngSize(png);
      if (size === null) return refuse('picture-invalid');
      const kept = await keepScreenshot(workbench, { png, ...size, title }, ticketId);
      if (!kept.ok) return refuse(codeOfPictureFailure(kept.failure.kind), kept.failure.message);
      const view = await readScreenshotView(workbench.database, kept.value.screenshotId);
      return view ? done(view) : refuse('not-found');
    }),
    'screenshot:list-unfiled': withSession(parts, async ({ workbench }) =>
      done({ screenshots: await readUnfiledViews(workbench.database) }),
    ),
    'screenshot:export': async ({ format, bytes, ...subject }) => {
      const file = await makeExport({ format, bytes, ...subject });
      if (!file.ok) return refuse(file.failure.kind);
      const saved = await parts.saveAs(fileNameOf(subject, format), file.value);
      if (saved.ok) return done({ isSaved: saved.value });
      return refuse(saved.failure.kind === 'disk-full' ? 'disk-full' : 'file-not-written', saved.failure.message);
    },
    'screenshot:file': withSession(parts, async ({ workbench }, { screenshotId, ticketId }) =>
      (await fileScreenshot(workbench, screenshotId, ticketId)) ? done({}) : refuse('not-found'),
    ),
  };
}
