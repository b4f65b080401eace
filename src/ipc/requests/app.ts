import { ticketProfileKindSchema } from '@core/ticket/ticket-mapping';
import { instantSchema } from '@core/time/instant-schema';
import { z } from 'zod';
import { appViewSchema, keyKeepingSchema, portalTestViewSchema } from '../app-views';
import { settingsSchema } from '../settings-views';
import { done, nothing, request } from './request';

/** An `https` address, or `http` on this computer; what exactly is allowed is decided where it is used. */
const portalAddressSchema = z.object({
  address: z.string().trim().min(1).max(500),
  database: z.string().trim().max(200),
  /** What servers before Odoo 19 ask for beside the key. */
  login: z.string().trim().max(200).default(''),
  apiKey: z.string().trim().min(1).max(500),
});

/** Settings, the choice of portal, and the app itself. */
export const appRequests = {
  'app:read': request(nothing, appViewSchema),
  /** What time it is for the portal in use: the window has no clock of its own. */
  'clock:read': request(nothing, z.object({ now: instantSchema })),
  'settings:write': request(settingsSchema.partial(), settingsSchema),

  'portal:start-practice': request(nothing, done),
  /** Works without a portal. By the name a list tells whose a ticket is. */
  'portal:start-without': request(z.object({ userName: z.string().trim().min(1).max(200) }), done),
  /** The databases that a server serves; null where it does not tell. Sent without a key. */
  'portal:databases': request(
    portalAddressSchema.pick({ address: true }),
    z.object({ databases: z.array(z.string()).nullable() }),
  ),
  'portal:test': request(portalAddressSchema, portalTestViewSchema),
  'portal:connect': request(
    portalAddressSchema.extend({
      keepKey: keyKeepingSchema,
      ticketProfile: ticketProfileKindSchema.default('project-tasks'),
    }),
    done,
  ),
  /** A new key for the portal in use, after the old one was refused or not kept. */
  'portal:replace-key': request(
    z.object({ apiKey: z.string().trim().min(1).max(500), keepKey: keyKeepingSchema }),
    done,
  ),

  /** Opens a web address in the person's browser, after checking that it is one. */
  'app:open-address': request(z.object({ address: z.string().max(2000) }), done),
} as const;
