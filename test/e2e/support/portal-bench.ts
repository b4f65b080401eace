import { join } from 'node:path';
import { z } from 'zod';
import { practiceKeyOf, startPracticePortal } from '../../../src/main/portal/practice/practice-portal';
import { json2, type PortalAccess } from './json2';

/** A portal to test against: the practice portal, or a real Odoo where its address is given. */
export interface PortalBench extends PortalAccess {
  /** The same portal as a colleague sees it. */
  readonly colleague: PortalAccess;
  stop(): Promise<void>;
}

function required(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is missing; npm run test:odoo sets it.`);
  return value;
}

/** The portal of `npm run test:odoo`. */
export function odooBench(): PortalBench {
  const address = required('FYRA_ODOO_URL');
  const database = required('FYRA_ODOO_DATABASE');
  return {
    address,
    database,
    apiKey: required('FYRA_ODOO_API_KEY'),
    colleague: { address, database, apiKey: required('FYRA_ODOO_COLLEAGUE_API_KEY') },
    stop: async () => undefined,
  };
}

/** A practice portal of the test's own, beside the app, by the clock of the test. */
export async function practiceBench(folder: string, now: () => number): Promise<PortalBench> {
  const apiKey = 'key-of-the-consultant-in-this-test';
  const portal = await startPracticePortal({ file: join(folder, 'portal.sqlite'), now, apiKey });
  const at = { address: portal.url.href, database: portal.database };
  return {
    ...at,
    apiKey,
    colleague: { ...at, apiKey: practiceKeyOf('oskar', apiKey) },
    stop: () => portal.stop(),
  };
}

/** The lines of one consultant on a date, on tickets and without. */
export async function linesOfDay(
  portal: PortalAccess,
  employee: string,
  date: string,
): Promise<{ name: string; minutes: number }[]> {
  const domain = [
    ['employee_id.name', '=', employee],
    ['date', '=', date],
  ];
  const rows = await json2(portal, 'account.analytic.line', 'search_read', {
    domain,
    fields: ['name', 'unit_amount'],
    limit: 200,
  });
  return z
    .array(z.object({ name: z.string(), unit_amount: z.number() }))
    .parse(rows)
    .map(({ name, unit_amount }) => ({ name, minutes: Math.round(unit_amount * 60) }));
}

/** What the portal holds of one ticket, counted by somebody who may see it. */
export interface TicketOnPortal {
  readonly id: number;
  lines(description: string): Promise<{ id: number; unit_amount: number; name: string }[]>;
  messages(text: string): Promise<{ id: number; attachment_ids: number[]; subtype_id: unknown; body: string }[]>;
  attachments(): Promise<{ id: number; name: string; mimetype: string }[]>;
  attachmentBytes(id: number): Promise<Buffer>;
}

/** Finds a ticket by its title and looks at what stands on it. */
export async function ticketOnPortal(portal: PortalAccess, title: string): Promise<TicketOnPortal> {
  const search = async <Row>(model: string, domain: unknown[], fields: string[]): Promise<Row[]> =>
    (await json2(portal, model, 'search_read', { domain, fields, order: 'id', limit: 200 })) as Row[];
  const [ticket, ...others] = await search<{ id: number }>('project.task', [['name', '=', title]], ['name']);
  if (!ticket || others.length > 0) throw new Error(`There is not exactly one ticket "${title}"`);
  const onTicket = [
    ['res_model', '=', 'project.task'],
    ['res_id', '=', ticket.id],
  ];
  return {
    id: ticket.id,
    lines: (description) =>
      search(
        'account.analytic.line',
        [
          ['task_id', '=', ticket.id],
          ['name', '=', description],
        ],
        ['name', 'unit_amount'],
      ),
    messages: async (text) => {
      const all = await search<{ id: number; attachment_ids: number[]; subtype_id: unknown; body: string }>(
        'mail.message',
        [
          ['model', '=', 'project.task'],
          ['res_id', '=', ticket.id],
        ],
        ['body', 'attachment_ids', 'subtype_id'],
      );
      return all.filter(({ body }) => body.includes(text));
    },
    attachments: () => search('ir.attachment', onTicket, ['name', 'mimetype']),
    attachmentBytes: async (id) => {
      const [row] = await search<{ datas: string }>('ir.attachment', [['id', '=', id], ...onTicket], ['datas']);
      if (!row) throw new Error(`There is no attachment ${id}`);
      return Buffer.from(row.datas, 'base64');
    },
  };
}
