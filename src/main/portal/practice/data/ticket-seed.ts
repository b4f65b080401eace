import type { CustomerKey } from './customers';
import type { FileSeed } from './files';
import type { ConsultantKey } from './people';

/** The stages in their order; the last one is folded. */
export const STAGES = ['Ny', 'Pågår', 'Väntar på kund', 'Löst'] as const;

export const TICKET_TAGS = [
  'Priority escalated',
  'Escalation requested',
  'System down',
  'Order',
  'Webshop',
  'Shipping',
  'Closing',
  'Point of sale',
  'Invoicing',
  'Production down',
] as const;

/** Time before now in working minutes, so that an hour ago on a Monday morning is on Friday. */
type WorkingMinutesAgo = number;
/** One working day of the service hours. */
export const WORKING_DAY = 660;

export interface MessageSeed {
  readonly ago: WorkingMinutesAgo;
  /** The customer's contact, or one of us. */
  readonly from: 'customer' | ConsultantKey;
  readonly isNote?: boolean;
  readonly html: string;
  readonly files?: readonly FileSeed[];
}

export interface LineSeed {
  readonly ago: WorkingMinutesAgo;
  readonly by: ConsultantKey;
  readonly minutes: number;
  readonly text: string;
}

export interface TicketSeed {
  readonly title: string;
  readonly customer: CustomerKey;
  readonly stage: (typeof STAGES)[number];
  readonly tags?: readonly (typeof TICKET_TAGS)[number][];
  readonly ago: WorkingMinutesAgo;
  readonly html: string;
  readonly alsoAssigned?: readonly ConsultantKey[];
  readonly messages?: readonly MessageSeed[];
  readonly lines?: readonly LineSeed[];
}
