import { agreementKindSchema } from '@core/billing/agreement';
import { prepaidHoursAnswerSchema } from '@core/billing/prepaid-hours';
import { ticketMappingSchema } from '@core/ticket/ticket-mapping';
import { stageMeaningSchema } from '@core/ticket/ticket-status';
import { z } from 'zod';
import { nothing, request } from './request';

const namedSchema = z.object({ remoteId: z.int(), name: z.string() });
/** The kind of tickets is chosen when the portal is connected. */
const choicesSchema = ticketMappingSchema.unwrap().omit({ profile: true });

export const mappingViewSchema = z.object({
  mapping: ticketMappingSchema,
  /** Projects or teams. */
  groups: z.array(namedSchema).readonly(),
  projects: z.array(namedSchema).readonly(),
  /** What customers can be tagged with; `ownAgreements` is what a tag means when nobody has said anything. */
  customerTags: z.array(namedSchema.extend({ ownAgreements: z.array(agreementKindSchema) })).readonly(),
  /** Whether the portal tells of prepaid hours; null: the first sync is still to be made. */
  prepaidHours: prepaidHoursAnswerSchema.nullable(),
  /** `own` is what a stage means when nobody has said anything. */
  stages: z.array(namedSchema.extend({ own: stageMeaningSchema, state: stageMeaningSchema })).readonly(),
});
export type MappingView = z.infer<typeof mappingViewSchema>;

export const mappingTrialSchema = z.object({
  ticketCount: z.int(),
  hasMore: z.boolean(),
  unassignedCount: z.int(),
  withoutProjectCount: z.int(),
  stages: z.array(z.object({ name: z.string(), state: stageMeaningSchema, count: z.int() })),
  /** How many of their customers would hold which agreement by their tags. */
  agreements: z.array(z.object({ kind: agreementKindSchema, count: z.int() })),
  withoutAgreementCount: z.int(),
  examples: z.array(z.object({ number: z.string(), title: z.string(), groupName: z.string() })),
});
export type MappingTrialView = z.infer<typeof mappingTrialSchema>;

/** What of the portal maps to what here. */
export const mappingRequests = {
  'mapping:read': request(nothing, mappingViewSchema),
  /** What a mapping would bring; nothing is kept. */
  'mapping:try': request(choicesSchema, mappingTrialSchema),
  /** Answers what held before: sent again it takes the change back. */
  'mapping:write': request(choicesSchema, z.object({ before: choicesSchema })),
} as const;
