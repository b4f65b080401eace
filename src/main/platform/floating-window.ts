import { BrowserWindow, screen } from 'electron';
import { placeFloatingWindow } from './floating-place';
import { secureWebPreferences } from './windows';

/** Wide enough for the elapsed time and every button beside it, and for most of what the meter says in one line. */
const WIDTH_PX = 360;
/** Until the page has said how high its content is. */
const FIRST_HEIGHT_PX = 126;

interface Point {
  readonly x: number;
  readonly y: number;
}

/** The small window that stands on top of other programs while the main window is out of sight. */
export interface FloatingWindow {
  /** Shows it, without taking the keyboard from anybody; the first time it is made. */
  show(): void;
  hide(): void;
  /** Makes it as high as its content. */
  fit(heightPx: number): void;
  remove(): void;
}

/**
 * Makes no window before it is shown for the first time: the start of the app does not pay for it. `onDismissed` is
 * called when a person closes it.
 */
export function createFloatingWindow(options: {
  readPlace: () => Point | null;
  savePlace: (place: Point) => void;
  backgroundColor: () => string;
  onDismissed: () => void;
}): FloatingWindow {
  let window: BrowserWindow | null = null;
  let isWanted = false;
  /** Both have to be: the page is painted, and the window as high as its content. Else it would jump when it appears. */
  let isPainted = false;
  let isFitted = false;
  let heightPx = FIRST_HEIGHT_PX;
  let place: Point | null = null;
  /** Where we have put it since a person moved it last. The system tells of moves late and in parts, of ours as well. */
  const putAt = new Set<string>();

  function put(): void {
    if (window === null) return;
    const primary = screen.getPrimaryDisplay();
    const others = screen.getAllDisplays().filter(({ id }) => id !== primary.id);
    const bounds = placeFloatingWindow(
      place,
      { width: WIDTH_PX, height: heightPx },
      [primary, ...others].map(({ workArea }) => workArea),
    );
    putAt.add(`${bounds.x} ${bounds.y}`);
    window.setBounds(bounds);
  }

  function appear(): void {
    if (isWanted && isPainted && isFitted) window?.showInactive();
  }

  /** A person who moves it has the keyboard or the pointer there. What else moves windows is the system, at their making. */
  function isInHand(): boolean {
    if (window === null) return false;
    const pointer = screen.getCursorScreenPoint();
    const { x, y, width, height } = window.getBounds();
    const isPointedAt = pointer.x >= x && pointer.x < x + width && pointer.y >= y && pointer.y < y + height;
    return window.isFocused() || isPointedAt;
  }

  function noteMove(): void {
    const [x = 0, y = 0] = window?.getPosition() ?? [];
    if (putAt.has(`${x} ${y}`) || !isInHand()) return;
    putAt.clear();
    place = { x, y };
  }

  function savePlace(): void {
    if (place !== null) options.savePlace(place);
  }

  function open(): void {
    place = options.readPlace();
    isPainted = false;
    isFitted = false;
    const made = new BrowserWindow({
      width: WIDTH_PX,
      height: heightPx,
      show: false,
      frame: false,
      resizable: false,
      minimizable: false,
      maximizable: false,
      fullscreenable: false,
      alwaysOnTop: true,
      // Where it is out of the task bar it still is among the windows to switch to; on Linux it would be in neither.
      skipTaskbar: process.platform !== 'linux',
      // The first click already presses the button it hits.
      acceptFirstMouse: true,
      title: 'Fyra',
      backgroundColor: options.backgroundColor(),
      webPreferences: secureWebPreferences(),
    });
    window = made;
    made.setAlwaysOnTop(true, 'floating');
    made.setVisibleOnAllWorkspaces(true, { visibleOnFullScreen: true, skipTransformProcessType: true });
    put();
    made.on('move', noteMove);
    made.once('ready-to-show', () => {
      isPainted = true;
      appear();
    });
    made.once('closed', () => {
      window = null;
      if (!isWanted) return;
      isWanted = false;
      savePlace();
      options.onDismissed();
    });
    made.webContents.once('render-process-gone', () => made.destroy());
    made.loadURL('app://fyra/floating.html').catch(() => {
      if (!made.isDestroyed()) made.destroy();
    });
  }

  return {
    show: () => {
      if (isWanted) return;
      isWanted = true;
      if (window === null) {
        open();
        return;
      }
      // A display may have gone since.
      put();
      appear();
    },
    hide: () => {
      if (!isWanted) return;
      isWanted = false;
      savePlace();
      window?.hide();
    },
    fit: (contentHeightPx) => {
      const isFirst = !isFitted;
      isFitted = true;
      if (contentHeightPx !== heightPx) {
        heightPx = contentHeightPx;
        put();
      }
      if (isFirst) appear();
    },
    remove: () => {
      if (isWanted) savePlace();
      isWanted = false;
      window?.destroy();
    },
  };
}
