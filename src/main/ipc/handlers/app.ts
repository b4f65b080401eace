import { done, type Handlers, refuse } from '../handle';
import type { AppParts } from '../parts';
import { withSession } from './with-session';

/** Settings, the choice of portal, and what is known of the app itself. */
export function createAppHandlers(
  parts: AppParts,
): Pick<
  Handlers,
  | 'app:read'
  | 'clock:read'
  | 'app:open-address'
  | 'settings:write'
  | 'portal:start-practice'
  | 'portal:start-without'
  | 'portal:databases'
  | 'portal:test'
  | 'portal:connect'
  | 'portal:replace-key'
> {
  return {
    'app:read': async () => done(parts.readApp()),
    'clock:read': withSession(parts, async ({ workbench }) => done({ now: workbench.clock.read().wall })),
    'app:open-address': async ({ address }) =>
      (await parts.openAddress(address)) ? done({}) : refuse('address-invalid', address),
    'settings:write': async (changes) => done(parts.writeSettings(changes)),
    'portal:start-practice': async () => {
      const started = await parts.startPractice();
      return started.ok ? done({}) : refuse(started.failure.code, started.failure.message);
    },
    'portal:start-without': async ({ userName }) => {
      const started = await parts.startWithoutPortal(userName);
      return started.ok ? done({}) : refuse(started.failure.code, started.failure.message);
    },
    'portal:databases': async ({ address }) => {
      const listed = await parts.listDatabases(address);
      if (!listed.ok) return refuse(listed.failure.code, listed.failure.message);
      return done({ databases: listed.value === null ? null : [...listed.value] });
    },
    'portal:test': async (at) => {
      const tested = await parts.testPortal(at);
      return tested.ok ? done(tested.value) : refuse(tested.failure.code, tested.failure.message);
    },
    'portal:connect': async ({ keepKey, ...at }) => {
      const connected = await parts.connect(at, keepKey);
      return connected.ok ? done({}) : refuse(connected.failure.code, connected.failure.message);
    },
    'portal:replace-key': async ({ apiKey, keepKey }) => {
      const replaced = await parts.replaceKey(apiKey, keepKey);
      return replaced.ok ? done({}) : refuse(replaced.failure.code, replaced.failure.message);
    },
  };
}
