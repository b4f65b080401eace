import { kindOfWorkSchema, verdictSchema } from '@core/billing/kind-of-work';
import { serviceSchema } from '@core/billing/service';
import { testCopyCancellationSchema } from '@core/billing/test-copies';
import { codePartSchema } from '@core/bugs/code-stack';
import { customerDetailsSchema } from '@core/customer/customer-details';
import { coverageDecisionIdSchema, customerIdSchema, testCopyIdSchema, ticketIdSchema } from '@core/ids';
import { ticketStateSchema } from '@core/ticket/ticket';
import { ticketDetailsSchema } from '@core/ticket/ticket-details';
import { instantSchema } from '@core/time/instant-schema';
import { z } from 'zod';

// What the window is shown of what is behind a ticket: intake, faults, coverage, customer.

const answer = z.string().max(20_000);

/** The three answers of "steps to reproduce". */
export const stepsAnswersSchema = z.object({ done: answer, happened: answer, expected: answer });

const intakeCheckSchema = z.enum(['screen-dump', 'reference', 'steps', 'contact']);

/** `href`: where it can be looked at; null where nobody knows. */
const intakeReferenceSchema = z.discriminatedUnion('from', [
  z.object({
    from: z.literal('text'),
    kind: z.enum(['sales-order', 'invoice', 'vendor-bill', 'purchase-order', 'delivery', 'manufacturing-order']),
    text: z.string(),
    href: z.string().nullable(),
  }),
  z.object({ from: z.literal('typed'), text: z.string(), href: z.string().nullable() }),
  z.object({
    from: z.literal('address'),
    address: z.string(),
    model: z.string().nullable(),
    id: z.int(),
    view: z.string().optional(),
    href: z.string().nullable(),
  }),
]);
export type IntakeReferenceView = z.infer<typeof intakeReferenceSchema>;

const intakeViewSchema = z.object({
  isSatisfied: z.record(intakeCheckSchema, z.boolean()),
  /** In the order of the terms. */
  missing: z.array(intakeCheckSchema).readonly(),
  references: z.array(intakeReferenceSchema).readonly(),
  missingAnswers: z.array(z.enum(['done', 'happened', 'expected'])).readonly(),
  contactMethod: z.enum(['email', 'telephone', 'portal']),
  isContactAssumed: z.boolean(),
});
export type IntakeView = z.infer<typeof intakeViewSchema>;

/** What the terms say of a kind of work. */
const coverageSchema = z.object({
  verdict: verdictSchema,
  /** The sentence that decides; null where none does. */
  source: z.object({ document: z.string(), sentence: z.string() }).nullable(),
  reason: z.enum(['sentence', 'not-for-charge', 'no-agreement', 'no-sentence']),
  condition: z.enum(['if-module-covered', 'first-year-by-agreement', 'unless-smart-connect']).nullable(),
});

export type CoverageView = z.infer<typeof coverageSchema>;

/** What was decided of a kind of work on a ticket instead of the terms. */
const coverageDecisionSchema = z.object({
  id: coverageDecisionIdSchema,
  verdict: verdictSchema,
  reason: z.string(),
  by: z.string(),
  at: instantSchema,
});

const lineSumSchema = z.object({ count: z.int(), workedSeconds: z.int() });

/** What holds of a kind of work on a ticket. */
const coverageOnTicketSchema = coverageSchema.extend({
  kindOfWork: kindOfWorkSchema,
  /** Null: the terms hold. */
  decision: coverageDecisionSchema.nullable(),
  /** My lines of that kind, by what a decision does to them. */
  lines: z.object({
    follows: lineSumSchema,
    'own-override': lineSumSchema,
    locked: lineSumSchema,
    'told-by-note': lineSumSchema,
  }),
});
export type CoverageOnTicketView = z.infer<typeof coverageOnTicketSchema>;

const ourWorkSchema = z.object({ kindOfWork: kindOfWorkSchema, coverage: coverageSchema });

/** What the guide to the owner of a fault shows next. */
export const bugStepSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ask-code-part') }),
  z.object({ kind: z.literal('ask-reproduction'), codePart: codePartSchema }),
  z.object({
    kind: z.literal('look-closer'),
    codePart: codePartSchema,
    sentence: z.string(),
    ourWork: ourWorkSchema,
  }),
  z.object({
    kind: z.literal('verdict'),
    verdict: z.object({
      codePart: codePartSchema,
      owner: z.enum(['odoo-sa-and-oca', 'odoo-sa', 'vendor', 'us', 'customer']),
      ownerSentence: z.string(),
      reportTo: z
        .array(
          z.object({
            place: z.enum(['runbot', 'odoo-help', 'vendor', 'our-repository', 'our-portal']),
            href: z.string().nullable(),
          }),
        )
        .readonly(),
      reportSentences: z.array(z.string()).readonly(),
      evidence: z
        .array(
          z.enum(['reproduced-on-runbot', 'reproduced-on-standard-data', 'detailed-examples', 'module-and-version']),
        )
        .readonly(),
      installedBy: z.literal('customer'),
      installationSentence: z.string(),
      ourWork: z.array(ourWorkSchema).readonly(),
    }),
  }),
]);
export type BugStepView = z.infer<typeof bugStepSchema>;

/** Where a case at Odoo SA stands. Dates are Stockholm's. */
const odooCaseStandingSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('waiting-for-odoo') }),
  z.object({ kind: z.literal('answer-expected'), closesOn: z.string(), daysLeft: z.int() }),
  z.object({ kind: z.literal('closing-soon'), closesOn: z.string(), daysLeft: z.int() }),
  z.object({ kind: z.literal('closed-unanswered'), closedOn: z.string() }),
  z.object({ kind: z.literal('closed') }),
]);

/** A test copy of a customer, with its place in its year. Dates are Stockholm's. */
const testCopyViewSchema = z.object({
  id: testCopyIdSchema,
  customerId: customerIdSchema,
  ticketId: ticketIdSchema.nullable(),
  ticketNumber: z.string().nullable(),
  date: z.string(),
  cancelled: testCopyCancellationSchema.nullable(),
  /** Null: it does not count. */
  numberInYear: z.int().nullable(),
  coverage: coverageSchema,
});
export type TestCopyView = z.infer<typeof testCopyViewSchema>;

/** What is worth knowing of a customer. */
const customerCardSchema = z.object({
  id: customerIdSchema,
  details: customerDetailsSchema,
  openTicketCount: z.int(),
  /** The latest first. */
  latestTickets: z
    .array(
      z.object({
        id: ticketIdSchema,
        number: z.string(),
        title: z.string(),
        state: ticketStateSchema,
        registeredAt: instantSchema,
      }),
    )
    .readonly(),
  /** Services held without the backup they require, with the sentence that requires it. */
  missingBackups: z.array(z.object({ service: serviceSchema, sentence: z.string() })).readonly(),
  testCopies: z.object({
    today: z.string(),
    /** Whether a service that the customer holds includes some a year. */
    areIncluded: z.boolean(),
    /** By date. */
    copies: z.array(testCopyViewSchema).readonly(),
  }),
});
export type CustomerCardView = z.infer<typeof customerCardSchema>;

export const detailsViewSchema = z.object({
  details: ticketDetailsSchema,
  steps: stepsAnswersSchema,
  typedReferences: z.array(z.string()).readonly(),
  intake: intakeViewSchema,
  /** The drafted question about what is missing; null: nothing is. */
  intakeQuestion: z.string().nullable(),
  /** The drafted reply about what we have no access to; null: nothing is marked. */
  limitedAccessReply: z.string().nullable(),
  odooCase: odooCaseStandingSchema.nullable(),
  bugStep: bugStepSchema,
  /** What the terms say of every kind of work for this customer today, and what was decided instead. */
  coverage: z.array(coverageOnTicketSchema).readonly(),
  customer: customerCardSchema.nullable(),
});
export type DetailsView = z.infer<typeof detailsViewSchema>;
