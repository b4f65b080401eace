import { z } from 'zod';

/** What can be imported from a table. */
export const importKindSchema = z.enum(['agreements', 'price-lists', 'packs', 'tickets']);
export type ImportKind = z.infer<typeof importKindSchema>;

/** What a column can mean. */
export const importFieldSchema = z.enum([
  'customer',
  'customerNumber',
  'agreement',
  'validFrom',
  'validUntil',
  'terms',
  'priceList',
  'minimum',
  'step',
  'rate',
  'overtime',
  'prepaid',
  'used',
  'left',
  'boughtOn',
  'countsFrom',
  'note',
  'ticketId',
  'ticketNumber',
  'title',
  'stage',
  'resolution',
  'assignees',
  'tags',
  'priority',
  'group',
  'registered',
  'description',
]);
export type ImportField = z.infer<typeof importFieldSchema>;

/** Which column, counted from 0, holds a field. A field that is missing is in none. */
export const importColumnsSchema = z.partialRecord(importFieldSchema, z.int().min(0));
export type ImportColumns = z.infer<typeof importColumnsSchema>;

/** The fields that a kind of import can have, in the order they are asked for. */
export const FIELDS_OF_KIND: Readonly<Record<ImportKind, readonly ImportField[]>> = {
  agreements: ['customer', 'customerNumber', 'agreement', 'validFrom', 'validUntil', 'terms'],
  'price-lists': ['priceList', 'minimum', 'step', 'rate', 'overtime'],
  packs: ['customer', 'customerNumber', 'prepaid', 'used', 'left', 'boughtOn', 'countsFrom', 'note'],
  tickets: [
    'ticketId',
    'ticketNumber',
    'title',
    'customer',
    'stage',
    'resolution',
    'assignees',
    'registered',
    'tags',
    'priority',
    'group',
    'description',
  ],
};

/** Of each group one field has to have a column. */
const NEEDED_OF_KIND: Readonly<Record<ImportKind, readonly (readonly ImportField[])[]>> = {
  agreements: [['customer', 'customerNumber'], ['agreement']],
  'price-lists': [['priceList']],
  packs: [['customer', 'customerNumber'], ['prepaid'], ['boughtOn']],
  tickets: [['title']],
};

/** What the header of a column can be in Swedish and English. Case, spaces and punctuation do not matter. */
const HEADERS: Readonly<Record<ImportField, readonly string[]>> = {
  customer: [
    'Kund',
    'Kundnamn',
    'Kundens namn',
    'Företag',
    'Customer',
    'Customer name',
    'Company',
    'Partner',
    'partner_id',
    'Kund/Namn',
    'Customer/Name',
    'partner_id/name',
    'Kund/Visningsnamn',
    'Customer/Display name',
    'Visningsnamn',
    'Display name',
    'Namn',
    'Name',
  ],
  customerNumber: ['Kund-ID', 'Kundens ID', 'Customer ID', 'Partner ID', 'Odoo ID', 'ID'],
  agreement: ['Avtal', 'Avtalstyp', 'Supportavtal', 'Agreement', 'Agreements', 'Support agreement', 'Taggar', 'Tags'],
  validFrom: [
    'Gäller från',
    'Gäller från och med',
    'Från',
    'Från och med',
    'Startdatum',
    'Valid from',
    'From',
    'Start date',
  ],
  validUntil: [
    'Gäller till',
    'Gäller till och med',
    'Till',
    'Till och med',
    'Slutdatum',
    'Valid until',
    'Until',
    'End date',
  ],
  terms: ['Villkor', 'Tecknat under', 'Terms', 'Signed under'],
  priceList: ['Prislista', 'Price list', 'Namn', 'Name'],
  minimum: ['Minst', 'Minst (min)', 'Minsta debitering', 'Minimum', 'Minimum (min)', 'At least', 'At least (min)'],
  step: ['Steg', 'Steg (min)', 'Debiteringssteg', 'Step', 'Step (min)', 'Steps of (min)'],
  rate: ['Timpris', 'Timpris (kr/h)', 'Pris per timme', 'Pris', 'Rate', 'Rate (kr/h)', 'Hourly rate', 'Price per hour'],
  overtime: ['Övertidsfaktor', 'Övertid', 'Overtime factor', 'Overtime'],
  prepaid: [
    'Förbetalt',
    'Förbetalda timmar',
    'Köpta timmar',
    'Timmar',
    'Prepaid',
    'Prepaid hours',
    'Bought hours',
    'Hours',
  ],
  used: ['Använt', 'Använda timmar', 'Redan använt', 'Förbrukat', 'Used', 'Used hours', 'Already used'],
  left: ['Kvar', 'Timmar kvar', 'Saldo', 'Återstår', 'Left', 'Hours left', 'Balance', 'Remaining'],
  boughtOn: ['Köpt', 'Köpt den', 'Köpdatum', 'Datum', 'Bought', 'Bought on', 'Purchase date', 'Date'],
  countsFrom: [
    'Räkna från',
    'Räkna arbete från',
    'Saldo per',
    'Saldodatum',
    'Counts from',
    'Count from',
    'Count work from',
    'Balance date',
    'Balance on',
  ],
  note: ['Anteckning', 'Anteckningar', 'Notering', 'Note', 'Notes'],
  // From here on: what Odoo calls the fields of tasks and of both helpdesks, and their technical names.
  ticketId: ['Externt ID', 'Extern ID', 'External ID', 'ID', '.id', 'Odoo ID'],
  ticketNumber: [
    'Ärendenummer',
    'Nummer',
    'Ticket number',
    'Number',
    'Ticket ID',
    'Ticket IDs Sequence',
    'ticket_ref',
    'Referens',
    'Reference',
  ],
  title: [
    'Titel',
    'Rubrik',
    'Ämne',
    'Title',
    'Subject',
    'Ärende',
    'Uppgift',
    'Ticket',
    'Task',
    'Namn',
    'Name',
    'Visningsnamn',
    'Display name',
  ],
  stage: ['Steg', 'Etapp', 'Stadium', 'Fas', 'Stage', 'stage_id', 'Steg/Namn', 'Stage/Name', 'stage_id/name', 'Status'],
  resolution: ['Tillstånd', 'State', 'Status'],
  assignees: [
    'Tilldelade',
    'Tilldelad',
    'Tilldelad till',
    'Tilldelad användare',
    'Ansvarig',
    'Ansvariga',
    'Handläggare',
    'Assignees',
    'Assigned to',
    'Assigned user',
    'user_ids',
    'user_id',
    'Assignees/Name',
    'user_ids/name',
    'user_id/name',
  ],
  tags: ['Etiketter', 'Taggar', 'Tags', 'tag_ids', 'Etiketter/Namn', 'Tags/Name', 'tag_ids/name'],
  priority: ['Prioritet', 'Priority'],
  group: [
    'Projekt',
    'Project',
    'project_id',
    'Team',
    'Supportteam',
    'Helpdesk team',
    'team_id',
    'Projekt/Namn',
    'Project/Name',
    'project_id/name',
    'team_id/name',
  ],
  registered: ['Skapad den', 'Skapad', 'Registrerat', 'Registrerad', 'Created on', 'Created', 'create_date'],
  description: ['Beskrivning', 'Description'],
};

/** A name without what people write differently: case, spaces and punctuation. One of nothing else stays as it is. */
export function comparableName(name: string): string {
  const letters = name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
  return letters === '' ? name.trim() : letters;
}

/** The columns that the headers name, each field and each column at most once. A more usual name goes before a rarer one. */
export function guessColumns(kind: ImportKind, headers: readonly string[]): ImportColumns {
  const comparable = headers.map(comparableName);
  const taken = new Set<number>();
  const columns: ImportColumns = {};
  for (const field of FIELDS_OF_KIND[kind]) {
    const found = HEADERS[field]
      .map((name) => comparable.findIndex((header, index) => header === comparableName(name) && !taken.has(index)))
      .find((index) => index !== -1);
    if (found === undefined) continue;
    taken.add(found);
    columns[field] = found;
  }
  return columns;
}

/** The fields that still need a column; of each group any one will do. */
export function missingFields(kind: ImportKind, columns: ImportColumns): (readonly ImportField[])[] {
  return NEEDED_OF_KIND[kind].filter((group) => group.every((field) => columns[field] === undefined));
}
