import { fail, succeed } from '@core/outcome';
import { DEFAULT_MAPPING, type TicketMapping } from '@core/ticket/ticket-mapping';
import { z } from 'zod';
import type { NewAttachment, NewMessage, Portal, PortalResult } from '../portal';
import { createAttachmentReading } from './attachments';
import { createChosenTransport } from './choose-transport';
import { listIds } from './list-ids';
import { loadRecord } from './load-record';
import { toMessage } from './map-activity';
import { readTicketNames, toTicket } from './map-ticket';
import { readMissingRights } from './missing-rights';
import { majorVersionOf, type OdooConnection, type OdooTransport } from './odoo-transport';
import { createPrepaidHours } from './prepaid-hours';
import { createFieldQuestion } from './present-fields';
import { profileOf, readProfiles } from './profiles/profiles';
import type { TicketProfile } from './profiles/ticket-profile';
import { readById } from './read-by-id';
import { readKeys } from './read-keys';
import { readLists } from './read-lists';
import { type Domain, mapPage, readPage } from './read-page';
import * as schemas from './schemas';
import { createTicketWriting } from './ticket-writing';
import { createTimesheetMethods } from './timesheet-lines';

/** Odoo's own limit for a request, which begins once it has all of it. */
const SERVER_TIME_LIMIT_MS = 120_000;
/** A line of 128 kilobits a second: a large picture has to arrive over it too. */
const SLOWEST_UPLOAD_BYTES_PER_MS = 16;
/** Older servers are said to take every text for HTML and not to know the word; only 19.0 was tried. */
const FIRST_WITH_BODY_IS_HTML = 17;
/** Odoo's own words, in every language. */
const EXTERNAL_ID_NOT_FOUND = /External ID not found/;
/** What people wrote. The rest is the server's own log: stage changes, "task created". */
const WRITTEN_MESSAGE_TYPES = ['comment', 'email', 'email_outgoing', 'auto_comment'];

const PULLED_FIELDS = ['create_date', 'write_date'];

/** The tickets that are followed: the user's, and where the mapping says so nobody's. */
function ticketsOf(
  userId: number,
  { groupField, assigneeField, kind }: TicketProfile,
  { groupRemoteIds, bringsUnassigned }: TicketMapping,
): Domain {
  const isMine = [assigneeField, 'in', [userId]] as const;
  return [
    ...(bringsUnassigned ? ['|' as const, isMine, [assigneeField, '=', false] as const] : [isMine]),
    ...(groupRemoteIds.length > 0 ? [[groupField, 'in', groupRemoteIds] as const] : []),
    // Tasks without a project are private to-dos and no tickets.
    ...(kind === 'project-tasks' ? [[groupField, '!=', false] as const] : []),
  ];
}

/** An Odoo. Which interface it speaks is asked of it, unless that is known; which tickets are followed is told it. */
export function createOdooPortal(
  options: OdooConnection,
  transport: OdooTransport = createChosenTransport(options),
  firstMapping: TicketMapping = DEFAULT_MAPPING,
): Portal {
  let mapping = firstMapping;
  let profile = profileOf(mapping.profile);
  let readOtherFields = createFieldQuestion(transport, profile.model, profile.otherFields);

  /** The fields of a ticket that this server has. */
  async function readTicketFields(): Promise<PortalResult<readonly string[]>> {
    const other = await readOtherFields();
    return other.ok ? succeed([...profile.neededFields, ...other.value, ...PULLED_FIELDS]) : other;
  }
  /** A key belongs to one user for all its life, so who that is is asked once. */
  let knownUserId: number | null = null;

  async function readUserId(): Promise<PortalResult<number>> {
    if (knownUserId !== null) return succeed(knownUserId);
    const context = await transport.call({
      model: 'res.users',
      method: 'context_get',
      arguments: {},
      answer: schemas.contextSchema,
    });
    if (!context.ok) return context;
    knownUserId = context.value.uid;
    return succeed(knownUserId);
  }

  let knownPartnerId: number | null = null;

  /** As whom this user writes messages; null where the server does not say. */
  async function readPartnerId(): Promise<PortalResult<number | null>> {
    if (knownPartnerId !== null) return succeed(knownPartnerId);
    const user = await readUserId();
    if (!user.ok) return user;
    const users = await readById(transport, 'res.users', [user.value], ['partner_id'], schemas.authorSchema);
    if (!users.ok) return users;
    knownPartnerId = users.value.get(user.value)?.partner_id?.remoteId ?? null;
    return succeed(knownPartnerId);
  }

  let knownMajorVersion: number | null = null;

  /** A server that is updated meanwhile closes every connection; what it was before still holds for this call. */
  async function readMajorVersion(): Promise<PortalResult<number>> {
    if (knownMajorVersion !== null) return succeed(knownMajorVersion);
    const version = await transport.readVersion();
    if (!version.ok) return version;
    knownMajorVersion = majorVersionOf(version.value) ?? FIRST_WITH_BODY_IS_HTML;
    return succeed(knownMajorVersion);
  }

  const readCompanyFields = createFieldQuestion(transport, 'res.company', ['internal_project_id']);

  /** The project for time without a ticket, which the timesheet add-on gives each company; null where there is none. */
  async function readInternalProjectId(companyId: number | undefined): Promise<PortalResult<number | null>> {
    if (companyId === undefined) return succeed(null);
    const fields = await readCompanyFields();
    // Who may not see the company can do everything else all the same.
    if (!fields.ok) return fields.failure.kind === 'refused' ? succeed(null) : fields;
    if (fields.value.length === 0) return succeed(null);
    const found = await readById(transport, 'res.company', [companyId], fields.value, schemas.companySchema);
    return found.ok ? succeed(found.value.get(companyId)?.internal_project_id?.remoteId ?? null) : found;
  }

  return {
    async identify() {
      const version = await transport.readVersion();
      if (!version.ok) return version;
      knownMajorVersion = majorVersionOf(version.value);
      const user = await readUserId();
      if (!user.ok) return user;
      const userId = user.value;
      const fields = ['name', 'employee_id', 'company_id'];
      const users = await readById(transport, 'res.users', [userId], fields, schemas.userSchema);
      if (!users.ok) return users;
      const self = users.value.get(userId);
      if (self === undefined) return fail({ kind: 'refused', message: 'The user of this key may not read itself.' });
      const internalProject = await readInternalProjectId(self.company_id?.remoteId);
      if (!internalProject.ok) return internalProject;
      return succeed({
        serverVersion: version.value,
        userId: self.id,
        userName: self.name ?? '',
        employeeId: self.employee_id?.remoteId ?? null,
        internalProjectRemoteId: internalProject.value,
      });
    },

    readMissingRights: () => readMissingRights(transport, profile.model),
    async readKeys() {
      const user = await readUserId();
      return user.ok ? readKeys(transport, user.value) : user;
    },
    readProfiles: () => readProfiles(transport),
    follow: (followed) => {
      mapping = followed;
      profile = profileOf(mapping.profile);
      readOtherFields = createFieldQuestion(transport, profile.model, profile.otherFields);
    },
    by: (tried) => createOdooPortal(options, transport, tried),

    async readTickets(request) {
      const user = await readUserId();
      if (!user.ok) return user;
      const fields = await readTicketFields();
      if (!fields.ok) return fields;
      const { model, record } = profile;
      const domain = ticketsOf(user.value, profile, mapping);
      const page = await readPage(transport, { model, domain, fields: fields.value, record }, request);
      if (!page.ok) return page;
      const names = await readTicketNames(transport, profile, page.value.rows);
      if (!names.ok) return names;
      const view = { userId: user.value, mapping };
      return succeed(mapPage(page.value, (ticket) => toTicket(ticket, names.value, view)));
    },

    async readTicketsById(remoteIds) {
      const user = await readUserId();
      if (!user.ok) return user;
      const fields = await readTicketFields();
      if (!fields.ok) return fields;
      const found = await readById(transport, profile.model, remoteIds, fields.value, profile.record);
      if (!found.ok) return found;
      const tickets = [...found.value.values()];
      const names = await readTicketNames(transport, profile, tickets);
      if (!names.ok) return names;
      const view = { userId: user.value, mapping };
      return succeed(tickets.flatMap((ticket) => toTicket(ticket, names.value, view) ?? []));
    },

    async listTicketIds(afterId) {
      const user = await readUserId();
      if (!user.ok) return user;
      return listIds(transport, profile.model, ticketsOf(user.value, profile, mapping), afterId);
    },

    ...createTicketWriting(transport, () => profile),
    readLists: () => readLists(transport, profile),
    ...createPrepaidHours(transport),
    ...createTimesheetMethods(transport, () => profile),

    async readMessages(ticketRemoteIds, request) {
      if (ticketRemoteIds.length === 0) return succeed({ rows: [], next: null });
      const fields = 'res_id message_id author_id email_from subtype_id is_internal body date write_date';
      const page = await readPage(
        transport,
        {
          model: 'mail.message',
          domain: [
            ['model', '=', profile.model],
            ['res_id', 'in', ticketRemoteIds],
            ['message_type', 'in', WRITTEN_MESSAGE_TYPES],
          ],
          fields: fields.split(' '),
          record: schemas.messageSchema,
        },
        request,
      );
      if (!page.ok) return page;
      const subtypeIds = page.value.rows.flatMap((row) => row.subtype_id?.remoteId ?? []);
      const subtypes = await readById(
        transport,
        'mail.message.subtype',
        subtypeIds,
        ['internal'],
        schemas.subtypeSchema,
      );
      if (!subtypes.ok) return subtypes;
      const internal = new Set([...subtypes.value.values()].flatMap((subtype) => (subtype.internal ? subtype.id : [])));
      const partner = await readPartnerId();
      if (!partner.ok) return partner;
      return succeed(mapPage(page.value, (message) => toMessage(message, internal, partner.value)));
    },

    async probeExternalId(externalId) {
      const dot = externalId.indexOf('.');
      const found = await transport.call({
        model: 'ir.model.data',
        method: 'check_object_reference',
        arguments: { module: externalId.slice(0, dot), xml_id: externalId.slice(dot + 1) },
        answer: schemas.referenceSchema,
      });
      if (found.ok) {
        const [, remoteId] = found.value;
        return succeed(remoteId === false ? { kind: 'unreadable' } : { kind: 'present', remoteId });
      }
      // The one refusal that is an answer.
      const isAbsent = found.failure.kind === 'refused' && EXTERNAL_ID_NOT_FOUND.test(found.failure.message);
      return isAbsent ? succeed({ kind: 'absent' }) : found;
    },

    async probeMessage(messageUid) {
      const found = await transport.call({
        model: 'mail.message',
        method: 'search_read',
        arguments: { domain: [['message_id', '=', messageUid]], fields: ['id'], order: 'id asc', limit: 1 },
        answer: z.array(z.object({ id: z.int().positive() })),
      });
      if (!found.ok) return found;
      const first = found.value[0];
      return succeed(first === undefined ? { kind: 'absent' } : { kind: 'present', remoteId: first.id });
    },

    createAttachment: (attachment: NewAttachment) => {
      const datas = Buffer.from(attachment.bytes).toString('base64');
      return loadRecord(
        transport,
        'ir.attachment',
        attachment.externalId,
        {
          name: attachment.fileName,
          mimetype: attachment.mimeType,
          res_model: profile.model,
          res_id: String(attachment.ticketRemoteId),
          datas,
        },
        // Odoo would scale large pictures down; an address in a screen dump has to stay legible.
        {
          timeoutMs: SERVER_TIME_LIMIT_MS + Math.ceil(datas.length / SLOWEST_UPLOAD_BYTES_PER_MS),
          context: { image_no_postprocess: true },
          ...(attachment.signal === undefined ? {} : { signal: attachment.signal }),
        },
      );
    },

    ...createAttachmentReading(transport, () => profile.model),

    async postMessage(message: NewMessage) {
      const version = await readMajorVersion();
      if (!version.ok) return version;
      return transport.call({
        model: profile.model,
        method: 'message_post',
        arguments: {
          ids: [message.ticketRemoteId],
          body: message.bodyHtml,
          // Without it newer servers take the body for plain text and show the tags; older ones do not know the word.
          ...(version.value >= FIRST_WITH_BODY_IS_HTML ? { body_is_html: true } : {}),
          message_type: 'comment',
          subtype_xmlid: message.isInternalNote ? 'mail.mt_note' : 'mail.mt_comment',
          message_id: message.messageUid,
          attachment_ids: message.attachmentRemoteIds,
        },
        answer: schemas.postedSchema,
      });
    },
  };
}
