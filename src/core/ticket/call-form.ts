import { z } from 'zod';
import { customerIdSchema } from '../ids';
import { cleanAddress, parseOdooAddress } from './odoo-address';
import { recogniseReferences } from './references';
import { preferredContactSchema } from './ticket-details';
import { escalationCallSchema } from './ticket-event';

const shortText = z.string().max(200).default('');
const longText = z.string().max(20_000).default('');

/**
 * What is written down during a call, in the order of a call. Everything can be empty while somebody still speaks; only a
 * title, and where it is put, are needed to register. Source: 000, "Help us help you faster" and "Escalate an urgent issue".
 */
export const callFormSchema = z.object({
  customerId: customerIdSchema.nullable().default(null),
  contactName: shortText,
  contactTelephone: shortText,
  contactEmail: shortText,
  preferredContact: preferredContactSchema.default(null),
  title: z.string().max(500).default(''),
  description: longText,
  /** Numbers, names of records and addresses, as they were typed. */
  where: z.string().max(4000).default(''),
  done: longText,
  happened: longText,
  expected: longText,
  /** The tag of a time-critical category; null: it is none, or the portal has no tag for it. */
  timeCriticalTagRemoteId: z.int().nullable().default(null),
  escalation: z.enum(['none', 'requested', 'accepted', 'declined']).default('none'),
  /** What the escalation is about, and why it was decided as it was. */
  escalationReason: escalationCallSchema.shape.about.or(z.literal('')).default(''),
  userDetails: escalationCallSchema.shape.userDetails.default(''),
  groupRemoteId: z.int().nullable().default(null),
  tagRemoteIds: z.array(z.int()).default([]),
  /** Whether the time of the call is recorded on the ticket, and its timer goes on. */
  startsTimer: z.boolean().default(true),
});
export type CallForm = z.infer<typeof callFormSchema>;

/** In which nothing has been written. */
export const EMPTY_CALL_FORM: CallForm = callFormSchema.parse({});

/** One place in Odoo that was named: a number, a record's address, or a name nobody can check. */
export interface NamedPlace {
  readonly kind: 'transaction' | 'address' | 'name';
  readonly text: string;
}

/** Longer ones are no name of a record. */
const LONGEST_REFERENCE = 500;

/**
 * The places in Odoo that a text names, each once, in the order they were typed. Commas, semicolons and new lines part
 * them; transaction references and addresses are found among other words too, and the other words then name no place.
 */
export function readPlaces(text: string): NamedPlace[] {
  const places = text.split(/[\n;,]/u).flatMap((part): NamedPlace[] => {
    const words = part.trim();
    const addresses = words
      .split(/\s+/u)
      .filter((word) => /^https?:\/\//iu.test(word) && parseOdooAddress(cleanAddress(word)) !== null)
      .map((word) => ({ kind: 'address', text: cleanAddress(word) }) as const);
    const withoutAddresses = words.replace(/https?:\/\/\S+/giu, ' ');
    const transactions = recogniseReferences(withoutAddresses).map(
      ({ text: reference }) => ({ kind: 'transaction', text: reference }) as const,
    );
    const found = [...addresses, ...transactions];
    return found.length > 0 || words === '' ? found : [{ kind: 'name', text: words }];
  });
  return places.filter(
    (place, index) =>
      place.text.length <= LONGEST_REFERENCE && places.findIndex(({ text: other }) => other === place.text) === index,
  );
}
