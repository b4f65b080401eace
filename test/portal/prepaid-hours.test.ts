import { describe, expect, it } from 'vitest';
import { odooErrorFault } from '../support/fault';
import { setUpFaultyPortal } from '../support/faulty-portal';
import { expectFailure, expectValue } from '../support/portal-bench';

const faulty = setUpFaultyPortal();

const FIELDS = { path: '/sale.order.line/fields_get' };
const LINES = { path: '/sale.order.line/search_read' };
const ANY_CUSTOMERS = Array.from({ length: 50 }, (_, index) => index + 1);

describe('whether prepaid hours can be read', () => {
  it('is no on an Odoo without sales, or with sales that are not counted in time', async () => {
    faulty.proxy.inject(odooErrorFault(404, 'werkzeug.exceptions.NotFound', 'the model does not exist'), FIELDS);
    expect(expectValue(await faulty.portal.askForPrepaidHours())).toBe('not-sold');
    const body = JSON.stringify({ order_id: { type: 'many2one' }, product_uom_qty: { type: 'float' } });
    faulty.proxy.inject({ kind: 'answer', status: 200, body }, FIELDS);
    expect(expectValue(await faulty.portal.askForPrepaidHours())).toBe('not-sold');
  });

  it('is no for a user who may not see orders', async () => {
    const refused = odooErrorFault(403, 'odoo.exceptions.AccessError', 'You are not allowed to access this');
    faulty.proxy.inject(refused, { path: '/sale.order.line/search' });
    expect(expectValue(await faulty.portal.askForPrepaidHours())).toBe('not-shown');
  });

  it('is asked again each time, because a server can be given sales', async () => {
    faulty.proxy.inject({ kind: 'answer', status: 200, body: '{}' }, FIELDS);
    expect(expectValue(await faulty.portal.askForPrepaidHours())).toBe('not-sold');
    expect(expectValue(await faulty.portal.askForPrepaidHours())).toBe('readable');
  });

  it('is not known without an answer', async () => {
    faulty.proxy.inject({ kind: 'lose-answer' }, FIELDS);
    expect(expectFailure(await faulty.portal.askForPrepaidHours()).kind).toBe('unreachable');
  });
});

describe('prepaid hours', () => {
  const line = {
    id: 1,
    order_id: [1, 'S00017'],
    order_partner_id: [1, 'Kund'],
    product_uom_id: [1, 'Hours'],
    product_uom_qty: 25,
    remaining_hours: 10,
    remaining_hours_available: true,
  };
  const answering = (lines: readonly unknown[]) =>
    faulty.proxy.inject({ kind: 'answer', status: 200, body: JSON.stringify(lines) }, LINES);

  it('are none where nothing of a customer is counted in time, or was taken back', async () => {
    answering([{ ...line, remaining_hours_available: false }]);
    expect(expectValue(await faulty.portal.readPrepaidHours(ANY_CUSTOMERS))).toEqual([]);
    answering([{ ...line, product_uom_qty: -25 }]);
    expect(expectValue(await faulty.portal.readPrepaidHours(ANY_CUSTOMERS))).toEqual([]);
  });

  it('can be overdrawn on the portal, and never have more left than was ordered', async () => {
    answering([
      { ...line, remaining_hours: -2.5 },
      { ...line, id: 2, remaining_hours: 30 },
    ]);
    const prepaid = expectValue(await faulty.portal.readPrepaidHours(ANY_CUSTOMERS));
    expect(prepaid.map(({ remainingMinutes }) => remainingMinutes)).toEqual([-150, 1500]);
  });

  it('are read in hours also from servers before 19, whose factors are the other way round', async () => {
    const { product_uom_id: _unit, ...older } = line;
    const fields = { product_uom: { type: 'many2one' } };
    faulty.proxy.inject({ kind: 'answer', status: 200, body: JSON.stringify(fields) }, FIELDS);
    answering([{ ...older, product_uom: [2, 'Days'], product_uom_qty: 3, remaining_hours: 20 }]);
    const factor = { kind: 'answer', status: 200, body: '{"factor":{"type":"float"}}' } as const;
    faulty.proxy.inject(factor, { path: '/uom.uom/fields_get' });
    const units = [
      { id: 1, factor: 8 },
      { id: 2, factor: 1 },
    ];
    faulty.proxy.inject({ kind: 'answer', status: 200, body: JSON.stringify(units) }, { path: '/uom.uom/search_read' });
    const [prepaid] = expectValue(await faulty.portal.readPrepaidHours(ANY_CUSTOMERS));
    expect(prepaid).toMatchObject({ prepaidMinutes: 1440, remainingMinutes: 1200 });
  });

  it('stop at a server that answers the same again and again', async () => {
    answering(Array.from({ length: 500 }, (_, index) => ({ ...line, id: index + 1 })));
    answering([line]);
    expect(expectFailure(await faulty.portal.readPrepaidHours(ANY_CUSTOMERS)).kind).toBe('not-a-portal');
  });
});
