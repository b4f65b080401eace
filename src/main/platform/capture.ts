import { coveredPixels } from '@core/capture/covered-pixels';
import { type LastRegion, repeatRegion } from '@core/capture/last-region';
import { fail, type Outcome, succeed } from '@core/outcome';
import { type Display, type NativeImage, type Size, screen } from 'electron';
import { toBmp } from './bmp';
import type { Clock } from './clock';
import { hideOwnWindows, isOwnWindowSource } from './own-windows';
import { openRegionWindow, type Region, type RegionWindow } from './region-window';
import {
  type CaptureFailure,
  type GrabbedScreen,
  grabDisplay,
  grabScreen,
  grabWindow,
  isWayland,
  problem,
  readSources,
} from './screen-grab';

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
  readonly width: number;
  readonly height: number;
}

/** What a picture is taken of. */
export type CaptureTarget =
  /** A whole screen; null stands for the one the pointer is on. */
  | { readonly kind: 'screen'; readonly sourceId: string | null }
  | { readonly kind: 'window'; readonly sourceId: string }
  /** Freezes every screen and lets the person draw a region on one of them. */
  | { readonly kind: 'region' }
  /** The region that was drawn last, as its screen shows it now. */
  | { readonly kind: 'last-region' };

/** Takes pictures of the screen. One at a time: a second request while one is under way fails as `busy`. */
export interface ScreenCapture {
  /** Screens and windows of other programs, with small pictures of them. */
  listSources(): Promise<Outcome<CaptureSource[], CaptureFailure>>;
  /** Takes a picture after so many seconds. */
  take(
    target: CaptureTarget,
    options: { readonly delaySeconds: number },
  ): Promise<Outcome<CapturedPicture, CaptureFailure>>;
  /** Gives up waiting for the moment of a picture: it ends as `cancelled`. */
  stopWaiting(): void;
  /** The size of the region that was drawn last, in pixels; null where there is none, or its display is gone. */
  lastRegionSize(): Size | null;
  /** A region window's answer, in pixels of its picture; null cancels. Ignored when no region is asked for. */
  pickRegion(displayId: string, region: Region | null): void;
  /** Puts the region window of a display on the screen: its picture is painted. */
  showRegionWindow(displayId: string): void;
  /** What the region window of a display shows, as soon as it is taken; null when none is asked for or none came. */
  frozenPicture(displayId: string): Promise<FrozenPicture | null>;
  /** The frozen pictures for the `app://` protocol. */
  readonly pictures: PictureSource;
  /** True while own windows may be hidden because of a picture: nothing should open a window then. */
  isCapturing(): boolean;
}

export interface ScreenCaptureOptions {
  /** Asked at each picture, so that a changed setting counts at once. */
  readonly hideOwnWindows: () => boolean;
  readonly clock: Pick<Clock, 'read' | 'onBeat'>;
  /** Told once a second while a picture is to be taken later, and at its end with 0. */
  readonly onWaiting: (secondsLeft: number) => void;
  readonly lastRegion: { readonly read: () => LastRegion | null; readonly save: (region: LastRegion) => void };
}

const THUMBNAIL: Size = { width: 320, height: 200 };
const MS_PER_SECOND = 1_000;

function toPicture(image: NativeImage, title: string): CapturedPicture {
  return { png: image.toPNG(), ...image.getSize(), title };
}

/** One display of a region that is being drawn: its window, and its picture once there is one. */
interface RegionDisplay {
  readonly window: RegionWindow;
  readonly name: string;
  readonly grabbed: Promise<GrabbedScreen | null>;
}

/** Builds the capture. */
export function createScreenCapture(options: ScreenCaptureOptions): ScreenCapture {
  const { clock, lastRegion } = options;
  let isBusy = false;
  let isHiding = false;
  let stopWaiting: () => void = () => undefined;
  let regionDisplays: readonly RegionDisplay[] = [];
  const frozen = new Map<string, NativeImage>();
  let regionsAsked = 0;

  /** Waits so long; answers whether it was not given up. */
  function wait(seconds: number): Promise<boolean> {
    const { promise, resolve } = Promise.withResolvers<boolean>();
    const end = clock.read().monotonicMs + seconds * MS_PER_SECOND;
    let told = seconds;
    options.onWaiting(seconds);
    const stop = clock.onBeat(async () => {
      const left = Math.max(0, Math.ceil((end - clock.read().monotonicMs) / MS_PER_SECOND));
      if (left !== told) options.onWaiting(left);
      told = left;
      if (left === 0) resolve(true);
    });
    stopWaiting = () => resolve(false);
    return promise.finally(() => {
      stop();
      stopWaiting = () => undefined;
      if (told !== 0) options.onWaiting(0);
    });
  }

  /** Hides the workbench if that is wanted, lets `take` work, and brings the windows back whatever came of it. */
  async function behindOwnWindows<Value>(take: (areHidden: boolean) => Promise<Value>): Promise<Value> {
    isHiding = true;
    try {
      if (!options.hideOwnWindows()) return await take(false);
      const restore = await hideOwnWindows({ canList: !isWayland() });
      try {
        return await take(true);
      } finally {
        restore();
      }
    } finally {
      isHiding = false;
    }
  }

  /** Where one look opens a dialog of the system, only the display the pointer is on is asked for. */
  function displaysToFreeze(): Display[] {
    const pointed = screen.getDisplayNearestPoint(screen.getCursorScreenPoint());
    return isWayland() ? [pointed] : [pointed, ...screen.getAllDisplays().filter(({ id }) => id !== pointed.id)];
  }

  async function drawRegion(): Promise<Outcome<CapturedPicture, CaptureFailure>> {
    regionsAsked += 1;
    const displays = displaysToFreeze();
    const taken = Promise.withResolvers<readonly (GrabbedScreen | null)[]>();
    // The windows load while the screens are being taken.
    regionDisplays = displays.map((display, index) => ({
      window: openRegionWindow(display),
      name: `region-frozen-${regionsAsked}-${index}`,
      grabbed: taken.promise.then((pictures) => pictures[index] ?? null),
    }));
    try {
      return await behindOwnWindows(async (areHidden) => {
        const grabbed = await grabDisplays(displays, areHidden);
        if (!grabbed.ok) return grabbed;
        taken.resolve(grabbed.value);
        const answered = await Promise.race(
          regionDisplays.map(async ({ window, grabbed: own }) => ({ own, answer: await window.answer })),
        );
        return settleRegion(await answered.own, answered.answer);
      });
    } finally {
      taken.resolve([]);
      for (const { window } of regionDisplays) window.pick(null);
      regionDisplays = [];
      frozen.clear();
    }
  }

  /** The displays' pictures, null for one that gave none; fails when not even the first gave one. */
  async function grabDisplays(
    displays: readonly Display[],
    areHidden: boolean,
  ): Promise<Outcome<(GrabbedScreen | null)[], CaptureFailure>> {
    const pictures: (GrabbedScreen | null)[] = [];
    for (const display of displays) {
      const isFirst = pictures.length === 0;
      const grabbed = isWayland()
        ? await grabScreen(null, { waitsUntilSettled: areHidden })
        : await grabDisplay(display, { waitsUntilSettled: areHidden && isFirst });
      if (!grabbed.ok && isFirst) return grabbed;
      const name = regionDisplays[pictures.length]?.name;
      if (grabbed.ok && name !== undefined) frozen.set(name, grabbed.value.image);
      pictures.push(grabbed.ok ? grabbed.value : null);
    }
    return succeed(pictures);
  }

  function settleRegion(
    grabbed: GrabbedScreen | null,
    answer: Awaited<RegionWindow['answer']>,
  ): Outcome<CapturedPicture, CaptureFailure> {
    if (answer.kind === 'failed') return problem('region-window-failed');
    if (answer.kind === 'cancelled') return fail({ kind: 'cancelled', message: '' });
    const covered = grabbed && coveredPixels(answer.region, grabbed.image.getSize());
    if (grabbed === null || covered === null) return problem('no-picture');
    lastRegion.save({ displayId: String(grabbed.display.id), ...covered });
    return succeed(toPicture(grabbed.image.crop(covered), ''));
  }

  function displayOfLastRegion(): { readonly last: LastRegion; readonly display: Display } | null {
    const last = lastRegion.read();
    const display = last && screen.getAllDisplays().find(({ id }) => String(id) === last.displayId);
    return last && display ? { last, display } : null;
  }

  async function takeLastRegion(): Promise<Outcome<CapturedPicture, CaptureFailure>> {
    const known = displayOfLastRegion();
    if (known === null) return problem('no-last-region');
    const taken = await behindOwnWindows((areHidden) => grabDisplay(known.display, { waitsUntilSettled: areHidden }));
    if (!taken.ok) return taken;
    const covered = repeatRegion(known.last, taken.value.image.getSize());
    return covered === null ? problem('no-last-region') : succeed(toPicture(taken.value.image.crop(covered), ''));
  }

  async function takeScreen(sourceId: string | null): Promise<Outcome<CapturedPicture, CaptureFailure>> {
    const taken = await behindOwnWindows((areHidden) => grabScreen(sourceId, { waitsUntilSettled: areHidden }));
    return taken.ok ? succeed(toPicture(taken.value.image, '')) : taken;
  }

  async function takeWindow(sourceId: string): Promise<Outcome<CapturedPicture, CaptureFailure>> {
    const taken = await grabWindow(sourceId);
    return taken.ok ? succeed(toPicture(taken.value.image, taken.value.title)) : taken;
  }

  async function takeNow(target: CaptureTarget): Promise<Outcome<CapturedPicture, CaptureFailure>> {
    switch (target.kind) {
      case 'screen':
        return takeScreen(target.sourceId);
      case 'window':
        return takeWindow(target.sourceId);
      case 'region':
        return drawRegion();
      case 'last-region':
        return takeLastRegion();
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

    async take(target, { delaySeconds }) {
      if (isBusy) return problem('busy');
      isBusy = true;
      try {
        if (delaySeconds > 0 && !(await wait(delaySeconds))) return fail({ kind: 'cancelled', message: '' });
        return await takeNow(target);
      } finally {
        isBusy = false;
      }
    },
    stopWaiting: () => stopWaiting(),
    lastRegionSize() {
      const known = displayOfLastRegion();
      return known && { width: known.last.width, height: known.last.height };
    },
    pickRegion: (displayId, region) =>
      regionDisplays.find(({ window }) => window.displayId === displayId)?.window.pick(region),
    showRegionWindow(displayId) {
      const [pointed] = regionDisplays;
      const shown = regionDisplays.find(({ window }) => window.displayId === displayId);
      shown?.window.show({ takesKeyboard: shown === pointed });
    },
    async frozenPicture(displayId) {
      const asked = regionDisplays.find(({ window }) => window.displayId === displayId);
      const grabbed = await asked?.grabbed;
      return asked && grabbed ? { name: asked.name, ...grabbed.image.getSize() } : null;
    },
    pictures: {
      read: (name) => {
        const image = frozen.get(name);
        return image ? toBmp(image) : null;
      },
    },
    isCapturing: () => isHiding,
  };
}
