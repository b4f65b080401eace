import { join } from 'node:path';
import { app, Menu, nativeImage, Tray } from 'electron';
import { shortDuration, type Texts } from './texts';

/** What the tray says. */
export interface TrayState {
  readonly running: { ticketNumber: string; workedSeconds: number; leftSeconds: number; isNearLimit: boolean } | null;
}

export interface WorkbenchTray {
  update(state: TrayState, texts: Texts): void;
  /** What it says now. */
  tooltip(): string;
  /** The name of the icon it shows now. */
  icon(): TrayIcon;
  remove(): void;
}

type TrayIcon = 'idle' | 'running' | 'warning';

export interface TrayActions {
  show(): void;
  capture(): void;
  pause(): void;
}

function tooltipOf(state: TrayState, texts: Texts): string {
  if (!state.running) return texts.noTimer;
  const { ticketNumber, workedSeconds, leftSeconds } = state.running;
  const left = leftSeconds > 0 ? texts.timeLeft(shortDuration(leftSeconds)) : texts.limitReached;
  return `${texts.timerRuns(ticketNumber, shortDuration(workedSeconds))} · ${left}`;
}

function iconOf(state: TrayState): TrayIcon {
  if (!state.running) return 'idle';
  return state.running.isNearLimit ? 'warning' : 'running';
}

/** The icon beside the clock: what runs, how much is left, and the way back to the window. */
export function createTray(actions: TrayActions): WorkbenchTray {
  const load = (icon: TrayIcon) =>
    nativeImage
      .createFromPath(join(app.getAppPath(), 'resources', `tray-${icon}.png`))
      .resize({ width: 22, height: 22 });
  const tray = new Tray(load('idle'));
  let shown = { tooltip: '', icon: 'idle' as TrayIcon };
  tray.on('click', actions.show);

  return {
    update: (state, texts) => {
      const next = { tooltip: tooltipOf(state, texts), icon: iconOf(state) };
      // The system redraws on every call; most beats change nothing that is shown.
      if (next.tooltip === shown.tooltip && next.icon === shown.icon) return;
      if (next.icon !== shown.icon) tray.setImage(load(next.icon));
      tray.setToolTip(next.tooltip);
      tray.setContextMenu(
        Menu.buildFromTemplate([
          { label: next.tooltip, enabled: false },
          { type: 'separator' },
          { label: texts.showWorkbench, click: actions.show },
          { label: texts.capture, click: actions.capture },
          { label: texts.pause, enabled: state.running !== null, click: actions.pause },
          { type: 'separator' },
          { label: texts.quit, click: () => app.quit() },
        ]),
      );
      shown = next;
    },
    tooltip: () => shown.tooltip,
    icon: () => shown.icon,
    remove: () => tray.destroy(),
  };
}
