import { correctByGrammar, isBeginningOfHost, isShownAddress } from '@core/capture/address-grammar';
import { describe, expect, it } from 'vitest';

describe('the grammar of addresses', () => {
  it.each([
    // Read, and what it can only be.
    ['erp.kund.se:8O69/web', 'erp.kund.se:8069/web'],
    ['erp.kund.se:1001d/odoo', 'erp.kund.se:10014/odoo'],
    ['I92.168.l0.24/web', '192.168.10.24/web'],
    ['erp.Kund.se/web', 'erp.kund.se/web'],
    ['erp.kund.se/web?redirect=%2Fodoo%O0', 'erp.kund.se/web?redirect=%2Fodoo%00'],
  ])('leaves no choice in %s', (read, address) => {
    expect(correctByGrammar(read)).toBe(address);
  });

  it.each(['erp.kund.se/odoo/SO5012', 'erp.kund.se/web#id=I2&model=x_studio_Ob', 'kund.se/odoo/S00042?debug=1'])(
    'changes nothing after the host in %s',
    (read) => {
      expect(correctByGrammar(read)).toBe(read);
    },
  );

  it('knows what a browser can show in its bar', () => {
    for (const address of [
      'erp.kund.se',
      'localhost:8069/web',
      '10.0.0.254/odoo',
      'https://a.example/my/orders?x=%2F',
    ]) {
      expect(isShownAddress(address)).toBe(true);
    }
    for (const other of ['erp', '10.0.0.256/web', 'a.example/ö', 'a.example/%2', 'a.example:99999/', 'S00042 - Odoo']) {
      expect(isShownAddress(other)).toBe(false);
    }
  });

  it('takes two labels for the beginning of a host, and one for none', () => {
    expect(isBeginningOfHost('odoo14.local')).toBe(true);
    expect(isBeginningOfHost('odoo14.')).toBe(false);
    expect(isBeginningOfHost('odoo14')).toBe(false);
  });
});
