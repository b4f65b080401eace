import { app } from 'electron';
import { linkIn } from './link-in-arguments';

export interface DeepLinkListeners {
  readonly onLink: (link: string) => void;
  /** The app was started once more, and not by a link. */
  readonly onSecondCopy: () => void;
}

/**
 * Hears every link that reaches the app: with its own start, from a second copy that a link started, and from macOS, which
 * has an event for it. Has to be called before the app is ready.
 */
export function listenForDeepLinks({ onLink, onSecondCopy }: DeepLinkListeners): void {
  app.on('second-instance', (_event, argv) => {
    const link = linkIn(argv);
    if (link === null) onSecondCopy();
    else onLink(link);
  });
  app.on('open-url', (event, link) => {
    event.preventDefault();
    onLink(link);
  });
  const first = linkIn(process.argv);
  if (first !== null) onLink(first);
}
