import { succeed } from '@core/outcome';
import type { TicketResolution } from '@core/ticket/ticket-fields';
import type { z } from 'zod';
import type { PortalContact, PortalCustomer, PortalResult, PortalTicket } from '../portal';
import type { OdooTransport } from './odoo-transport';
import { readById } from './read-by-id';
import { contactSchema, customerSchema, namedSchema, stageSchema, type TaskRecord } from './schemas';

type ById<Row> = ReadonlyMap<number, Row>;

/** Everything the tasks of one page point to. */
interface TicketNames {
  readonly stages: ById<z.infer<typeof stageSchema>>;
  readonly tags: ById<z.infer<typeof namedSchema>>;
  /** The customer of each partner that a task names, and the person where the partner is one. */
  readonly customers: ById<{ readonly customer: PortalCustomer; readonly contact: PortalContact | null }>;
}

/** Reads what the tasks of one page point to: one request per model, however many tasks there are. */
export async function readTicketNames(
  transport: OdooTransport,
  tasks: readonly TaskRecord[],
): Promise<PortalResult<TicketNames>> {
  const [stages, tags, customers] = await Promise.all([
    readById(transport, 'project.task.type', idsOf(tasks.map((task) => task.stage_id)), ['name', 'fold'], stageSchema),
    readById(
      transport,
      'project.tags',
      tasks.flatMap((task) => task.tag_ids),
      ['name'],
      namedSchema,
    ),
    readCustomers(transport, idsOf(tasks.map((task) => task.partner_id))),
  ]);
  if (!stages.ok) return stages;
  if (!tags.ok) return tags;
  if (!customers.ok) return customers;
  return succeed({ stages: stages.value, tags: tags.value, customers: customers.value });
}

/** Tickets name a contact person; the agreements are on the firm the person belongs to, so the firm is the customer. */
async function readCustomers(
  transport: OdooTransport,
  partnerIds: readonly number[],
): Promise<PortalResult<TicketNames['customers']>> {
  const contactFields = ['commercial_partner_id', 'name', 'email', 'phone'];
  const contacts = await readById(transport, 'res.partner', partnerIds, contactFields, contactSchema);
  if (!contacts.ok) return contacts;
  const firmIds = new Map(
    [...contacts.value.values()].map((contact) => [contact.id, contact.commercial_partner_id?.remoteId ?? contact.id]),
  );
  const fields = ['name', 'email', 'phone', 'lang', 'category_id'];
  const firms = await readById(transport, 'res.partner', [...firmIds.values()], fields, customerSchema);
  if (!firms.ok) return firms;
  const tagIds = [...firms.value.values()].flatMap((firm) => firm.category_id);
  const tags = await readById(transport, 'res.partner.category', tagIds, ['name'], namedSchema);
  if (!tags.ok) return tags;

  const customers = new Map<number, { customer: PortalCustomer; contact: PortalContact | null }>();
  for (const [contactId, firmId] of firmIds) {
    const firm = firms.value.get(firmId);
    const person = contactId === firmId ? undefined : contacts.value.get(contactId);
    if (firm === undefined) continue;
    customers.set(contactId, {
      customer: {
        remoteId: firm.id,
        name: firm.name ?? '',
        email: firm.email,
        phone: firm.phone,
        language: firm.lang,
        tagNames: firm.category_id.flatMap((id) => tags.value.get(id)?.name ?? []),
      },
      contact: person === undefined ? null : { name: person.name ?? '', email: person.email, phone: person.phone },
    });
  }
  return succeed(customers);
}

/** A task as a ticket. A task without a project is a private to-do and no ticket: null. */
export function toTicket(task: TaskRecord, names: TicketNames, userId: number): PortalTicket | null {
  if (task.project_id === null) return null;
  const stage = task.stage_id === null ? undefined : names.stages.get(task.stage_id.remoteId);
  const partner = task.partner_id === null ? undefined : names.customers.get(task.partner_id.remoteId);
  return {
    remoteId: task.id,
    title: task.name ?? '',
    descriptionHtml: task.description ?? '',
    projectRemoteId: task.project_id.remoteId,
    projectName: task.project_id.name,
    customer: partner?.customer ?? null,
    contact: partner?.contact ?? null,
    stage: stage === undefined ? null : { remoteId: stage.id, name: stage.name ?? '', isFolded: stage.fold },
    resolution: resolutionOf(task.state),
    priority: task.priority ?? '0',
    tags: task.tag_ids.toSorted((a, b) => a - b).map((id) => ({ remoteId: id, name: names.tags.get(id)?.name ?? '' })),
    assigneeRemoteIds: task.user_ids.toSorted((a, b) => a - b),
    isAssignedToMe: task.user_ids.includes(userId),
    isActive: task.active,
    workedSecondsOfEverybody: Math.max(0, Math.round(task.effective_hours * 3600)),
    registeredAt: task.create_date,
    changedAt: task.write_date,
  };
}

function idsOf(links: readonly ({ readonly remoteId: number } | null)[]): number[] {
  return links.flatMap((link) => (link === null ? [] : [link.remoteId]));
}

/** What Odoo's `state` of a task says beside its stage. Servers before 17 have no such field. */
function resolutionOf(state: string | null | undefined): TicketResolution {
  if (state === '1_done') return 'done';
  return state === '1_canceled' ? 'canceled' : 'open';
}
