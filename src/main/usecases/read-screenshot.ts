import { EMPTY_DRAWING } from '@core/capture/shapes';
import { parseDrawing } from '@core/capture/stored-drawing';
import type { ScreenshotId } from '@core/ids';
import type { WorkbenchDatabase } from '../db/open';
import { listStatesOf, type SendState } from '../db/queries/outbox';
import { listUnfiledDrafts, readScreenshot, type Screenshot } from '../db/queries/screenshots';

/** Where the window loads a picture from. */
export function pictureUrl(hash: string): string {
  return `app://fyra/picture/${hash}`;
}

/** How far something that goes through the outbox has come, for the screen. */
export function sendStateOf(
  state: SendState | undefined,
  isOnPortal: boolean,
): 'kept-here' | 'waiting' | 'parked' | 'given-up' | 'sent' {
  if (isOnPortal || state === 'done') return 'sent';
  return state === 'parked' || state === 'given-up' || state === 'kept-here' ? state : 'waiting';
}

/** A screen dump for the screen. */
export function toScreenshotView(screenshot: Screenshot, states: ReadonlyMap<string, SendState>) {
  const { id, ticketId, state, width, height, address, addressSource, title, takenAt, caption, stepPosition } =
    screenshot;
  const drawing = parseDrawing(screenshot.drawing);
  return {
    id,
    ticketId,
    state,
    originalUrl: screenshot.originalShreddedAt === null ? pictureUrl(screenshot.originalHash) : null,
    flattenedUrl: screenshot.flattenedHash === null ? null : pictureUrl(screenshot.flattenedHash),
    width,
    height,
    address,
    addressSource,
    title,
    drawing: drawing.ok ? drawing.value : EMPTY_DRAWING,
    drawingProblem: drawing.ok ? null : drawing.failure.kind,
    takenAt,
    caption,
    stepPosition,
    message: { text: screenshot.draftText, isInternalNote: screenshot.draftIsInternalNote === 1 },
    sync: state === 'draft' ? ('not-saved' as const) : sendStateOf(states.get(id), screenshot.remoteId !== null),
  };
}

/** One screen dump, or undefined. */
export async function readScreenshotView(database: WorkbenchDatabase, id: ScreenshotId) {
  const screenshot = await readScreenshot(database, id);
  return screenshot && toScreenshotView(screenshot, await listStatesOf(database, [id]));
}

/** The drafts on no ticket, the latest first. */
export async function readUnfiledViews(database: WorkbenchDatabase) {
  const drafts = await listUnfiledDrafts(database);
  return drafts.map((draft) => toScreenshotView(draft, new Map()));
}
