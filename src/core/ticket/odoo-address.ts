import { parseWebAddress } from './web-address';

export { cleanAddress, isAddressCut } from './clean-address';
export { parseWebAddress, type WebAddress } from './web-address';

/** The record that an address in Odoo shows. */
export interface OdooRecordAddress {
  /** Odoo's model, such as `sale.order`; null where the address does not tell it. */
  readonly model: string | null;
  readonly id: number;
  /** The view the older addresses name, such as `form`. */
  readonly view?: string;
}

/** The names Odoo 18 and 19 give actions in their addresses, as far as support meets them, with the model behind each. */
const MODEL_OF_ACTION: ReadonlyMap<string, string> = new Map([
  ['sales', 'sale.order'],
  ['orders', 'sale.order'],
  ['ecommerce-orders', 'sale.order'],
  ['crm', 'crm.lead'],
  ['contacts', 'res.partner'],
  ['customers', 'res.partner'],
  ['vendors', 'res.partner'],
  ['purchase', 'purchase.order'],
  ['purchase-orders', 'purchase.order'],
  ['invoicing', 'account.move'],
  ['customer-invoices', 'account.move'],
  ['customer-credit-notes', 'account.move'],
  ['vendor-bills', 'account.move'],
  ['vendor-refunds', 'account.move'],
  ['bills', 'account.move'],
  ['credit-notes', 'account.move'],
  ['entries', 'account.move'],
  ['customer-payments', 'account.payment'],
  ['vendor-payments', 'account.payment'],
  ['deliveries', 'stock.picking'],
  ['receipts', 'stock.picking'],
  ['internal', 'stock.picking'],
  ['products', 'product.template'],
  ['manufacturing', 'mrp.production'],
  ['boms', 'mrp.bom'],
  ['work-orders', 'mrp.workorder'],
  ['work-centers', 'mrp.workcenter'],
  ['repairs', 'repair.order'],
  ['pos-orders', 'pos.order'],
  ['point-of-sale', 'pos.config'],
  ['project', 'project.project'],
  ['tasks', 'project.task'],
  ['my-tasks', 'project.task'],
  ['all-tasks', 'project.task'],
  ['timesheets', 'account.analytic.line'],
  ['all-timesheets', 'account.analytic.line'],
  ['my-tickets', 'helpdesk.ticket'],
  ['all-tickets', 'helpdesk.ticket'],
  ['tickets', 'helpdesk.ticket'],
  ['employees', 'hr.employee'],
  ['expenses', 'hr.expense'],
  ['users', 'res.users'],
]);

/** The customer portal's pages. */
const MODEL_OF_PORTAL_PAGE: ReadonlyMap<string, string> = new Map([
  ['tickets', 'helpdesk.ticket'],
  ['tasks', 'project.task'],
  ['projects', 'project.project'],
  ['orders', 'sale.order'],
  ['invoices', 'account.move'],
  ['purchase', 'purchase.order'],
]);

const MODEL = /^[a-z][a-z\d_]*(?:\.[a-z\d_]+)+$/;
const MODEL_WITHOUT_DOT = /^m-([a-z][a-z\d_]*)$/;
const VIEW = /^[a-z_]{1,30}$/;
const LANGUAGE = /^[a-z]{2}(?:_[A-Z]{2})?$/;

function parseId(text: string | undefined): number | null {
  return text !== undefined && /^[1-9]\d{0,14}$/.test(text) ? Number(text) : null;
}

function modelOfAction(action: string): string | null {
  if (MODEL.test(action)) return action;
  return MODEL_WITHOUT_DOT.exec(action)?.[1] ?? MODEL_OF_ACTION.get(action) ?? null;
}

/** `/odoo/<action>/<id>/<action>/<id>…`: the last action that has an id is the record in front. */
function parseActionPath(segments: readonly string[]): OdooRecordAddress | null {
  let found: OdooRecordAddress | null = null;
  for (const [index, action] of segments.entries()) {
    const id = parseId(segments[index + 1]);
    if (id !== null && parseId(action) === null) found = { model: modelOfAction(action), id };
  }
  return found;
}

/** `/web#id=42&model=sale.order&view_type=form`, as Odoo 14 to 17 write it. */
function parseWebClientFragment(fragment: string): OdooRecordAddress | null {
  const values = new Map(
    fragment.split('&').map((part) => {
      const [name = '', value = ''] = part.split('=', 2);
      return [name, value];
    }),
  );
  const id = parseId(values.get('id'));
  if (id === null) return null;
  const model = values.get('model') ?? '';
  const view = values.get('view_type') ?? '';
  return { model: MODEL.test(model) ? model : null, id, ...(VIEW.test(view) ? { view } : {}) };
}

/**
 * Which record an address in Odoo names: `/odoo/sales/42`, `/odoo/res.partner/7`, `/odoo/action-123/42` (no model),
 * `/odoo/project/5/tasks/17`, `/web#id=42&model=sale.order&view_type=form`, `/my/tickets/42`, `/my/tasks/42`. Null for
 * an address that names none, and for what is no web address. Nothing of the answer was decoded: model and view hold
 * only letters, digits, dots and underscores.
 */
export function parseOdooAddress(address: string): OdooRecordAddress | null {
  const parts = parseWebAddress(address);
  if (!parts) return null;
  const segments = parts.path.split('/').filter((segment) => segment !== '');
  // The customer portal's pages can stand behind a language, such as `/sv/my/tasks/42`.
  const isTranslated = segments[1] === 'my' && LANGUAGE.test(segments[0] ?? '');
  const [first = '', ...rest] = isTranslated ? segments.slice(1) : segments;
  switch (first) {
    case 'odoo':
      return parseActionPath(rest);
    case 'web':
      return rest.length === 0 ? parseWebClientFragment(parts.fragment) : null;
    case 'my': {
      const model = MODEL_OF_PORTAL_PAGE.get(rest[0] ?? '');
      const id = parseId(rest[1]);
      return model !== undefined && id !== null ? { model, id } : null;
    }
    default:
      return null;
  }
}
