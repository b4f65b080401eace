import type capture from './locales/sv/capture.json';
import type common from './locales/sv/common.json';
import type details from './locales/sv/details.json';
import type floating from './locales/sv/floating.json';
import type handling from './locales/sv/handling.json';
import type imports from './locales/sv/imports.json';
import type limit from './locales/sv/limit.json';
import type portals from './locales/sv/portals.json';
import type queue from './locales/sv/queue.json';
import type reports from './locales/sv/reports.json';
import type settings from './locales/sv/settings.json';
import type sync from './locales/sv/sync.json';
import type ticket from './locales/sv/ticket.json';
import type timer from './locales/sv/timer.json';
import type timesheet from './locales/sv/timesheet.json';
import type unknown from './locales/sv/unknown.json';
import type welcome from './locales/sv/welcome.json';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: {
      capture: typeof capture;
      common: typeof common;
      details: typeof details;
      handling: typeof handling;
      imports: typeof imports;
      limit: typeof limit;
      floating: typeof floating;
      portals: typeof portals;
      queue: typeof queue;
      ticket: typeof ticket;
      timer: typeof timer;
      timesheet: typeof timesheet;
      unknown: typeof unknown;
      sync: typeof sync;
      reports: typeof reports;
      settings: typeof settings;
      welcome: typeof welcome;
    };
  }
}
