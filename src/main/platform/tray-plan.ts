import type { DesktopAction, DesktopTicket, DesktopTimer, DesktopTimers } from './desktop-action';
import { shortDuration, type Texts } from './texts';

/** The name of a picture: `resources/tray-<name>.png`. Each differs from the others by its form, not only its colour. */
export type TrayIcon = 'idle' | 'running' | 'paused' | 'warning' | 'limit';

/** A line of the tray's menu. */
export type TrayItem =
  | { readonly kind: 'line' }
  /** Says something and does nothing. */
  | { readonly kind: 'text'; readonly label: string }
  | { readonly kind: 'choice'; readonly label: string; readonly action: DesktopAction };

/** Everything the tray shows. */
export interface TrayPlan {
  readonly icon: TrayIcon;
  readonly tooltip: string;
  readonly items: readonly TrayItem[];
}

export interface TrayState extends DesktopTimers {
  /** The last tickets worked on, the latest first. Those with an open timer are left out here. */
  readonly recent: readonly DesktopTicket[];
}

const MOST_RECENT_TICKETS = 5;
const LONGEST_TITLE = 40;
const REACHED_PERMILLE = 1000;

function shortTitle(title: string): string {
  const line = title.replaceAll(/\s+/g, ' ').trim();
  return line.length <= LONGEST_TITLE ? line : `${line.slice(0, LONGEST_TITLE - 1).trimEnd()}…`;
}

/** A single `&` would vanish and underline the letter behind it. */
function menuLabel(label: string): string {
  return label.replaceAll('&', '&&');
}

function nameOf({ number, title }: { number: string; title: string }): string {
  return `${number} ${shortTitle(title)}`;
}

function describe(timer: DesktopTimer, texts: Texts): string {
  const { leftSeconds, reachedPermille } = timer.meter;
  const isReached = reachedPermille >= REACHED_PERMILLE;
  const left = isReached ? texts.limitReached : texts.timeLeft(shortDuration(leftSeconds));
  return `${texts.timerRuns(timer.ticketNumber, shortDuration(timer.workedSeconds))} · ${left}`;
}

function tooltipOf({ running, paused }: TrayState, texts: Texts): string {
  if (running) return describe(running, texts);
  const [last] = paused;
  return last ? `${texts.paused} · ${describe(last, texts)}` : texts.noTimer;
}

function iconOf({ running, paused }: TrayState): TrayIcon {
  if (running) {
    if (running.meter.reachedPermille >= REACHED_PERMILLE) return 'limit';
    return running.meter.reachedPermille > 0 ? 'warning' : 'running';
  }
  return paused.length > 0 ? 'paused' : 'idle';
}

function choice(label: string, action: DesktopAction): TrayItem {
  return { kind: 'choice', label: menuLabel(label), action };
}

function timerItems({ running, paused }: TrayState, texts: Texts): TrayItem[] {
  const items: TrayItem[] = [];
  if (running) {
    items.push(
      choice(texts.pauseOn(running.ticketNumber), { kind: 'pause', timerId: running.id }),
      choice(texts.stopOn(running.ticketNumber), { kind: 'stop', timerId: running.id }),
    );
  }
  for (const timer of paused) {
    const name = nameOf({ number: timer.ticketNumber, title: timer.ticketTitle });
    items.push(choice(running ? texts.switchTo(name) : texts.resumeOn(name), { kind: 'resume', timerId: timer.id }));
  }
  return items;
}

function recentItems({ running, paused, recent }: TrayState, texts: Texts): TrayItem[] {
  const open = new Set([...(running ? [running] : []), ...paused].map(({ ticketId }) => ticketId));
  return recent
    .filter(({ id }) => !open.has(id))
    .slice(0, MOST_RECENT_TICKETS)
    .map((ticket) => choice(texts.startOn(nameOf(ticket)), { kind: 'start', ticketId: ticket.id }));
}

/** Lays out the tray: its picture, its words and its menu. Decides nothing else, so that it needs no desktop to test. */
export function planTray(state: TrayState, texts: Texts): TrayPlan {
  const tooltip = tooltipOf(state, texts);
  const groups: TrayItem[][] = [
    [{ kind: 'text', label: menuLabel(tooltip) }],
    timerItems(state, texts),
    recentItems(state, texts),
    [choice(texts.showWorkbench, { kind: 'show' }), choice(texts.capture, { kind: 'capture' })],
    [choice(texts.quit, { kind: 'quit' })],
  ];
  const items = groups
    .filter((group) => group.length > 0)
    .flatMap((group, index): TrayItem[] => (index === 0 ? group : [{ kind: 'line' }, ...group]));
  return { icon: iconOf(state), tooltip, items };
}
