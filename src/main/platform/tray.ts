import { join } from 'node:path';
import { app, Menu, type MenuItemConstructorOptions, nativeImage, Tray } from 'electron';
import type { DesktopAction } from './desktop-action';
import type { TrayIcon, TrayItem, TrayPlan } from './tray-plan';

export interface WorkbenchTray {
  show(plan: TrayPlan): void;
  /** What it says now. */
  tooltip(): string;
  /** The name of the icon it shows now. */
  icon(): TrayIcon;
  /** The lines of its menu, without the dividing ones. */
  menu(): string[];
  /** Chooses a line of the menu, as a click on it does. */
  choose(label: string): void;
  remove(): void;
}

/** The icon beside the clock: what runs, how much is left, and the way back to the window. */
export function createTray(first: TrayPlan, act: (action: DesktopAction) => void): WorkbenchTray {
  const load = (icon: TrayIcon) =>
    nativeImage
      .createFromPath(join(app.getAppPath(), 'resources', `tray-${icon}.png`))
      .resize({ width: 22, height: 22 });
  const toMenuItem = (item: TrayItem): MenuItemConstructorOptions => {
    switch (item.kind) {
      case 'line':
        return { type: 'separator' };
      case 'text':
        return { label: item.label, enabled: false };
      case 'choice':
        return { label: item.label, click: () => act(item.action) };
    }
  };

  let shown = first;
  const tray = new Tray(load(first.icon));
  tray.on('click', () => act({ kind: 'show' }));
  draw(first);

  function draw(plan: TrayPlan): void {
    tray.setToolTip(plan.tooltip);
    tray.setContextMenu(Menu.buildFromTemplate(plan.items.map(toMenuItem)));
  }

  return {
    show: (plan) => {
      // The system redraws on every call; most beats change nothing that is shown.
      if (JSON.stringify(plan) === JSON.stringify(shown)) return;
      if (plan.icon !== shown.icon) tray.setImage(load(plan.icon));
      draw(plan);
      shown = plan;
    },
    tooltip: () => shown.tooltip,
    icon: () => shown.icon,
    menu: () => shown.items.flatMap((item) => (item.kind === 'line' ? [] : [item.label])),
    choose: (label) => {
      const item = shown.items.find((line) => line.kind === 'choice' && line.label === label);
      if (item?.kind !== 'choice') throw new Error(`The tray has no line "${label}"`);
      act(item.action);
    },
    remove: () => tray.destroy(),
  };
}
