import { z } from 'zod';
import { foreignDatetimeSchema, odooDatetimeSchema } from './datetime';

const id = z.int().positive();
/** Odoo writes `false` for every empty field. */
const emptyAsNull = z.literal(false).transform(() => null);
const emptyAsZero = z.literal(false).transform(() => 0);
const text = z.union([z.string().transform((value) => (value === '' ? null : value)), emptyAsNull]);
/** A link to one record: its id and the name it shows. */
const link = z.union([
  z.tuple([id, z.union([z.string(), emptyAsNull])]).transform(([remoteId, name]) => ({ remoteId, name: name ?? '' })),
  emptyAsNull,
]);
const links = z.array(id);

/** More than a century. What is beyond is no time, and multiplied by the seconds of an hour can stop being a number. */
const MOST_HOURS = 1_000_000;
const hours = z.number().min(-MOST_HOURS).max(MOST_HOURS);

/** What every pulled record has. */
export const pulledSchema = z.object({ id, write_date: odooDatetimeSchema });

export const taskSchema = pulledSchema.extend({
  name: text,
  description: text,
  project_id: link,
  partner_id: link,
  stage_id: link,
  date_last_stage_update: foreignDatetimeSchema.optional(),
  state: text.optional(),
  priority: text.optional(),
  tag_ids: links,
  user_ids: links,
  active: z.boolean(),
  effective_hours: hours.default(0),
  create_date: odooDatetimeSchema,
});

const helpdeskSchema = pulledSchema.extend({
  name: text,
  description: text,
  team_id: link,
  partner_id: link,
  partner_name: text.optional(),
  partner_email: text.optional(),
  stage_id: link,
  priority: text.optional(),
  tag_ids: links,
  user_id: link,
  project_id: link.optional(),
  active: z.boolean(),
  create_date: odooDatetimeSchema,
});
export const ocaTicketSchema = helpdeskSchema.extend({
  number: text,
  last_stage_update: foreignDatetimeSchema.optional(),
  total_hours: hours.optional(),
});
export const helpdeskTicketSchema = helpdeskSchema.extend({
  ticket_ref: text,
  date_last_stage_update: foreignDatetimeSchema.optional(),
  partner_phone: text.optional(),
  total_hours_spent: hours.optional(),
});

export const timesheetLineSchema = pulledSchema.extend({
  task_id: link.optional(),
  ticket_id: link.optional(),
  helpdesk_ticket_id: link.optional(),
  employee_id: link,
  date: z.iso.date(),
  name: text,
  unit_amount: hours,
  validated: z.boolean().optional(),
  timesheet_invoice_id: link.optional(),
});
export type TimesheetLineRecord = z.infer<typeof timesheetLineSchema>;

export const messageSchema = pulledSchema.extend({
  res_id: z.union([id, emptyAsNull]),
  message_id: text,
  author_id: link,
  email_from: text,
  subtype_id: link,
  is_internal: z.boolean(),
  body: text,
  /** What the sender's computer wrote into a mail. */
  date: foreignDatetimeSchema,
});
export type MessageRecord = z.infer<typeof messageSchema>;

export const stageSchema = z.object({ id, name: text, fold: z.boolean(), closed: z.boolean().default(false) });
export const listedStageSchema = stageSchema.extend({ project_ids: links.optional(), team_ids: links.optional() });
export const namedSchema = z.object({ id, name: text });
export const contactSchema = z.object({ id, name: text, email: text, phone: text, commercial_partner_id: link });
export const customerSchema = z.object({ id, name: text, email: text, phone: text, lang: text, category_id: links });
export const subtypeSchema = z.object({ id, internal: z.boolean() });
export const userSchema = z.object({ id, name: text, employee_id: link, company_id: link });
export const authorSchema = z.object({ id, partner_id: link });
export const companySchema = z.object({ id, internal_project_id: link });

export const orderLineSchema = z.object({
  id,
  order_id: link,
  order_partner_id: link,
  product_uom_qty: hours,
  product_uom_id: link.optional(),
  product_uom: link.optional(),
  remaining_hours: hours,
  remaining_hours_available: z.boolean(),
});
export const orderSchema = z.object({ id, name: text, date_order: odooDatetimeSchema });
export const unitSchema = z.object({ id, factor: z.number().positive() });
export const customerOfContactSchema = z.object({ id, commercial_partner_id: link });

export const attachmentSchema = z.object({
  id,
  name: text,
  mimetype: text,
  /** A link to a page is kept as an attachment, too, of the type `url`. */
  type: text,
  file_size: z.union([z.int().min(0), emptyAsZero]),
  checksum: text,
  create_date: odooDatetimeSchema,
  create_uid: link,
});
export const attachmentContentSchema = z.object({ id, datas: text });
export const carrierSchema = z.object({ id, author_id: link, email_from: text, attachment_ids: links });

export const apiKeySchema = z.object({
  id,
  name: text,
  scope: text,
  create_date: foreignDatetimeSchema,
  /** A key that never expires has none. */
  expiration_date: z.union([odooDatetimeSchema, emptyAsNull]),
});

/** Such as `19.0` or `saas~18.2`; what is far longer is none. */
export const versionText = z.string().max(100);
export const versionSchema = z.object({ version: versionText });
export const contextSchema = z.object({ uid: id });
export const idsSchema = z.array(id);
/** `message_post` answers the ids of a recordset; one id alone is accepted too. */
export const postedSchema = z.union([z.tuple([id]).transform(([first]) => first), id]);
export const referenceSchema = z.tuple([z.string(), z.union([id, z.literal(false)])]);
export const loadedSchema = z.object({
  ids: z.union([z.array(id), z.literal(false)]),
  messages: z.array(z.object({ message: z.string() })),
});
