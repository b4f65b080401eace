import { inGroups } from '@core/groups';
import { fail, succeed } from '@core/outcome';
import { z } from 'zod';
import type { Portal, PortalPrepaidHours, PortalResult } from '../portal';
import type { OdooTransport } from './odoo-transport';
import { createFieldQuestion } from './present-fields';
import { readById } from './read-by-id';
import { customerOfContactSchema, orderLineSchema, orderSchema, referenceSchema, unitSchema } from './schemas';

const LINE = 'sale.order.line';
/** `remaining_hours` comes with sales of timesheets, the others with sales. */
const NEEDED_FIELDS = [
  'order_id',
  'order_partner_id',
  'product_uom_qty',
  'remaining_hours',
  'remaining_hours_available',
] as const;
/** The second is its name before 19. */
const UNIT_FIELDS = ['product_uom_id', 'product_uom'] as const;
/** Before 17 an order that nobody may change any more was `done`. */
const CONFIRMED = ['sale', 'done'];
const CUSTOMERS_AT_ONCE = 200;
const LINES_AT_ONCE = 500;
const MINUTES_PER_HOUR = 60;

type OrderLine = z.output<typeof orderLineSchema>;

/**
 * Reads prepaid hours: lines of confirmed orders of services that are paid in advance and counted in time. Which product
 * that is cannot be searched for, so the server is asked for all lines of services and says of each what remains.
 */
export function createPrepaidHours(transport: OdooTransport): Pick<Portal, 'askForPrepaidHours' | 'readPrepaidHours'> {
  const readUnitFields = createFieldQuestion(transport, LINE, UNIT_FIELDS);

  async function readLines(customerRemoteIds: readonly number[]): Promise<PortalResult<readonly OrderLine[]>> {
    const unitFields = await readUnitFields();
    if (!unitFields.ok) return unitFields;
    const lines: OrderLine[] = [];
    let last = 0;
    for (;;) {
      const found = await transport.call({
        model: LINE,
        method: 'search_read',
        arguments: {
          domain: [
            ['order_partner_id.commercial_partner_id', 'in', customerRemoteIds],
            ['state', 'in', CONFIRMED],
            ['is_service', '=', true],
            ['id', '>', last],
          ],
          fields: [...NEEDED_FIELDS, ...unitFields.value],
          order: 'id asc',
          limit: LINES_AT_ONCE,
        },
        answer: z.array(orderLineSchema),
      });
      if (!found.ok) return found;
      const reached = found.value.at(-1)?.id ?? last;
      // Otherwise a server that always answers the same would be asked for ever.
      if (found.value.length > 0 && reached <= last)
        return fail({ kind: 'not-a-portal', message: 'The server answered the same records again.' });
      lines.push(...found.value.filter((line) => line.remaining_hours_available));
      last = reached;
      if (found.value.length < LINES_AT_ONCE) return succeed(lines);
    }
  }

  /** The hours in one of each unit; a unit that cannot be read is not in it. */
  async function readHoursOfUnits(unitIds: readonly number[]): Promise<PortalResult<ReadonlyMap<number, number>>> {
    const hour = await transport.call({
      model: 'ir.model.data',
      method: 'check_object_reference',
      arguments: { module: 'uom', xml_id: 'product_uom_hour' },
      answer: referenceSchema,
    });
    if (!hour.ok) return hour;
    const [, hourId] = hour.value;
    if (hourId === false) return succeed(new Map());
    const readFactors = createFieldQuestion(transport, 'uom.uom', ['factor', 'relative_factor']);
    const fields = await readFactors();
    if (!fields.ok) return fields;
    const units = await readById(transport, 'uom.uom', [...unitIds, hourId], fields.value, unitSchema);
    if (!units.ok) return units;
    const hourFactor = units.value.get(hourId)?.factor;
    if (hourFactor === undefined) return succeed(new Map());
    // A factor says how many of a smaller unit are in one; before 19, how many of the unit are in one of reference.
    const isOfTheUnit = fields.value.includes('relative_factor');
    return succeed(
      new Map(
        [...units.value].map(([id, { factor }]) => [id, isOfTheUnit ? factor / hourFactor : hourFactor / factor]),
      ),
    );
  }

  return {
    async askForPrepaidHours() {
      const fields = await createFieldQuestion(transport, LINE, NEEDED_FIELDS)();
      if (!fields.ok) return fields.failure.kind === 'refused' ? succeed('not-sold') : fields;
      if (fields.value.length < NEEDED_FIELDS.length) return succeed('not-sold');
      const seen = await transport.call({
        model: LINE,
        method: 'search',
        arguments: { domain: [], limit: 1 },
        answer: z.array(z.int()),
      });
      if (seen.ok) return succeed('readable');
      return seen.failure.kind === 'refused' ? succeed('not-shown') : seen;
    },

    async readPrepaidHours(customerRemoteIds) {
      const lines: OrderLine[] = [];
      for (const group of inGroups(customerRemoteIds, CUSTOMERS_AT_ONCE)) {
        const read = await readLines(group);
        if (!read.ok) return read;
        lines.push(...read.value);
      }
      if (lines.length === 0) return succeed([]);
      const [contacts, orders, hoursOfUnits] = await Promise.all([
        readById(
          transport,
          'res.partner',
          lines.flatMap(({ order_partner_id: contact }) => contact?.remoteId ?? []),
          ['commercial_partner_id'],
          customerOfContactSchema,
        ),
        readById(
          transport,
          'sale.order',
          lines.flatMap(({ order_id: order }) => order?.remoteId ?? []),
          ['name', 'date_order'],
          orderSchema,
        ),
        readHoursOfUnits(lines.flatMap((line) => unitOf(line) ?? [])),
      ]);
      if (!contacts.ok) return contacts;
      if (!orders.ok) return orders;
      if (!hoursOfUnits.ok) return hoursOfUnits;
      const prepaid = lines.flatMap((line): PortalPrepaidHours[] => {
        const contact = contacts.value.get(line.order_partner_id?.remoteId ?? 0);
        const order = orders.value.get(line.order_id?.remoteId ?? 0);
        const hoursOfUnit = hoursOfUnits.value.get(unitOf(line) ?? 0);
        if (contact === undefined || order === undefined || hoursOfUnit === undefined) return [];
        const prepaidMinutes = Math.round(line.product_uom_qty * hoursOfUnit * MINUTES_PER_HOUR);
        if (prepaidMinutes <= 0) return [];
        return [
          {
            remoteId: line.id,
            customerRemoteId: contact.commercial_partner_id?.remoteId ?? contact.id,
            orderName: order.name ?? '',
            orderedAt: order.date_order,
            prepaidMinutes,
            remainingMinutes: Math.min(prepaidMinutes, Math.round(line.remaining_hours * MINUTES_PER_HOUR)),
          },
        ];
      });
      return succeed(prepaid.toSorted((a, b) => a.remoteId - b.remoteId));
    },
  };
}

function unitOf({ product_uom_id, product_uom }: OrderLine): number | undefined {
  return (product_uom_id ?? product_uom)?.remoteId;
}
