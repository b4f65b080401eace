import type capture from './locales/sv/capture.json';
import type common from './locales/sv/common.json';
import type queue from './locales/sv/queue.json';
import type settings from './locales/sv/settings.json';
import type sync from './locales/sv/sync.json';
import type ticket from './locales/sv/ticket.json';
import type timer from './locales/sv/timer.json';
import type welcome from './locales/sv/welcome.json';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: {
      capture: typeof capture;
      common: typeof common;
      queue: typeof queue;
      ticket: typeof ticket;
      timer: typeof timer;
      sync: typeof sync;
      settings: typeof settings;
      welcome: typeof welcome;
    };
  }
}
