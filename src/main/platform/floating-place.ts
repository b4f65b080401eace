import type { Settings } from '@ipc/settings-views';

interface Point {
  readonly x: number;
  readonly y: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

interface Area extends Point, Size {}

const MARGIN_PX = 16;
/** Less than this of a window in sight, in either direction, and nobody could take hold of it. */
const LEAST_IN_SIGHT_PX = 40;

function overlap(one: Area, other: Area): Size {
  return {
    width: Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x),
    height: Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y),
  };
}

/** The nearest position at which a stretch lies inside another; at its beginning when it is longer. */
function clamp(position: number, length: number, from: number, space: number): number {
  return Math.max(from, Math.min(position, from + space - length));
}

/**
 * Where the small window stands: where the person put it, moved no further than it takes to be wholly on a display that
 * is there, else in the lower right corner of the first display. All in the screen's own units.
 */
export function placeFloatingWindow(place: Point | null, size: Size, workAreas: readonly Area[]): Area {
  const [first = { x: 0, y: 0, width: 0, height: 0 }] = workAreas;
  const corner = {
    x: first.x + first.width - size.width - MARGIN_PX,
    y: first.y + first.height - size.height - MARGIN_PX,
  };
  if (place === null) return { ...corner, ...size };
  const wanted = { ...place, ...size };
  const best = workAreas
    .map((area) => ({ area, common: overlap(wanted, area) }))
    .filter(({ common }) => common.width >= LEAST_IN_SIGHT_PX && common.height >= LEAST_IN_SIGHT_PX)
    .sort((one, other) => other.common.width * other.common.height - one.common.width * one.common.height)[0];
  if (best === undefined) return { ...corner, ...size };
  return {
    x: clamp(place.x, size.width, best.area.x, best.area.width),
    y: clamp(place.y, size.height, best.area.y, best.area.height),
    ...size,
  };
}

/** What decides whether the small window is to be seen. */
export interface FloatingConditions {
  readonly setting: Settings['floatingWindow'];
  /** A timer runs or is paused. */
  readonly hasTimer: boolean;
  /** The main window is shown and not minimised. */
  readonly isMainInSight: boolean;
  /** The person closed the small window since the main window was last in sight. */
  readonly isDismissed: boolean;
}

/** Whether the small window is to be seen. */
export function isFloatingWindowWanted({ setting, hasTimer, isMainInSight, isDismissed }: FloatingConditions): boolean {
  if (!hasTimer || isDismissed) return false;
  switch (setting) {
    case 'always':
      return true;
    case 'when-hidden':
      return !isMainInSight;
    case 'never':
      return false;
  }
}
