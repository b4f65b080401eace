import { cleanAddress, isAddressCut, parseOdooAddress, parseWebAddress } from '@core/ticket/odoo-address';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

describe('the record an address names', () => {
  it.each([
    ['https://erp.example/odoo/sales/42', { model: 'sale.order', id: 42 }],
    ['https://erp.example/odoo/action-123/42', { model: null, id: 42 }],
    ['https://erp.example/odoo/action-sale.action_orders/42', { model: null, id: 42 }],
    ['https://erp.example/odoo/project/5/tasks/17', { model: 'project.task', id: 17 }],
    ['https://erp.example/odoo/project/5/tasks', { model: 'project.project', id: 5 }],
    ['https://erp.example/odoo/res.partner/7', { model: 'res.partner', id: 7 }],
    ['https://erp.example/odoo/m-todo/7', { model: 'todo', id: 7 }],
    ['https://erp.example/odoo/something-own/7?debug=1', { model: null, id: 7 }],
    ['https://erp.example/odoo/action-5/7/sales/9/', { model: 'sale.order', id: 9 }],
    ['https://erp.example/web#id=42&model=sale.order&view_type=form', { model: 'sale.order', id: 42, view: 'form' }],
    ['https://erp.example/web?debug=assets#cids=1&id=7&action=3', { model: null, id: 7 }],
    ['https://erp.example/my/tickets/42', { model: 'helpdesk.ticket', id: 42 }],
    ['https://erp.example/my/tasks/42?access_token=abc', { model: 'project.task', id: 42 }],
    ['https://erp.example/sv/my/orders/42', { model: 'sale.order', id: 42 }],
    ['erp.example/odoo/sales/42', { model: 'sale.order', id: 42 }],
    ['localhost:8069/odoo/sales/42', { model: 'sale.order', id: 42 }],
    ['http://erp/odoo/sales/42', { model: 'sale.order', id: 42 }],
    ['  HTTPS://ERP.EXAMPLE/odoo/sales/42 ', { model: 'sale.order', id: 42 }],
  ])('%s', (address, record) => {
    expect(parseOdooAddress(address)).toEqual(record);
  });

  it.each([
    'https://erp.example/odoo/sales',
    'https://erp.example/odoo/sales/new',
    'https://erp.example/odoo/sales/0',
    'https://erp.example/odoo/sales/-1',
    'https://erp.example/odoo/sales/1e3',
    'https://erp.example/odoo/sales/99999999999999999999',
    'https://erp.example/odoo/42',
    'https://erp.example/odoo/sales/4%32',
    'https://erp.example/web#model=sale.order',
    'https://erp.example/web/image/res.partner/7',
    'https://erp.example/shop/42',
    'https://erp.example/my/secrets/42',
    'https://erp.example',
    'javascript:alert(1)//odoo/sales/42',
    'file:///odoo/sales/42',
    '//erp.example/odoo/sales/42',
    'odoo/sales/42',
    'S00042',
    '',
  ])('is none in %j', (address) => {
    expect(parseOdooAddress(address)).toBeNull();
  });

  it('lets no text through that is no model and no view', () => {
    expect(parseOdooAddress("https://erp.example/web#id=1&model=x';DROP TABLE a&view_type=<script>")).toBeNull();
    expect(parseOdooAddress("https://erp.example/web#id=1&model=x';--.y&view_type=<script>")).toEqual({
      model: null,
      id: 1,
    });
  });

  it('is a safe id and a plain model for whatever is typed', () => {
    const pieces = fc.constantFrom(
      'https://',
      'a.b',
      '/odoo',
      '/web',
      '/my',
      '/tasks',
      '/42',
      '#id=7',
      '&model=',
      'é',
      '%',
      "'",
      '..',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(pieces).map((parts) => parts.join('')),
        ),
        (text) => {
          const record = parseOdooAddress(text);
          if (record === null) return;
          expect(Number.isSafeInteger(record.id) && record.id > 0).toBe(true);
          expect(record.model ?? '').toMatch(/^[a-z\d_.]*$/);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});

describe('a web address', () => {
  it('is read in parts, undecoded', () => {
    expect(parseWebAddress('https://Erp.Example:8069/a%20b?c=d&e#f?g')).toEqual({
      scheme: 'https',
      host: 'erp.example',
      port: 8069,
      path: '/a%20b',
      query: 'c=d&e',
      fragment: 'f?g',
    });
  });

  it('may lack its scheme, as browsers show it, if its host looks like one', () => {
    expect(parseWebAddress('erp.example/odoo')).toMatchObject({ scheme: null, host: 'erp.example' });
    expect(parseWebAddress('localhost')).toMatchObject({ scheme: null, host: 'localhost' });
    expect(parseWebAddress('[::1]:8069/odoo')).toMatchObject({ host: '[::1]', port: 8069 });
    expect(parseWebAddress('räksmörgås.example')).toMatchObject({ host: 'räksmörgås.example' });
    expect(parseWebAddress('intranet/odoo')).toBeNull();
  });

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'mailto:anna@exempel.example',
    'ftp://erp.example/x',
    'vbscript:x.y',
    'https://user:secret@erp.example/',
    'https://erp.example\\@evil.example/',
    'https://erp.example/a b',
    'https://erp.example/\\evil.example',
    'https://',
    'https:///x',
    'https://erp.example:99999/',
    `https://erp.example/${'a'.repeat(2000)}`,
  ])('is not %j', (text) => {
    expect(parseWebAddress(text)).toBeNull();
  });
});

describe('cleaning an address', () => {
  it.each([
    ['https://erp.example/my/orders/42?access_token=abc', 'https://erp.example/my/orders/42'],
    ['https://erp.example/my/orders/42?a=1&access_token=abc&b=2', 'https://erp.example/my/orders/42?a=1&b=2'],
    ['https://erp.example/x?token=1&signature=2&api_key=3&password=4&session_id=5', 'https://erp.example/x'],
    ['https://erp.example/x?Access-Token=1&API%5FKEY=2&PassWord=3', 'https://erp.example/x'],
    ['https://erp.example/x?a=1;token=2;b=3', 'https://erp.example/x?a=1&b=3'],
    ['https://erp.example/x?email=anna@exempel.example&page=2', 'https://erp.example/x?page=2'],
    ['https://erp.example/x?to=anna%40exempel.example', 'https://erp.example/x'],
    ['https://erp.example/x?to=anna%2540exempel.example', 'https://erp.example/x'],
    ['https://erp.example/x?redirect=%2Fweb%3Faccess_token%3Dabc&a=1', 'https://erp.example/x?a=1'],
    ['https://erp.example/x?t=eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.x', 'https://erp.example/x'],
    ['https://erp.example/web#id=42&model=sale.order&token=1', 'https://erp.example/web#id=42&model=sale.order'],
    ['https://erp.example/web#/reset?token=1', 'https://erp.example/web'],
    ['https://erp.example/web#access_token=1', 'https://erp.example/web'],
    ['https://anna:hemligt@erp.example/odoo', 'https://erp.example/odoo'],
    ['HTTPS://Erp.Example/Odoo/Sales/42', 'https://erp.example/Odoo/Sales/42'],
    ['Erp.Example/odoo/sales/42', 'erp.example/odoo/sales/42'],
    ['  https://erp.example/odoo\u202E\u0007 ', 'https://erp.example/odoo'],
    ['https://erp.example/odoo?', 'https://erp.example/odoo'],
    ['', ''],
  ])('makes %j %j', (address, clean) => {
    expect(cleanAddress(address)).toBe(clean);
  });

  it('keeps what names the record', () => {
    for (const address of [
      'https://erp.example/odoo/project/5/tasks/17?view_type=kanban',
      'https://erp.example/web?debug=1#id=42&model=sale.order&view_type=form&cids=1&menu_id=178&action=302',
    ]) {
      expect(cleanAddress(address)).toBe(address);
    }
  });

  it('leaves no secret behind, wherever in query or fragment it stands, and cleaning twice changes nothing', () => {
    const name = fc.constantFrom(
      'access_token',
      'token',
      'signature',
      'api_key',
      'password',
      'session_id',
      'Token',
      'api%5Fkey',
    );
    const plain = fc.constantFrom('a=1', 'b', 'id=42', 'model=sale.order', '%', '%zz=1');
    const parts = fc.array(
      fc.oneof(
        plain,
        name.map((secret) => `${secret}=HEMLIGT`),
      ),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(parts, parts, fc.constantFrom('&', ';'), (query, fragment, sign) => {
        const address = `https://erp.example/odoo?${query.join(sign)}#${fragment.join(sign)}`;
        const clean = cleanAddress(address);
        expect(clean).not.toContain('HEMLIGT');
        expect(cleanAddress(clean)).toBe(clean);
      }),
    );
    expect(cleanAddress('@ A')).toBe('a');
    expect(cleanAddress('@http://@')).toBe('http://');
    const pieces = fc.constantFrom('@', ' ', 'A', '/', ':', '?', '#', '&', '=', 'http://', 'HTTPS://', '%', 'token=');
    const addressLike = fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.oneof(fc.string(), addressLike), (text) => {
        expect(cleanAddress(cleanAddress(text))).toBe(cleanAddress(text));
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('whether something is cut from an address', () => {
  it.each([
    ['https://erp.example/my/orders/42?access_token=abc', true],
    ['https://erp.example/x?to=anna%40exempel.example', true],
    ['https://anna:hemligt@erp.example/odoo', true],
    ['https://erp.example/web#access_token=1', true],
    ['  HTTPS://Erp.Example/Odoo?&a=1;b=2# ', false],
    ['https://erp.example/odoo/sales/42', false],
    ['', false],
  ])('%j: %s', (address, isCut) => {
    expect(isAddressCut(address)).toBe(isCut);
  });
});
