import { z } from 'zod';
import { type AgreementKind, agreementKindSchema } from '../billing/agreement';
import { agreementsOf } from './portal-mapping';
import { type StageMeaning, stageMeaningSchema } from './ticket-status';

/**
 * Where an Odoo keeps its tickets: as tasks of projects (every Odoo with Project), in the helpdesk of the Odoo Community
 * Association, or in that of Odoo Enterprise. Source: SYNC, "Speaking to Odoo".
 */
export const ticketProfileKindSchema = z.enum(['project-tasks', 'oca-helpdesk', 'enterprise-helpdesk']);
export type TicketProfileKind = z.infer<typeof ticketProfileKindSchema>;

/** A kind of tickets that a server has. */
export interface OfferedProfile {
  readonly kind: TicketProfileKind;
  /** Whether time can be recorded on them: that can take an add-on. */
  readonly takesTime: boolean;
}

/** What of a portal maps to what here. */
export const ticketMappingSchema = z
  .object({
    profile: ticketProfileKindSchema,
    /** The projects or teams whose tickets are followed; none: all of them. */
    groupRemoteIds: z.array(z.int().positive()).readonly(),
    /** Whether tickets that nobody has are brought too. */
    bringsUnassigned: z.boolean(),
    /** The project for time on tickets for which the portal names none. */
    timesheetProjectRemoteId: z.int().positive().nullable(),
    /** What stages mean, by their ids; a stage that is not in it means what its name and its fold say. */
    stageStates: z.record(z.string().regex(/^[1-9]\d*$/), stageMeaningSchema),
    /** The customers' tags that mean an agreement, by their ids; one that is not in it is meant by the tags with its names. */
    agreementTagRemoteIds: z.partialRecord(agreementKindSchema, z.array(z.int().positive()).readonly()).default({}),
    /** Whether the portal is pointed at for prepaid hours. */
    readsPrepaidHours: z.boolean().default(false),
  })
  .readonly();
export type TicketMapping = z.infer<typeof ticketMappingSchema>;

/** What works on an Odoo that nobody has told anything about. */
export const DEFAULT_MAPPING: TicketMapping = {
  profile: 'project-tasks',
  groupRemoteIds: [],
  bringsUnassigned: false,
  timesheetProjectRemoteId: null,
  stageStates: {},
  agreementTagRemoteIds: {},
  readsPrepaidHours: false,
};

/** What a person said a stage means; null where nobody has. */
export function mappedMeaning({ stageStates }: TicketMapping, stageRemoteId: number | null): StageMeaning | null {
  return stageRemoteId === null ? null : (stageStates[String(stageRemoteId)] ?? null);
}

/** A tag of a customer. */
interface CustomerTag {
  readonly remoteId: number;
  readonly name: string;
}

/**
 * The agreements that a customer's tags mean, each once, in the order of the terms: by the tags that a person chose for an
 * agreement, else by the tags with its names.
 */
export function agreementsOfTags(
  tags: readonly CustomerTag[],
  { agreementTagRemoteIds }: Pick<TicketMapping, 'agreementTagRemoteIds'>,
): AgreementKind[] {
  const byName = agreementsOf(tags.map(({ name }) => name));
  return agreementKindSchema.options.filter((kind) => {
    const chosen = agreementTagRemoteIds[kind];
    return chosen === undefined ? byName.includes(kind) : tags.some(({ remoteId }) => chosen.includes(remoteId));
  });
}
