import fc from 'fast-check';

/** An address as a browser is sent to, and what of it a browser shows in its bar. */
export interface PageAddress {
  readonly scheme: 'http' | 'https';
  /** Everything after the scheme. */
  readonly shown: string;
}

/** The forms of address of Odoo 14 to 19, back office, portal and shop, each as one of its pages has it. */
export const ODOO_FORMS: Readonly<Record<string, PageAddress>> = {
  '14 form': {
    scheme: 'https',
    shown: 'erp.kund.se/web#id=42&action=343&model=sale.order&view_type=form&cids=1&menu_id=213',
  },
  '14 list': {
    scheme: 'https',
    shown: 'erp.kund.se/web?#action=90&model=account.move&view_type=list&cids=&menu_id=117',
  },
  '14 debug': { scheme: 'http', shown: 'odoo14.local-net.se:8069/web?debug=1#id=7&model=res.partner&view_type=form' },
  '15 kanban': {
    scheme: 'https',
    shown: 'kundab.odoo.com/web#action=123&model=project.task&view_type=kanban&active_id=9',
  },
  '15 assets': {
    scheme: 'https',
    shown: 'kundab.odoo.com/web?debug=assets#id=1042&model=stock.picking&view_type=form',
  },
  '16 form': {
    scheme: 'https',
    shown: 'www-test.kund.nu/web#id=318&cids=1-2&menu_id=94&action=231&model=mrp.production',
  },
  '16 pivot': { scheme: 'http', shown: '192.168.10.24:8069/web#action=77&model=sale.report&view_type=pivot' },
  '17 portal order': { scheme: 'https', shown: 'shop.exempelhandel.se/my/orders/1234' },
  '17 invoices': { scheme: 'https', shown: 'portal.bolaget.eu/my/invoices?filterby=bills&page=3' },
  '17 shop': { scheme: 'https', shown: 'butik.exempelhandel.se/shop/kontorsstol-svart-81?category=5' },
  '18 record': { scheme: 'https', shown: 'erp.kund.se/odoo/sales/42' },
  '18 action': { scheme: 'https', shown: 'erp.kund.se/odoo/action-512/17' },
  '18 nested': { scheme: 'https', shown: 'erp.kund.se/odoo/contacts/33/sales/S00042/invoices' },
  '18 model': { scheme: 'http', shown: 'localhost:8069/odoo/m-helpdesk.ticket/1077' },
  '19 settings': { scheme: 'https', shown: 'bolaget-prod-1234567.dev.odoo.com/odoo/settings?debug=1' },
  '19 project': { scheme: 'https', shown: 'nord.bolaget.io/odoo/project/28/tasks/5501' },
};

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const label = fc
  .tuple(
    fc.string({ unit: fc.constantFrom(...LETTERS), minLength: 1, maxLength: 3 }),
    fc.string({ unit: fc.constantFrom(...LETTERS, ...'0123456789-'), maxLength: 8 }),
    fc.string({ unit: fc.constantFrom(...LETTERS, ...'0123456789'), minLength: 1, maxLength: 2 }),
  )
  .map((parts) => parts.join(''))
  // Two hyphens in third place mark names of other scripts, which a browser shows decoded.
  .filter((text) => !text.includes('--') && !text.startsWith('www'));
const topLevel = fc.constantFrom('se', 'com', 'nu', 'eu', 'io', 'net', 'org', 'dev', 'example', 'cloud', 'no', 'fi');
const hostName = fc
  .tuple(fc.array(label, { minLength: 1, maxLength: 3 }), topLevel)
  .map(([labels, last]) => [...labels, last].join('.'));
const hostNumbers = fc
  .tuple(
    fc.constantFrom('10', '172.16', '192.168'),
    fc.array(fc.integer({ min: 0, max: 254 }), { minLength: 3, maxLength: 3 }),
  )
  .map(([start, numbers]) => [...start.split('.'), ...numbers].slice(0, 4).join('.'));
const host = fc.oneof(
  { weight: 8, arbitrary: hostName },
  { weight: 1, arbitrary: hostNumbers },
  { weight: 1, arbitrary: fc.constant('localhost') },
);
const port = fc.oneof(
  { weight: 3, arbitrary: fc.constant('') },
  { weight: 1, arbitrary: fc.constantFrom(':8069', ':8072', ':10014') },
  { weight: 1, arbitrary: fc.integer({ min: 1024, max: 65_535 }).map((number) => `:${number}`) },
);
const id = fc.oneof(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 100, max: 999_999 })).map(String);
const model = fc.constantFrom(
  'sale.order',
  'res.partner',
  'account.move',
  'project.task',
  'helpdesk.ticket',
  'x_studio_lista',
  'stock.quant',
  'mail.channel',
);
const view = fc.constantFrom('form', 'list', 'kanban', 'pivot', 'graph', 'calendar', 'activity');
const section = fc.constantFrom(
  'sales',
  'crm',
  'contacts',
  'accounting',
  'inventory',
  'project',
  'helpdesk',
  'discuss',
  'timesheets',
  'purchase',
);
const reference = fc
  .tuple(fc.constantFrom('S', 'P', 'INV-2026-', 'WH-OUT-', 'SO'), fc.integer({ min: 1, max: 99_999 }))
  .map(([letters, number]) => `${letters}${String(number).padStart(5, '0')}`);
const words = fc.array(label, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('-'));

const oldBackOffice = fc
  .tuple(
    fc.constantFrom('', '?debug=1', '?debug=assets', '?db=prod', '?'),
    fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 2 }),
    id,
    model,
    view,
    id,
    id,
    fc.constantFrom('1', '1-2', ''),
  )
  .map(([query, kept, recordId, modelName, viewType, action, menu, companies]) => {
    const parts = [
      `id=${recordId}`,
      `model=${modelName}`,
      `view_type=${viewType}`,
      `action=${action}`,
      `menu_id=${menu}`,
      `cids=${companies}`,
    ];
    return `/web${query}#${kept.map((index) => parts[index]).join('&')}`;
  });
const newBackOffice = fc
  .tuple(
    fc.array(
      fc.tuple(
        fc.oneof(
          section,
          id.map((number) => `action-${number}`),
          model.map((name) => `m-${name}`),
        ),
        fc.oneof(id, reference),
      ),
      { minLength: 1, maxLength: 3 },
    ),
    fc.constantFrom('', '', '?debug=1', '?debug=tests'),
  )
  .map(([steps, query]) => `/odoo/${steps.flat().join('/')}${query}`);
const forVisitors = fc.oneof(
  fc
    .tuple(fc.constantFrom('orders', 'invoices', 'tasks', 'tickets', 'quotes'), id)
    .map(([kind, number]) => `/my/${kind}/${number}`),
  fc
    .tuple(words, id, fc.constantFrom('', '?search=', '?page=2&order=name+asc', '#attr=12,48'))
    .map(([slug, number, rest]) => `/shop/${slug}-${number}${rest}`),
  fc.tuple(words, id).map(([slug, number]) => `/forum/${slug}/question-${number}`),
);
const path = fc.oneof(
  { weight: 3, arbitrary: oldBackOffice },
  { weight: 3, arbitrary: newBackOffice },
  { weight: 2, arbitrary: forVisitors },
);

/** Any address that Odoo 14 to 19 could have: hosts, ports, names and numbers at random. */
export const anyOdooAddress: fc.Arbitrary<PageAddress> = fc
  .record({ scheme: fc.constantFrom('http' as const, 'https' as const), host, port, path })
  .map(({ scheme, host: name, port: number, path: rest }) => ({
    // Browsers know that everything below this one is reached over TLS only.
    scheme: name.endsWith('.dev') ? 'https' : scheme,
    shown: `${name}${number}${rest}`,
  }));
