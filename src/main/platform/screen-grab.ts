import { fail, type Outcome, succeed } from '@core/outcome';
import {
  type DesktopCapturerSource,
  type Display,
  desktopCapturer,
  type NativeImage,
  type Size,
  screen,
  systemPreferences,
} from 'electron';
import { measureWindow } from './window-size';

/** What went wrong. The window has a sentence for each. */
export type CaptureProblem =
  | 'busy'
  | 'permission-missing'
  | 'not-readable'
  | 'no-picture'
  | 'black-picture'
  | 'source-gone'
  | 'no-last-region'
  | 'region-window-failed'
  | 'wayland-lists-no-windows'
  | 'wayland-nothing-chosen';

/** Why there is no picture. */
export type CaptureFailure =
  | { readonly kind: 'cancelled'; readonly message: '' }
  | { readonly kind: 'capture-failed'; readonly message: CaptureProblem };

/** A failed capture. */
export function problem(message: CaptureProblem) {
  return fail<CaptureFailure>({ kind: 'capture-failed', message });
}

type Sources = readonly DesktopCapturerSource[];
type Grabbed = Outcome<DesktopCapturerSource, CaptureFailure>;

const NO_THUMBNAIL: Size = { width: 0, height: 0 };
const MOST_LOOKS = 6;
/** On a busy computer what was covered can take longer to draw itself than two pictures to be taken. */
const STILL_MS = 100;

/**
 * On Wayland no program may list windows or read the screen unasked: each look at the sources opens the system's own
 * dialog, in which the person chooses. So nothing is listed there, and a picture is taken with a single look.
 */
export function isWayland(): boolean {
  return process.platform === 'linux' && process.env['XDG_SESSION_TYPE'] === 'wayland';
}

/** What can be captured, with pictures scaled to fit `thumbnailSize`. */
export async function readSources(
  types: Array<'screen' | 'window'>,
  thumbnailSize: Size,
): Promise<Outcome<DesktopCapturerSource[], CaptureFailure>> {
  if (process.platform === 'darwin' && systemPreferences.getMediaAccessStatus('screen') === 'denied') {
    return problem('permission-missing');
  }
  try {
    return succeed(await desktopCapturer.getSources({ types, thumbnailSize }));
  } catch {
    return problem(isWayland() ? 'wayland-nothing-chosen' : 'not-readable');
  }
}

/** A capture that the system refuses without saying so is one black surface. */
function isBlack(image: NativeImage): boolean {
  const pixels = image.toBitmap();
  for (let offset = 0; offset < pixels.length; offset += 4) {
    if (pixels[offset] !== 0 || pixels[offset + 1] !== 0 || pixels[offset + 2] !== 0) return false;
  }
  return true;
}

async function grabOnce(
  kind: 'screen' | 'window',
  find: (sources: Sources) => DesktopCapturerSource | undefined,
  size: Size,
): Promise<Grabbed> {
  const sources = await readSources([kind], size);
  if (!sources.ok) return sources;
  const source = find(sources.value);
  if (source === undefined) return problem(isWayland() ? 'wayland-nothing-chosen' : 'source-gone');
  if (source.thumbnail.isEmpty()) return problem('no-picture');
  return isBlack(source.thumbnail) ? problem('black-picture') : succeed(source);
}

/**
 * Takes a screen once it has stopped changing. A window that was just hidden may still be fading, and what it covered
 * may still be drawing itself; equal pictures for a while say that this is over. Something that always moves (a video)
 * never gives two equal ones, hence the limit.
 */
async function grabSettled(grab: () => Promise<Grabbed>): Promise<Grabbed> {
  let last = await grab();
  let unchangedSinceMs = performance.now();
  for (let looks = 1; looks < MOST_LOOKS && last.ok; looks++) {
    const next = await grab();
    if (next.ok && next.value.thumbnail.toBitmap().equals(last.value.thumbnail.toBitmap())) {
      if (performance.now() - unchangedSinceMs >= STILL_MS) return next;
    } else {
      unchangedSinceMs = performance.now();
    }
    last = next;
  }
  return last;
}

/**
 * A display's size in pixels. With a fractional factor the system tells it in units that it has rounded (up on Windows,
 * down elsewhere); no screen has an odd number of pixels, which leads back to the true figure.
 */
function pixelSizeOf({ size, scaleFactor }: Display): Size {
  if (Number.isInteger(scaleFactor)) return { width: size.width * scaleFactor, height: size.height * scaleFactor };
  const toWhole = process.platform === 'win32' ? Math.floor : Math.ceil;
  const toEven = (units: number) => 2 * toWhole((units * scaleFactor) / 2);
  return { width: toEven(size.width), height: toEven(size.height) };
}

/** Finds a display's source. Some systems name no display; then a source can only be matched when there is one of each. */
function sourceOfDisplay(sources: Sources, display: Display) {
  const named = sources.find(({ display_id }) => display_id === String(display.id));
  return named ?? (sources.length === 1 ? sources[0] : undefined);
}

/** A screen's picture, and the display it is of. */
export interface GrabbedScreen {
  readonly image: NativeImage;
  readonly display: Display;
}

/**
 * A whole screen in its own pixels; null stands for the one the pointer is on. `waitsUntilSettled` after windows were
 * hidden.
 */
export async function grabScreen(
  sourceId: string | null,
  options: { waitsUntilSettled: boolean },
): Promise<Outcome<GrabbedScreen, CaptureFailure>> {
  const pointed = screen.getDisplayNearestPoint(screen.getCursorScreenPoint());
  if (isWayland()) {
    const chosen = await grabOnce('screen', (sources) => sources[0], pixelSizeOf(pointed));
    return chosen.ok ? succeed({ image: chosen.value.thumbnail, display: pointed }) : chosen;
  }

  const listed = await readSources(['screen'], NO_THUMBNAIL);
  if (!listed.ok) return listed;
  const source =
    sourceId === null ? sourceOfDisplay(listed.value, pointed) : listed.value.find(({ id }) => id === sourceId);
  if (source === undefined) return problem('source-gone');
  const display = screen.getAllDisplays().find(({ id }) => String(id) === source.display_id) ?? pointed;

  const grab = () => grabOnce('screen', (sources) => sources.find(({ id }) => id === source.id), pixelSizeOf(display));
  const taken = options.waitsUntilSettled ? await grabSettled(grab) : await grab();
  return taken.ok ? succeed({ image: taken.value.thumbnail, display }) : taken;
}

/** What one display shows, in its own pixels. Not on Wayland, where nothing but the system's dialog chooses a screen. */
export async function grabDisplay(
  display: Display,
  options: { waitsUntilSettled: boolean },
): Promise<Outcome<GrabbedScreen, CaptureFailure>> {
  const grab = () => grabOnce('screen', (sources) => sourceOfDisplay(sources, display), pixelSizeOf(display));
  const taken = options.waitsUntilSettled ? await grabSettled(grab) : await grab();
  return taken.ok ? succeed({ image: taken.value.thumbnail, display }) : taken;
}

/** How much neighbouring pixels differ. Of two pictures of the same thing, the one that was scaled has less of it. */
function sharpnessOf(image: NativeImage): number {
  const pixels = image.toBitmap();
  let sum = 0;
  for (let offset = 4; offset < pixels.length; offset += 4) {
    sum += Math.abs((pixels[offset] ?? 0) - (pixels[offset - 4] ?? 0));
  }
  return sum;
}

/** One window in its own pixels, with its title. Other windows in front of it are not in the picture. */
export async function grabWindow(
  sourceId: string,
): Promise<Outcome<{ image: NativeImage; title: string }, CaptureFailure>> {
  if (isWayland()) return problem('wayland-lists-no-windows');
  const find = (sources: Sources) => sources.find(({ id }) => id === sourceId);
  const listed = await readSources(['window'], NO_THUMBNAIL);
  if (!listed.ok) return listed;
  const source = find(listed.value);
  if (source === undefined) return problem('source-gone');

  const measured = await measureWindow(source);
  const taken = await grabOnce('window', find, measured ?? pixelSizeOf(screen.getPrimaryDisplay()));
  if (!taken.ok) return taken;
  let image = taken.value.thumbnail;
  if (measured !== null) {
    // A side may be one pixel longer than measured. In a frame one pixel larger such a window comes out unscaled.
    const odd = await grabOnce('window', find, { width: measured.width + 1, height: measured.height + 1 });
    if (odd.ok && sharpnessOf(odd.value.thumbnail) > sharpnessOf(image)) image = odd.value.thumbnail;
  }
  return succeed({ image, title: taken.value.name });
}
