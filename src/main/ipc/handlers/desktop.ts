import { done, type Handlers } from '../handle';
import type { AppParts } from '../parts';

/** What is asked of the app's windows and of the keys that work from every program. */
export function createDesktopHandlers(
  parts: AppParts,
): Pick<
  Handlers,
  | 'window:show'
  | 'window:open-ticket'
  | 'window:stop-timer'
  | 'window:start-capture'
  | 'floating:fit'
  | 'shortcuts:suspend'
> {
  return {
    'window:show': async () => {
      parts.desktop.act({ kind: 'show' });
      return done({});
    },
    'window:open-ticket': async ({ ticketId }) => {
      parts.desktop.act({ kind: 'open', ticketId });
      return done({});
    },
    'window:stop-timer': async ({ timerId }) => {
      parts.desktop.act({ kind: 'stop', timerId });
      return done({});
    },
    'window:start-capture': async () => {
      parts.desktop.act({ kind: 'capture' });
      return done({});
    },
    'floating:fit': async ({ heightPx }) => {
      parts.desktop.fitFloatingWindow(heightPx);
      return done({});
    },
    'shortcuts:suspend': async ({ isSuspended }) => {
      parts.desktop.suspendShortcuts(isSuspended);
      return done({});
    },
  };
}
