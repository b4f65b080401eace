import { succeed } from '@core/outcome';
import type { TicketMapping } from '@core/ticket/ticket-mapping';
import type { z } from 'zod';
import type { PortalContact, PortalCustomer, PortalResult, PortalTicket } from '../portal';
import type { OdooTransport } from './odoo-transport';
import type { TicketProfile, TicketRecord } from './profiles/ticket-profile';
import { readById } from './read-by-id';
import { contactSchema, customerSchema, namedSchema, stageSchema } from './schemas';

type ById<Row> = ReadonlyMap<number, Row>;

/** Everything the tasks of one page point to. */
interface TicketNames {
  readonly stages: ById<z.infer<typeof stageSchema>>;
  readonly tags: ById<z.infer<typeof namedSchema>>;
  /** The customer of each partner that a task names, and the person where the partner is one. */
  readonly customers: ById<{ readonly customer: PortalCustomer; readonly contact: PortalContact | null }>;
}

/** Reads what the tickets of one page point to: one request per model, however many tickets there are. */
export async function readTicketNames(
  transport: OdooTransport,
  { stageModel, stageFields, tagModel }: TicketProfile,
  tickets: readonly TicketRecord[],
): Promise<PortalResult<TicketNames>> {
  const [stages, tags, customers] = await Promise.all([
    readById(transport, stageModel, idsOf(tickets.map(({ stage }) => stage)), ['name', ...stageFields], stageSchema),
    readById(
      transport,
      tagModel,
      tickets.flatMap(({ tagIds }) => tagIds),
      ['name'],
      namedSchema,
    ),
    readCustomers(transport, idsOf(tickets.map(({ partner }) => partner))),
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
        tags: firm.category_id.flatMap((id) => {
          const tag = tags.value.get(id);
          return tag === undefined ? [] : { remoteId: id, name: tag.name ?? '' };
        }),
      },
      contact: person === undefined ? null : { name: person.name ?? '', email: person.email, phone: person.phone },
    });
  }
  return succeed(customers);
}

/** Who looks at tickets, and which of them are followed. */
export interface TicketView {
  readonly userId: number;
  readonly mapping: TicketMapping;
}

/** A record as a ticket; null for one that is none. One that is not followed is nobody's here. */
export function toTicket(
  record: TicketRecord,
  names: TicketNames,
  { userId, mapping: { groupRemoteIds, timesheetProjectRemoteId } }: TicketView,
): PortalTicket | null {
  const { group, stage: link, partner: partnerLink } = record;
  if (group === null) return null;
  const stage = link === null ? undefined : names.stages.get(link.remoteId);
  const partner = partnerLink === null ? undefined : names.customers.get(partnerLink.remoteId);
  const isFollowed = groupRemoteIds.length === 0 || groupRemoteIds.includes(group.remoteId);
  return {
    remoteId: record.id,
    number: record.number,
    title: record.title,
    descriptionHtml: record.descriptionHtml,
    groupRemoteId: group.remoteId,
    groupName: group.name,
    projectRemoteId: record.timesheetProject?.remoteId ?? timesheetProjectRemoteId,
    customer: partner?.customer ?? null,
    contact: partner?.contact ?? record.writer,
    stage:
      stage === undefined ? null : { remoteId: stage.id, name: stage.name ?? '', isFolded: stage.fold || stage.closed },
    stageChangedAt: record.stageChangedAt,
    resolution: record.resolution,
    priority: record.priority,
    tags: record.tagIds.toSorted((a, b) => a - b).map((id) => ({ remoteId: id, name: names.tags.get(id)?.name ?? '' })),
    assigneeRemoteIds: record.assigneeIds.toSorted((a, b) => a - b),
    isAssignedToMe: isFollowed && record.assigneeIds.includes(userId),
    isFollowed,
    isActive: record.isActive,
    workedSecondsOfEverybody: Math.max(0, Math.round(record.workedHours * 3600)),
    registeredAt: record.create_date,
    changedAt: record.write_date,
  };
}

function idsOf(links: readonly ({ readonly remoteId: number } | null)[]): number[] {
  return links.flatMap((link) => (link === null ? [] : [link.remoteId]));
}
