import { coveredPixels } from '@core/capture/covered-pixels';
import { fail, type Outcome, succeed } from '@core/outcome';
import type { NativeImage, Size } from 'electron';
import { hideOwnWindows, isOwnWindowSource } from './own-windows';
import { openRegionWindow, type Region, type RegionWindow } from './region-window';
import { type CaptureFailure, grabScreen, grabWindow, isWayland, problem, readSources } from './screen-grab';

export type { CaptureFailure, CaptureProblem } from './screen-grab';

/** Something a picture can be taken of. */
export interface CaptureSource {
  readonly id: string;
  readonly kind: 'screen' | 'window';
  readonly name: string;
  readonly thumbnailDataUrl: string;
}

/** A picture in the pixels of the screen it was taken of. `title` is the window's, and empty for screens and regions. */
export interface CapturedPicture {
  readonly png: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly title: string;
}

/** Pictures in memory that the `app://` protocol serves by name. */
export interface PictureSource {
  read(name: string): Uint8Array | null;
}

/** The still picture of a screen on which a region is being drawn. */
export interface FrozenPicture {
  /** A new one each time: pictures are cached by their address for ever. */
  readonly name: string;
  readonly png: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** Takes pictures of the screen. One at a time: a second request while one is under way fails as `busy`. */
export interface ScreenCapture {
  /** Screens and windows of other programs, with small pictures of them. */
  listSources(): Promise<Outcome<CaptureSource[], CaptureFailure>>;
  /** A whole screen; null stands for the one the pointer is on. */
  captureScreen(sourceId: string | null): Promise<Outcome<CapturedPicture, CaptureFailure>>;
  captureWindow(sourceId: string): Promise<Outcome<CapturedPicture, CaptureFailure>>;
  /** Freezes the screen the pointer is on and lets the person draw a region on it. */
  captureRegion(): Promise<Outcome<CapturedPicture, CaptureFailure>>;
  /** The region window's answer, in pixels of the frozen picture; null cancels. Ignored when no region is asked for. */
  pickRegion(region: Region | null): void;
  /** What the region window shows; null when it is not open. */
  frozenPicture(): FrozenPicture | null;
  /** The frozen picture for the `app://` protocol. */
  readonly pictures: PictureSource;
  /** True while own windows may be hidden because of a picture: nothing should open a window then. */
  isCapturing(): boolean;
}

const THUMBNAIL: Size = { width: 320, height: 200 };

function toPicture(image: NativeImage, title: string): CapturedPicture {
  return { png: image.toPNG(), ...image.getSize(), title };
}

/** Builds the capture. `hideOwnWindows` is asked at each picture, so that a changed setting counts at once. */
export function createScreenCapture(options: { hideOwnWindows: () => boolean }): ScreenCapture {
  let isBusy = false;
  let frozen: FrozenPicture | null = null;
  let regionWindow: RegionWindow | null = null;
  let regionsAsked = 0;

  async function oneAtATime(take: () => Promise<Outcome<CapturedPicture, CaptureFailure>>) {
    if (isBusy) return problem('busy');
    isBusy = true;
    try {
      return await take();
    } finally {
      isBusy = false;
    }
  }

  /** Hides the workbench if that is wanted, lets `take` work, and brings the windows back whatever came of it. */
  async function behindOwnWindows<Value>(take: (areHidden: boolean) => Promise<Value>): Promise<Value> {
    if (!options.hideOwnWindows()) return take(false);
    const restore = await hideOwnWindows({ canList: !isWayland() });
    try {
      return await take(true);
    } finally {
      restore();
    }
  }

  async function drawRegion(areHidden: boolean): Promise<Outcome<CapturedPicture, CaptureFailure>> {
    const taken = await grabScreen(null, { waitsUntilSettled: areHidden });
    if (!taken.ok) return taken;
    const { image, display } = taken.value;
    regionsAsked += 1;
    frozen = { name: `region-frozen-${regionsAsked}`, png: image.toPNG(), ...image.getSize() };
    regionWindow = openRegionWindow(display);
    try {
      const answer = await regionWindow.answer;
      if (answer.kind === 'failed') return problem('region-window-failed');
      if (answer.kind === 'cancelled') return fail({ kind: 'cancelled', message: '' });
      const covered = coveredPixels(answer.region, image.getSize());
      return covered === null ? problem('no-picture') : succeed(toPicture(image.crop(covered), ''));
    } finally {
      regionWindow = null;
      frozen = null;
    }
  }

  return {
    async listSources() {
      if (isWayland()) return problem('wayland-lists-no-windows');
      const sources = await readSources(['screen', 'window'], THUMBNAIL);
      if (!sources.ok) return sources;
      return succeed(
        sources.value
          .filter(({ id }) => !isOwnWindowSource(id))
          .map(({ id, name, thumbnail }) => ({
            id,
            kind: id.startsWith('screen:') ? ('screen' as const) : ('window' as const),
            name,
            thumbnailDataUrl: thumbnail.isEmpty() ? '' : thumbnail.toDataURL(),
          })),
      );
    },

    captureScreen: (sourceId) =>
      oneAtATime(() =>
        behindOwnWindows(async (areHidden) => {
          const taken = await grabScreen(sourceId, { waitsUntilSettled: areHidden });
          return taken.ok ? succeed(toPicture(taken.value.image, '')) : taken;
        }),
      ),

    captureWindow: (sourceId) =>
      oneAtATime(async () => {
        const taken = await grabWindow(sourceId);
        return taken.ok ? succeed(toPicture(taken.value.image, taken.value.title)) : taken;
      }),

    captureRegion: () => oneAtATime(() => behindOwnWindows(drawRegion)),

    pickRegion: (region) => regionWindow?.pick(region),
    frozenPicture: () => frozen,
    pictures: { read: (name) => (frozen?.name === name ? frozen.png : null) },
    isCapturing: () => isBusy,
  };
}
