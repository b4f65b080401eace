import { char, flag, hours, type ModelDefinition, one } from './models';

/** Orders of services, as an Odoo with sales of timesheets has them. */
export const SALES_MODELS: Readonly<Record<string, ModelDefinition>> = {
  'sale.order': {
    label: 'Sales Order',
    order: 'date_order desc, id desc',
    rights: 'read',
    fields: {
      name: char('Order Reference', true),
      partner_id: one('Customer', 'res.partner'),
      date_order: { type: 'datetime', label: 'Order Date' },
    },
  },
  'sale.order.line': {
    label: 'Sales Order Line',
    order: 'order_id, id',
    rights: 'read',
    fields: {
      name: char('Description', true),
      order_id: one('Order Reference', 'sale.order'),
      order_partner_id: one('Customer', 'res.partner'),
      state: char('Order Status'),
      is_service: flag('Is a Service'),
      product_uom_id: one('Unit', 'uom.uom'),
      product_uom_qty: hours('Quantity'),
      qty_delivered: hours('Delivery Quantity'),
      remaining_hours: hours('Time Remaining on SO', true),
      remaining_hours_available: flag('Remaining Hours Available'),
    },
  },
  'uom.uom': {
    label: 'Product Unit of Measure',
    order: 'id',
    rights: 'read',
    fields: {
      name: char('Unit Name', true),
      factor: hours('Absolute Quantity', true),
      relative_factor: hours('Contains'),
    },
  },
};
