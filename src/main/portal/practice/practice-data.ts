import { createHash } from 'node:crypto';
import { DateTime } from 'luxon';
import { AGREEMENT_TAGS, CUSTOMERS, type CustomerKey } from './data/customers';
import type { FileSeed } from './data/files';
import { ORDINARY_TICKETS } from './data/ordinary-tickets';
import { CONSULTANTS, type ConsultantKey } from './data/people';
import { PREPAID_HOURS } from './data/prepaid-hours';
import { SETTLED_TICKETS } from './data/settled-tickets';
import { STAGES, TICKET_TAGS, type TicketSeed } from './data/ticket-seed';
import { URGENT_TICKETS } from './data/urgent-tickets';
import { helpdeskNames, type PracticeHelpdesk } from './helpdesk-models';
import type { Store, Values } from './store';
import { workingMomentBefore } from './working-moment';

const FIRST_TICKET_ID = 1031;

interface PersonIds {
  readonly userId: number;
  readonly partnerId: number;
  readonly employeeId: number;
}
interface CustomerIds {
  readonly firmId: number;
  readonly contactId: number;
}

/** Fills a new practice portal. The same `nowMs` gives the same portal; its tickets came in shortly before. */
export function fillWithPracticeData(store: Store, nowMs: number): void {
  const longAgoMs = workingMomentBefore(nowMs, 100_000);
  const add = (model: string, values: Values, atMs = longAgoMs): number =>
    store.insert(model, { create_date: atMs, write_date: atMs, ...values });

  // The server's own records first: their external ids are what callers name them by.
  const commentId = add('mail.message.subtype', { name: 'Discussions', internal: false });
  const noteId = add('mail.message.subtype', { name: 'Note', internal: true });
  store.saveExternalId('mail.mt_comment', 'mail.message.subtype', commentId);
  store.saveExternalId('mail.mt_note', 'mail.message.subtype', noteId);

  const projectId = add('project.project', { name: 'Kundsupport', active: true, allow_timesheets: true });
  const internalProjectId = add('project.project', { name: 'Tid utan ärende', active: true, allow_timesheets: true });
  const companyId = add('res.company', {
    name: 'Furulund Affärssystem AB',
    internal_project_id: internalProjectId,
  });
  const people = addPeople(store, add, companyId);
  const customers = addCustomers(store, add);
  const stageIds = new Map(
    STAGES.map((name, sequence) => [name, add('project.task.type', { name, sequence, fold: name === 'Löst' })]),
  );
  const tagIds = new Map(TICKET_TAGS.map((name) => [name, add('project.tags', { name })]));

  addPrepaidHours(store, add, nowMs, customers);

  if (store.helpdesk !== null) addHelpdesk(store.helpdesk, add, projectId);
  store.startIdsAt('project.task', FIRST_TICKET_ID);
  // Ids rise with the time of registration, as on a real portal.
  const seeds = [...URGENT_TICKETS, ...ORDINARY_TICKETS, ...SETTLED_TICKETS].toSorted((a, b) => b.ago - a.ago);
  for (const seed of seeds) {
    const customer = customers[seed.customer];
    const activityMs = Math.max(...[seed, ...(seed.lines ?? [])].map(({ ago }) => workingMomentBefore(nowMs, ago)));
    const registeredMs = workingMomentBefore(nowMs, seed.ago);
    const assigned: readonly ConsultantKey[] = ['maja', ...(seed.alsoAssigned ?? [])];
    const taskId = add('project.task', {
      name: seed.title,
      description: seed.html,
      project_id: projectId,
      partner_id: customer.contactId,
      stage_id: stageIds.get(seed.stage) ?? false,
      date_last_stage_update: seed.stage === STAGES[0] ? registeredMs : activityMs,
      state: seed.stage === 'Löst' ? '1_done' : '01_in_progress',
      priority: seed.tags?.includes('Priority escalated') === true ? '1' : '0',
      tag_ids: (seed.tags ?? []).flatMap((tag) => tagIds.get(tag) ?? []),
      user_ids: assigned.map((key) => people[key].userId),
      active: true,
      allocated_hours: 0,
      effective_hours: (seed.lines ?? []).reduce((sum, line) => sum + line.minutes / 60, 0),
      create_date: registeredMs,
      write_date: activityMs,
    });
    addLines(add, seed, nowMs, { taskId, projectId, people });
    addMessages(add, seed, nowMs, { store, taskId, people, customer, commentId, noteId });
  }
}

/** Two teams, one with a project for its time and one without, their stages and tags. Its tickets are the caller's. */
function addHelpdesk(helpdesk: PracticeHelpdesk, add: Add, projectId: number): void {
  const { stage, tag, team } = helpdeskNames(helpdesk);
  add(team, { name: 'Support', project_id: projectId });
  add(team, { name: 'Reklamationer' });
  for (const [sequence, name] of STAGES.entries()) {
    const isLast = name === 'Löst';
    add(stage, {
      name,
      sequence,
      fold: helpdesk === 'enterprise' && isLast,
      ...(helpdesk === 'oca' ? { closed: isLast } : {}),
    });
  }
  for (const name of TICKET_TAGS) add(tag, { name });
}

function addPrepaidHours(store: Store, add: Add, nowMs: number, customers: Record<CustomerKey, CustomerIds>): void {
  const units = { Hours: 1, Days: 8 };
  const addUnit = (name: keyof typeof units) =>
    add('uom.uom', { name, factor: units[name], relative_factor: units[name] });
  const unitIds = { Hours: addUnit('Hours'), Days: addUnit('Days') };
  store.saveExternalId('uom.product_uom_hour', 'uom.uom', unitIds.Hours);
  for (const { order, customer, unit, quantity, delivered, ago } of PREPAID_HOURS) {
    const { contactId } = customers[customer];
    const orderId = add('sale.order', {
      name: order,
      partner_id: contactId,
      date_order: workingMomentBefore(nowMs, ago),
    });
    add('sale.order.line', {
      name: 'Supportpaket',
      order_id: orderId,
      order_partner_id: contactId,
      state: 'sale',
      is_service: true,
      product_uom_id: unitIds[unit],
      product_uom_qty: quantity,
      qty_delivered: delivered,
      remaining_hours: (quantity - delivered) * units[unit],
      remaining_hours_available: true,
    });
  }
}

type Add = (model: string, values: Values, atMs?: number) => number;

function addPeople(store: Store, add: Add, companyId: number): Record<ConsultantKey, PersonIds> {
  // The first user of an Odoo is its robot; people come behind it.
  store.startIdsAt('res.users', 5);
  const addPerson = (key: ConsultantKey): PersonIds => {
    const { name, login, language } = CONSULTANTS[key];
    const partnerId = add('res.partner', { name, email: login, lang: language, active: true });
    setCommercialPartner(store, partnerId, partnerId);
    const userId = add('res.users', {
      name,
      login,
      lang: language,
      tz: 'Europe/Stockholm',
      active: true,
      partner_id: partnerId,
      company_id: companyId,
    });
    const employeeId = add('hr.employee', { name, active: true, user_id: userId });
    // A practice key never expires: nobody is to be warned of one that cannot be renewed.
    add('res.users.apikeys', { name: 'Fyra', user_id: userId, scope: 'rpc' });
    const user = store.read('res.users', userId);
    store.update('res.users', userId, { ...user?.values, employee_id: employeeId });
    return { userId, partnerId, employeeId };
  };
  return { maja: addPerson('maja'), oskar: addPerson('oskar'), elin: addPerson('elin') };
}

function setCommercialPartner(store: Store, partnerId: number, firmId: number): void {
  const partner = store.read('res.partner', partnerId);
  store.update('res.partner', partnerId, { ...partner?.values, commercial_partner_id: firmId });
}

function addCustomers(store: Store, add: Add): Record<CustomerKey, CustomerIds> {
  const agreementIds = new Map(AGREEMENT_TAGS.map((name) => [name, add('res.partner.category', { name })]));
  const addCustomer = (key: CustomerKey): CustomerIds => {
    const { name, domain, phone, language, agreements, contact } = CUSTOMERS[key];
    const firmId = add('res.partner', {
      name,
      email: `info@${domain}`,
      phone,
      website: `https://${domain}`,
      lang: language,
      is_company: true,
      active: true,
      category_id: agreements.flatMap((agreement) => agreementIds.get(agreement) ?? []),
    });
    setCommercialPartner(store, firmId, firmId);
    const contactId = add('res.partner', {
      name: contact.name,
      email: `${contact.mailbox}@${domain}`,
      phone: contact.phone,
      lang: language,
      is_company: false,
      active: true,
      parent_id: firmId,
      commercial_partner_id: firmId,
    });
    return { firmId, contactId };
  };
  return {
    bikes: addCustomer('bikes'),
    coffee: addCustomer('coffee'),
    lamps: addCustomer('lamps'),
    boats: addCustomer('boats'),
    glass: addCustomer('glass'),
    timber: addCustomer('timber'),
    bakery: addCustomer('bakery'),
    sports: addCustomer('sports'),
    medical: addCustomer('medical'),
    toys: addCustomer('toys'),
    wool: addCustomer('wool'),
  };
}

interface LineContext {
  readonly taskId: number;
  readonly projectId: number;
  readonly people: Record<ConsultantKey, PersonIds>;
}

function addLines(add: Add, seed: TicketSeed, nowMs: number, { taskId, projectId, people }: LineContext): void {
  for (const line of seed.lines ?? []) {
    const atMs = workingMomentBefore(nowMs, line.ago);
    const { employeeId, userId } = people[line.by];
    add(
      'account.analytic.line',
      {
        name: line.text,
        date: DateTime.fromMillis(atMs, { zone: 'Europe/Stockholm' }).toISODate() ?? '',
        unit_amount: line.minutes / 60,
        project_id: projectId,
        task_id: taskId,
        employee_id: employeeId,
        user_id: userId,
        create_uid: userId,
      },
      atMs,
    );
  }
}

interface MessageContext {
  readonly store: Store;
  readonly taskId: number;
  readonly people: Record<ConsultantKey, PersonIds>;
  readonly customer: CustomerIds;
  readonly commentId: number;
  readonly noteId: number;
}

function addMessages(add: Add, seed: TicketSeed, nowMs: number, context: MessageContext): void {
  const { taskId, people, customer, commentId, noteId } = context;
  const { contact, domain } = CUSTOMERS[seed.customer];
  for (const [index, message] of (seed.messages ?? []).entries()) {
    const atMs = workingMomentBefore(nowMs, message.ago);
    const isCustomer = message.from === 'customer';
    const author = message.from === 'customer' ? null : CONSULTANTS[message.from];
    const address = author?.login ?? `${contact.mailbox}@${domain}`;
    add(
      'mail.message',
      {
        model: 'project.task',
        res_id: taskId,
        message_id: `<practice-${taskId}-${index}@${isCustomer ? domain : 'furulund.example'}>`,
        message_type: isCustomer ? 'email' : 'comment',
        subtype_id: message.isNote === true ? noteId : commentId,
        is_internal: false,
        author_id: message.from === 'customer' ? customer.contactId : people[message.from].partnerId,
        email_from: `"${author?.name ?? contact.name}" <${address}>`,
        body: message.html,
        date: atMs,
        attachment_ids: (message.files ?? []).map((file) => addFile(context, add, file, atMs)),
      },
      atMs,
    );
  }
}

/** A file that came by e-mail: the server's own user put it on the ticket. */
function addFile(
  { store, taskId }: MessageContext,
  add: Add,
  { name, mimeType, bytes }: FileSeed,
  atMs: number,
): number {
  const checksum = createHash('sha1').update(bytes).digest('hex');
  const onTicket = { res_model: 'project.task', res_id: taskId, type: 'binary' };
  const id = add('ir.attachment', { name, mimetype: mimeType, ...onTicket, file_size: bytes.length, checksum }, atMs);
  store.saveContent(id, bytes);
  return id;
}
