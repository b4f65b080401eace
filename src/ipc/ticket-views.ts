import { heldAgreementSchema } from '@core/billing/held-agreement';
import { serviceSchema } from '@core/billing/service';
import { customerIdSchema, ticketConflictIdSchema, ticketIdSchema } from '@core/ids';
import { escalationSchema, ticketStateSchema, timeCriticalCategorySchema } from '@core/ticket/ticket';
import { ticketFieldSchema, ticketFieldsSchema } from '@core/ticket/ticket-fields';
import { instantSchema } from '@core/time/instant-schema';
import { z } from 'zod';
import { handlingViewSchema, targetViewSchema } from './handling-views';
import {
  chargeViewSchema,
  limitViewSchema,
  meterViewSchema,
  packsViewSchema,
  priceListViewSchema,
} from './limit-views';
import { linksViewSchema } from './link-views';
import { messageViewSchema } from './message-views';
import { unreadSchema } from './queue-views';
import { screenshotViewSchema } from './screenshot-views';
import { lineViewSchema } from './timesheet-views';

const namedSchema = z.object({ remoteId: z.int(), name: z.string() });
const namesSchema = z.array(namedSchema).readonly();

/** What can be chosen for a ticket, as the portal last said. */
export const ticketChoicesSchema = z.object({
  /** In the portal's order. */
  stages: z
    .array(
      namedSchema.extend({
        isFolded: z.boolean(),
        /** Empty: nobody limited it to some projects or teams. */
        groupRemoteIds: z.array(z.int()).readonly(),
      }),
    )
    .readonly(),
  tags: namesSchema,
  groups: namesSchema,
  projects: namesSchema,
  colleagues: namesSchema,
  customers: z.array(z.object({ id: customerIdSchema, name: z.string() })).readonly(),
  /** The project or team most of the tickets kept here are in; null where there are none. */
  usualGroupRemoteId: z.int().nullable(),
  /** The user on the portal; null before the first sync. */
  userRemoteId: z.int().nullable(),
});
export type TicketChoicesView = z.infer<typeof ticketChoicesSchema>;

/** Both sides changed the same field of a ticket; the three versions in words, of a description in HTML. */
export const conflictViewSchema = z.object({
  id: ticketConflictIdSchema,
  ticketId: ticketIdSchema,
  ticketNumber: z.string(),
  ticketTitle: z.string(),
  field: ticketFieldSchema,
  rule: z.enum(['portal-wins', 'person-chooses']),
  base: z.string(),
  mine: z.string(),
  theirs: z.string(),
  foundAt: instantSchema,
});
export type ConflictView = z.infer<typeof conflictViewSchema>;

export const customerViewSchema = z.object({
  id: customerIdSchema,
  name: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  language: z.string().nullable(),
  /** Those that hold today. */
  agreements: z.array(heldAgreementSchema),
  /** What it holds beside agreements. */
  services: z.array(serviceSchema),
});
export type CustomerView = z.infer<typeof customerViewSchema>;

export const ticketViewSchema = z.object({
  id: ticketIdSchema,
  number: z.string(),
  title: z.string(),
  descriptionHtml: z.string(),
  customer: customerViewSchema.nullable(),
  /** The project or team it is in. */
  groupName: z.string(),
  /** The person at the customer's who is named on it. */
  contact: z.object({ name: z.string(), email: z.string().nullable(), phone: z.string().nullable() }).nullable(),
  groupRemoteId: z.int(),
  stageName: z.string().nullable(),
  fields: ticketFieldsSchema,
  assignees: z.array(z.object({ remoteId: z.int(), name: z.string(), isMe: z.boolean() })),
  /** Whether what can be changed about it is known here. */
  isChangeable: z.boolean(),
  /** How far the latest change of it has come; `sent` where there is none. */
  sync: z.enum(['kept-here', 'waiting', 'parked', 'given-up', 'sent']),
  unread: unreadSchema,
  /** How many fields both sides changed. */
  conflictCount: z.int(),
  state: ticketStateSchema,
  escalation: escalationSchema,
  timeCriticalCategory: timeCriticalCategorySchema.nullable(),
  registeredAt: instantSchema,
  target: targetViewSchema.nullable(),
  handling: handlingViewSchema,
  links: linksViewSchema,
  meter: meterViewSchema,
  charge: chargeViewSchema,
  limit: limitViewSchema,
  priceList: priceListViewSchema,
  /** Null: the customer holds no support pack. */
  packs: packsViewSchema.nullable(),
  lines: z.array(lineViewSchema),
  messages: z.array(messageViewSchema),
  screenshots: z.array(screenshotViewSchema),
});
export type TicketView = z.infer<typeof ticketViewSchema>;
