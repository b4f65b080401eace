import { type AgreementKind, agreementKindSchema } from '../billing/agreement';
import { type Escalation, type TicketState, type TimeCriticalCategory, timeCriticalCategorySchema } from './ticket';
import type { TicketResolution } from './ticket-fields';
import type { StageMeaning } from './ticket-status';

type NamesOf<Meaning extends string> = Readonly<Record<Meaning, readonly string[]>>;

/** What a customer's tag can be called. Case, spaces and punctuation do not matter. */
const AGREEMENT_TAGS: NamesOf<AgreementKind> = {
  'on-demand': ['On demand', 'On demand support', 'Löpande'],
  'support-pack': [
    'Support pack',
    'Support pack 25 h',
    'Support pack 100 h',
    'Supportpaket',
    'Klippkort',
    'Klippkort 25 h',
    'Klippkort 100 h',
  ],
  patch: ['Patch', 'Patch agreement', 'Patchavtal'],
  'maintenance-and-support': [
    'Maintenance and support',
    'Maintenance & support',
    'Maintenance and support agreement',
    'Underhåll och support',
    'Underhåll & support',
  ],
};

/** What a ticket's tag can be called. */
const TIME_CRITICAL_TAGS: NamesOf<TimeCriticalCategory> = {
  'system-down': ['System down', 'Systemet nere', 'System nere'],
  'customer-order': ['Order', 'Customer order', 'Kundorder'],
  'webshop-payment': ['Webshop', 'Webbshop', 'Payment gateway', 'Betalning'],
  'outgoing-shipping': ['Shipping', 'Frakt', 'Utleverans', 'Utleveranser'],
  'month-end-closing': ['Closing', 'Month-end closing', 'End of month closing', 'Bokslut', 'Månadsbokslut'],
  'point-of-sale': ['Point of sale', 'POS', 'Kassa'],
  invoicing: ['Invoicing', 'Fakturering'],
  'production-availability': [
    'Production down',
    'Production unavailable',
    'Produktion otillgänglig',
    'Produktion nere',
  ],
};

const ESCALATION_TAGS: NamesOf<Exclude<Escalation['kind'], 'none'>> = {
  accepted: ['Priority escalated', 'Eskalerad'],
  requested: ['Escalation requested', 'Eskalering begärd'],
};

/** Names of stages that say a ticket is closed, as {@link comparable} has them. */
const CLOSED_STAGE_NAMES = [
  'closed',
  'stängd',
  'stängt',
  'avslutad',
  'avslutat',
  'cancelled',
  'canceled',
  'avbruten',
  'avbrutet',
];

/** Parts of a stage's name that say the customer has to act. */
const WAITING_STAGE_WORDS = ['waiting', 'väntar', 'vantar'];

function comparable(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replace(/&/g, 'and')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

function hasAnyName(tagNames: readonly string[], names: readonly string[]): boolean {
  const wanted = new Set(names.map(comparable));
  return tagNames.some((tagName) => wanted.has(comparable(tagName)));
}

/** The agreements a customer's tags name, each once, in the order of the terms; tags that mean nothing here are passed over. */
export function agreementsOf(tagNames: readonly string[]): AgreementKind[] {
  return agreementKindSchema.options.filter((kind) => hasAnyName(tagNames, AGREEMENT_TAGS[kind]));
}

/** The time-critical category a ticket's tags name, the first in the order of the terms; null for none. */
export function timeCriticalCategoryOf(tagNames: readonly string[]): TimeCriticalCategory | null {
  return (
    timeCriticalCategorySchema.options.find((category) => hasAnyName(tagNames, TIME_CRITICAL_TAGS[category])) ?? null
  );
}

/** How far a ticket is escalated by its tags; accepted outdoes requested. Tags do not say since when. */
export function escalationKindOf(tagNames: readonly string[]): Escalation['kind'] {
  if (hasAnyName(tagNames, ESCALATION_TAGS.accepted)) return 'accepted';
  return hasAnyName(tagNames, ESCALATION_TAGS.requested) ? 'requested' : 'none';
}

/**
 * What a ticket's stage and end on the portal mean. That the portal counts it as canceled closes it; that it counts it as
 * done solves it, unless its stage closes it. Then a stage's name that says closed or waiting decides, and then that it is
 * folded, which Odoo uses for what is done with. `stageName` is null where the ticket has no stage.
 */
export function stageMeaningOf({
  stageName,
  isFolded,
  resolution,
  mapped = null,
}: {
  stageName: string | null;
  isFolded: boolean;
  resolution: TicketResolution;
  /** What a person said the stage means; null: nobody has. */
  mapped?: StageMeaning | null;
}): StageMeaning {
  const meaning = mapped ?? ownMeaningOf(stageName, isFolded);
  if (resolution === 'canceled' || meaning === 'closed') return 'closed';
  return resolution === 'done' ? 'solved' : meaning;
}

/** What a stage means when nobody has said anything. */
function ownMeaningOf(stageName: string | null, isFolded: boolean): StageMeaning {
  const comparableStage = comparable(stageName ?? '');
  if (CLOSED_STAGE_NAMES.includes(comparableStage)) return 'closed';
  if (WAITING_STAGE_WORDS.some((word) => comparableStage.includes(word))) return 'waiting-for-customer';
  return isFolded ? 'solved' : 'working';
}

/** Where a ticket with such a stage stands for the consultant: what is closed is out of the way as what is solved is. */
export function stateOfMeaning(meaning: StageMeaning): TicketState {
  return meaning === 'closed' ? 'solved' : meaning;
}
