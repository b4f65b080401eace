import { SHORTCUT_ACTIONS } from '@core/shortcuts/shortcuts';
import { PORTAL_ACTS } from '@core/sync/portal-act';
import { ticketProfileKindSchema } from '@core/ticket/ticket-mapping';
import { z } from 'zod';
import { settingsSchema } from './settings-views';

/** How an API key is kept. `session` forgets it when the app ends; `file` is readable by this user of the computer only. */
export const keyKeepingSchema = z.enum(['keyring', 'session', 'file']);
export type KeyKeeping = z.infer<typeof keyKeepingSchema>;

export const appViewSchema = z.object({
  /** `opening`: one portal is closed, and the next is not open yet. */
  screen: z.enum(['welcome', 'opening', 'workbench']),
  settings: settingsSchema,
  /** The language to show: `settings.language`, or the system's. */
  language: z.enum(['sv', 'en']),
  hasKeyring: z.boolean(),
  /** What became of the keys that work from every program. `taken`: somebody else has them, or another action. */
  shortcuts: z.record(z.enum(SHORTCUT_ACTIONS), z.enum(['registered', 'taken', 'invalid', 'off'])),
  appVersion: z.string(),
  electronVersion: z.string(),
});
export type AppView = z.infer<typeof appViewSchema>;

export const portalTestViewSchema = z.object({
  serverVersion: z.string(),
  userName: z.string(),
  hasEmployee: z.boolean(),
  /** What this user may not do on this server at all. */
  mayNot: z.array(z.enum(PORTAL_ACTS)),
  /** The kinds of tickets that the server has. */
  profiles: z.array(z.object({ kind: ticketProfileKindSchema, takesTime: z.boolean() })),
});
export type PortalTestView = z.infer<typeof portalTestViewSchema>;
