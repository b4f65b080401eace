import { z } from 'zod';
import { callPortal, type PortalBench } from './portal-bench';

const created = z.tuple([z.int()]);
const done = z.literal(true);

/**
 * The office invoices the time on a ticket, as the module `sale_timesheet` has it done: by an order with an hourly
 * service, and an invoice of what was delivered on it. Odoo then names the invoice on each line.
 */
export async function invoiceTime(
  odoo: PortalBench & { readonly adminApiKey: string },
  ticketRemoteId: number,
): Promise<void> {
  const asAdmin = <Schema extends z.ZodType>(
    model: string,
    method: string,
    named: Record<string, unknown>,
    answer: Schema,
  ) => callPortal(odoo, odoo.adminApiKey, model, method, named, answer);
  const create = async (model: string, vals: Record<string, unknown>, context = {}) =>
    (await asAdmin(model, 'create', { vals_list: [vals], context }, created))[0];

  const hour = { type: 'service', service_type: 'timesheet', invoice_policy: 'delivery', list_price: 1_000 };
  const productId = await create('product.product', { name: 'Konsulttimme', ...hour });
  const [customerId] = await asAdmin(
    'res.partner',
    'search',
    { domain: [['is_company', '=', true]], limit: 1 },
    created,
  );
  const orderLine = { product_id: productId, product_uom_qty: 10 };
  const orderId = await create('sale.order', { partner_id: customerId, order_line: [[0, 0, orderLine]] });
  await asAdmin('sale.order', 'action_confirm', { ids: [orderId] }, done);
  const [orderLineId] = await asAdmin('sale.order.line', 'search', { domain: [['order_id', '=', orderId]] }, created);
  const [task] = await asAdmin(
    'project.task',
    'read',
    { ids: [ticketRemoteId], fields: ['project_id'] },
    z.tuple([z.object({ project_id: z.tuple([z.int(), z.string()]) })]),
  );
  await asAdmin('project.project', 'write', { ids: [task.project_id[0]], vals: { allow_billable: true } }, done);
  await asAdmin('project.task', 'write', { ids: [ticketRemoteId], vals: { sale_line_id: orderLineId } }, done);
  const context = { active_model: 'sale.order', active_id: orderId, active_ids: [orderId] };
  const wanted = { advance_payment_method: 'delivered', sale_order_ids: [[6, 0, [orderId]]] };
  const wizardId = await create('sale.advance.payment.inv', wanted, context);
  await asAdmin('sale.advance.payment.inv', 'create_invoices', { ids: [wizardId], context }, z.looseObject({}));
}
