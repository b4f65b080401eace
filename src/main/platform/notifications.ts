import { Notification } from 'electron';
import { shortDuration, type Texts } from './texts';

export interface FourHourNotification {
  readonly ticketNumber: string;
  readonly countedSeconds: number;
  readonly leftSeconds: number;
}

/** Says on the desktop that a ticket nears its limit. Takes no focus. */
export function notifyFourHourRule(
  warning: FourHourNotification,
  texts: Texts,
  { onOpen, onShown }: { onOpen: () => void; onShown: (title: string) => void },
): void {
  if (!Notification.isSupported()) return;
  const counted = shortDuration(warning.countedSeconds);
  const notification = new Notification({
    title: texts.warningTitle(warning.ticketNumber),
    body:
      warning.leftSeconds > 0
        ? texts.warningBody(counted, shortDuration(warning.leftSeconds))
        : texts.limitBody(counted),
    urgency: warning.leftSeconds > 0 ? 'normal' : 'critical',
    silent: true,
  });
  notification.on('click', onOpen);
  notification.on('show', () => onShown(notification.title));
  notification.show();
}
