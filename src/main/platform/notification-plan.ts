/** Something a person can do about a notice without going to the window. */
export interface NoticeAction {
  readonly id: string;
  readonly label: string;
}

/** Something a person should know of although they are in another program. */
export interface Notice {
  readonly title: string;
  /** Plain text. */
  readonly body: string;
  /** Buttons, the most likely one first: a click beside them does what the first one does. */
  readonly actions: readonly NoticeAction[];
  /** Says what a click does, for systems that show no buttons; a whole sentence. */
  readonly clickHint: string;
  readonly onAction: (actionId: string) => void;
  /** `critical` stays until it is answered, where the system can do that. */
  readonly urgency: 'low' | 'normal' | 'critical';
  readonly withSound?: boolean;
  /** A notice takes the place of the one that was shown under the same name before. */
  readonly name?: string;
}

/** A notice in the shape that one system can show. */
export interface NotificationPlan {
  readonly title: string;
  readonly body: string;
  readonly urgency: Notice['urgency'];
  readonly silent: boolean;
  readonly actions: readonly { readonly type: 'button'; readonly text: string }[];
  /** Whether the app makes the system's alert sound itself, beside the notification. */
  readonly beeps: boolean;
}

/** What Electron can do with notifications on a system; the sources are in docs/decisions/0015-beside-the-main-window.md. */
interface NotificationAbilities {
  readonly hasButtons: boolean;
  /** Whether a notification that is not silent is heard. */
  readonly hasSound: boolean;
  /** Whether the body is read as markup. */
  readonly readsMarkup: boolean;
}

function abilitiesOf(platform: NodeJS.Platform): NotificationAbilities {
  switch (platform) {
    case 'darwin':
    case 'win32':
      return { hasButtons: true, hasSound: true, readsMarkup: false };
    default:
      // Over libnotify Electron passes one action, the click, and says nothing of sound.
      return { hasButtons: false, hasSound: false, readsMarkup: true };
  }
}

function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Decides what a system is asked to show for a notice. */
export function planNotification(notice: Notice, platform: NodeJS.Platform): NotificationPlan {
  const { hasButtons, hasSound, readsMarkup } = abilitiesOf(platform);
  const isHeard = notice.withSound ?? false;
  const needsHint = !hasButtons && notice.actions.length > 0;
  const body = needsHint ? `${notice.body} ${notice.clickHint}` : notice.body;
  return {
    title: notice.title,
    body: readsMarkup ? escapeMarkup(body) : body,
    urgency: notice.urgency,
    silent: !(isHeard && hasSound),
    actions: hasButtons ? notice.actions.map(({ label }) => ({ type: 'button', text: label })) : [],
    beeps: isHeard && !hasSound,
  };
}
