import { listRecentTickets } from './db/queries/recent-tickets';
import type { Desktop } from './desktop';
import { readSyncView } from './ipc/handlers/sync';
import type { Session } from './ipc/parts';
import { broadcast } from './platform/messages';
import { readTimers } from './usecases/read-timers';
import type { Announcements, FourHourWarning } from './usecases/workbench';

/** More than the tray shows: those with an open timer are left out there. */
const MOST_RECENT_TICKETS = 20;

interface AnnouncementParts {
  readonly session: () => Session | null;
  readonly desktop: Desktop;
  /** Lets work go on that nobody waits for; that it failed is logged under this name. */
  readonly inBackground: (what: string, work: Promise<unknown>) => void;
}

/** What happens in the account in use, told to the windows, the desktop and the sync. */
export interface AnnouncementDesk {
  readonly announce: Announcements;
  tellTimers(): Promise<void>;
  tellSync(): Promise<void>;
  /** The warnings of the four-hour rule that were raised since the start. */
  readonly raisedWarnings: readonly FourHourWarning[];
}

/** Makes the desk that tells everybody who has to know. */
export function createAnnouncementDesk({ session, desktop, inBackground }: AnnouncementParts): AnnouncementDesk {
  const raisedWarnings: FourHourWarning[] = [];

  async function tellTimers(): Promise<void> {
    const workbench = session()?.workbench;
    if (!workbench) {
      desktop.showTimers(null);
      return;
    }
    const timers = await readTimers(workbench);
    // Another portal may have come into use meanwhile.
    if (session()?.workbench !== workbench) return;
    broadcast('timer:changed', timers);
    desktop.showTimers(timers, await listRecentTickets(workbench.database, MOST_RECENT_TICKETS));
  }

  async function tellSync(): Promise<void> {
    const asked = session();
    const view = asked && (await readSyncView(asked));
    if (view && session() === asked) broadcast('sync:changed', view);
  }

  return {
    announce: {
      timersChanged: () => inBackground('timers', tellTimers()),
      queueChanged: () => broadcast('queue:changed', {}),
      ticketChanged: (ticketId) => broadcast('ticket:changed', { ticketId }),
      timesheetChanged: () => broadcast('timesheet:changed', {}),
      packWarning: (warning) => {
        broadcast('pack-warning:raised', warning);
        desktop.warnOfPack(warning);
      },
      news: desktop.tellOfNews,
      keyWarning: (warning) => {
        desktop.warnOfKey(warning);
        inBackground('sync view', tellSync());
      },
      outboxChanged: () => {
        inBackground('sync view', tellSync());
        const open = session();
        if (open) inBackground('sync', open.sync.run());
      },
      fourHourWarningOver: (ticketId) => broadcast('warning:over', { ticketId }),
      fourHourWarning: (warning) => {
        raisedWarnings.push(warning);
        broadcast('warning:raised', warning);
        desktop.warn(warning);
      },
    },
    tellTimers,
    tellSync,
    raisedWarnings,
  };
}
