import { formatMessageHtml } from '../ticket/message-html';
import type { ImportColumns, ImportField } from './import-fields';
import type { ListedTicket } from './listed-ticket';
import { type RowReader, shortText } from './planned-row';
import { readMoment } from './read-moment';
import { namesIn, priorityOf, resolutionOf, splitContact } from './ticket-words';

const LONGEST_NAME = 500;

const DATABASE_ID = /^[1-9]\d{0,14}$/u;
/** A module and a name in it. */
const EXTERNAL_ID = /^[\w-]+\.[\w.-]+$/u;
/** The id that Odoo gives a record when it is exported ends with the record's number and eight characters of chance. */
const EXPORTED_ID = /^__export__\..*_([1-9]\d{0,14})_[0-9a-z]{6,8}$/u;

/** What a row says of a ticket: only what the list has columns for. */
export type TicketRow = Partial<ListedTicket> & Pick<ListedTicket, 'title'>;

type RecordId = Pick<ListedTicket, 'externalId' | 'databaseId'>;

/** The two kinds of ids that Odoo exports; null for what is none. */
export function parseRecordId(text: string): RecordId | null {
  if (DATABASE_ID.test(text)) return { externalId: null, databaseId: Number(text) };
  if (!EXTERNAL_ID.test(text)) return null;
  const exported = EXPORTED_ID.exec(text)?.[1];
  return { externalId: text, databaseId: exported === undefined ? null : Number(exported) };
}

function readRegistered(reader: RowReader): Pick<ListedTicket, 'registeredAt'> | undefined {
  const text = reader.text('registered');
  if (text === '') return undefined;
  const read = readMoment(text);
  if (read.kind === 'moment') return { registeredAt: read.at };
  reader.wrong(read.kind === 'ambiguous' ? 'date-ambiguous' : 'not-a-date', 'registered');
  return undefined;
}

/** A description as it was written, as HTML where it is that, else its plain text as paragraphs. */
function toDescriptionHtml(text: string): string {
  return /<\/?[a-z][^>]*>/iu.test(text) ? text : formatMessageHtml(text);
}

/**
 * What a row says of a ticket. Where a list has a column for what identifies its tickets, each row needs it: without, a
 * ticket could come a second time under another name.
 */
export function readTicketRow(reader: RowReader, columns: ImportColumns): TicketRow {
  const has = (field: ImportField) => columns[field] !== undefined;
  const name = shortText(LONGEST_NAME);
  const id = has('ticketId') ? reader.readNeeded('ticketId', parseRecordId, 'not-an-id') : null;
  const number =
    has('ticketId') || !has('ticketNumber')
      ? reader.read('ticketNumber', name, 'text-too-long')
      : reader.readNeeded('ticketNumber', name, 'text-too-long');
  return {
    ...id,
    ...(number === null ? {} : { number }),
    ...readRegistered(reader),
    title: reader.readNeeded('title', name, 'text-too-long') ?? '',
    ...(has('customer') ? splitContact(reader.read('customer', name, 'text-too-long') ?? '') : {}),
    ...(has('stage') ? { stage: reader.read('stage', name, 'text-too-long') ?? '' } : {}),
    ...(has('resolution') ? { resolution: resolutionOf(reader.text('resolution')) } : {}),
    ...(has('assignees') ? { assignees: namesIn(reader.text('assignees')) } : {}),
    ...(has('tags') ? { tags: namesIn(reader.text('tags')) } : {}),
    ...(has('priority') ? { priority: priorityOf(reader.text('priority')) } : {}),
    ...(has('group') ? { group: reader.read('group', name, 'text-too-long') ?? '' } : {}),
    ...(has('description') ? { descriptionHtml: toDescriptionHtml(reader.text('description')) } : {}),
  };
}
