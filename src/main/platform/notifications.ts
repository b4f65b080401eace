import { Notification, shell } from 'electron';
import { type Notice, planNotification } from './notification-plan';

/** A notification that the desktop has shown, as far as a steered app tells of it. */
export interface ShownNotification {
  readonly title: string;
  readonly body: string;
  readonly urgency: Notice['urgency'];
  readonly buttons: readonly string[];
  readonly actionIds: readonly string[];
}

export interface Notifications {
  /** Shows a notice on the desktop. Takes no focus; where the system shows no notifications, nothing happens. */
  notify(notice: Notice): void;
  /** Everything that was shown since the app started. */
  readonly shown: readonly ShownNotification[];
  /** Answers the latest notification of that title as a press of its button does. */
  answer(title: string, actionId: string): void;
  /** Takes those away that still stand: when the app has ended nobody would hear their buttons. */
  closeAll(): void;
}

export function createNotifications(onFailed: (reason: string) => void): Notifications {
  // What nobody holds is collected as garbage, and its click is then heard by nobody.
  const open = new Map<string, { notification: Notification; notice: Notice }>();
  const shown: ShownNotification[] = [];
  let count = 0;

  function notify(notice: Notice): void {
    if (!Notification.isSupported()) return;
    const { beeps, actions, ...plan } = planNotification(notice, process.platform);
    const notification = new Notification({ ...plan, actions: [...actions] });
    count += 1;
    const name = notice.name ?? `notice ${count}`;
    open.get(name)?.notification.close();
    open.set(name, { notification, notice });

    const end = () => {
      if (open.get(name)?.notification === notification) open.delete(name);
    };
    const [first] = notice.actions;
    notification.on('click', () => {
      end();
      if (first) notice.onAction(first.id);
    });
    notification.on('action', ({ actionIndex }) => {
      end();
      const action = notice.actions[actionIndex];
      if (action) notice.onAction(action.id);
    });
    notification.on('close', ({ reason }) => {
      // On Windows one that went away by itself is still in the notification centre, and can be answered there.
      if (reason !== 'timedOut') end();
    });
    notification.on('failed', (_event, reason) => {
      end();
      onFailed(reason);
    });
    notification.on('show', () => {
      shown.push({
        title: plan.title,
        body: plan.body,
        urgency: plan.urgency,
        buttons: actions.map(({ text }) => text),
        actionIds: notice.actions.map(({ id }) => id),
      });
    });
    notification.show();
    if (beeps) shell.beep();
  }

  return {
    notify,
    shown,
    answer: (title, actionId) => {
      const found = [...open.values()].findLast(({ notice }) => notice.title === title);
      if (!found?.notice.actions.some(({ id }) => id === actionId)) {
        throw new Error(`No notification "${title}" can be answered with "${actionId}"`);
      }
      found.notification.close();
      found.notice.onAction(actionId);
    },
    closeAll: () => {
      for (const { notification } of open.values()) notification.close();
      open.clear();
    },
  };
}
