import { addressOfReferences } from '@core/ticket/reference-address';
import { expect, it } from 'vitest';

it('leads to the list of such records in the customer’s Odoo', () => {
  expect(addressOfReferences('https://odoo.exempel.se/web#action=1', 'sales-order')).toBe(
    'https://odoo.exempel.se/odoo/sales',
  );
  expect(addressOfReferences('odoo.exempel.se:8069', 'invoice')).toBe(
    'https://odoo.exempel.se:8069/odoo/customer-invoices',
  );
});

it('leads nowhere where the address of the customer is none', () => {
  expect(addressOfReferences('', 'delivery')).toBeNull();
  expect(addressOfReferences('javascript:alert(1)', 'delivery')).toBeNull();
});
