import { describe, expect, it } from 'vitest';
import { checkPortalAddress } from '../../src/main/portal/odoo/address';

describe('the address of a portal', () => {
  it.each([
    ['https://portal.furulund.example', 'https://portal.furulund.example/'],
    ['  portal.furulund.example ', 'https://portal.furulund.example/'],
    ['portal.furulund.example:8443', 'https://portal.furulund.example:8443/'],
    ['https://portal.furulund.example/odoo/project/5?debug=1#x', 'https://portal.furulund.example/'],
    ['http://localhost:8069', 'http://localhost:8069/'],
    ['http://127.0.0.1:8069/web', 'http://127.0.0.1:8069/'],
    ['http://[::1]:8069', 'http://[::1]:8069/'],
    ['HTTPS://Portal.Furulund.Example', 'https://portal.furulund.example/'],
  ])('takes %j as %s', (text, href) => {
    const checked = checkPortalAddress(text);
    expect(checked.ok && checked.value.href).toBe(href);
  });

  it.each([
    'http://portal.furulund.example',
    'http://127.0.0.1.evil.example',
    'http://localhost.evil.example',
    'http://10.0.0.5:8069',
  ])('asks for encryption at %j', (text) => {
    expect(checkPortalAddress(text)).toEqual({ ok: false, failure: 'address-not-encrypted' });
  });

  it.each([
    '',
    '   ',
    'https://',
    'ftp://portal.furulund.example',
    'file:///etc/passwd',
    'javascript://x',
    'https://maja:secret@portal.furulund.example',
    'http://localhost@evil.example',
    'not an address',
  ])('refuses %j', (text) => {
    expect(checkPortalAddress(text)).toEqual({ ok: false, failure: 'address-invalid' });
  });
});
