import {
  findPrivateTextsOfScreenshot,
  type PrivateTextsFailure,
} from '../../usecases/find-private-texts-of-screenshot';
import { keepScreenshot } from '../../usecases/keep-screenshot';
import { type KnownAddresses, readAddressOfScreenshot } from '../../usecases/read-address-of-screenshot';
import { pictureUrl, readScreenshotView } from '../../usecases/read-screenshot';
import { done, type Handlers, refuse } from '../handle';
import type { AppParts } from '../parts';
import { codeOfPictureFailure } from './picture-failure';
import { withSession } from './with-session';

function refuseReading({ kind, message }: PrivateTextsFailure) {
  return refuse<never>(kind === 'not-found' || kind === 'picture-invalid' ? kind : 'reading-failed', message);
}

/** Taking pictures, and reading in them. */
export function createCaptureHandlers(
  parts: AppParts,
): Pick<
  Handlers,
  | 'capture:sources'
  | 'capture:take'
  | 'capture:stop-waiting'
  | 'capture:read-last-region'
  | 'capture:pick-region'
  | 'capture:region-painted'
  | 'capture:read-region'
  | 'capture:read-address'
  | 'capture:find-private-texts'
  | 'capture:stop-finding-private-texts'
> {
  const { capture } = parts;
  const known: KnownAddresses = new Map();
  let finding = new AbortController();
  return {
    'capture:sources': async () => {
      const sources = await capture.listSources();
      return sources.ok ? done({ sources: [...sources.value] }) : refuse('capture-failed', sources.failure.message);
    },
    'capture:take': withSession(parts, async ({ workbench }, { ticketId, target, delaySeconds }) => {
      const picture = await capture.take(target, { delaySeconds });
      if (!picture.ok) {
        return refuse(
          picture.failure.kind === 'cancelled' ? 'capture-cancelled' : 'capture-failed',
          picture.failure.message,
        );
      }
      const kept = await keepScreenshot(workbench, picture.value, ticketId);
      if (!kept.ok) return refuse(codeOfPictureFailure(kept.failure.kind), kept.failure.message);
      const view = await readScreenshotView(workbench.database, kept.value.screenshotId);
      return view ? done(view) : refuse('not-found');
    }),
    'capture:stop-waiting': async () => {
      capture.stopWaiting();
      return done({});
    },
    'capture:read-last-region': async () => done({ size: capture.lastRegionSize() }),
    'capture:pick-region': async ({ displayId, region }) => {
      capture.pickRegion(displayId, region);
      return done({});
    },
    'capture:region-painted': async ({ displayId }) => {
      capture.showRegionWindow(displayId);
      return done({});
    },
    'capture:read-address': withSession(parts, async ({ workbench }, { screenshotId }) => {
      const reading = await readAddressOfScreenshot(workbench, parts.textReader, known, screenshotId);
      return reading.ok ? done({ reading: reading.value }) : refuseReading(reading.failure);
    }),
    'capture:find-private-texts': withSession(parts, async ({ workbench }, { screenshotId }) => {
      finding.abort();
      finding = new AbortController();
      const { signal } = finding;
      const found = await findPrivateTextsOfScreenshot(workbench, parts.textReader, screenshotId, { signal });
      return found.ok ? done({ found: found.value }) : refuseReading(found.failure);
    }),
    'capture:stop-finding-private-texts': async () => {
      finding.abort();
      return done({});
    },
    'capture:read-region': async ({ displayId }) => {
      const frozen = await capture.frozenPicture(displayId);
      if (!frozen) return refuse('not-found');
      return done({ pictureUrl: pictureUrl(frozen.name), width: frozen.width, height: frozen.height });
    },
  };
}
