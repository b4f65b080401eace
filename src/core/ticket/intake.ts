import { type OdooRecordAddress, parseOdooAddress, parseWebAddress } from './odoo-address';
import { recogniseReferences, type TransactionReference } from './references';

/** What a good ticket holds, in the order of the terms. Source: 000, "Help us help you faster". */
export const INTAKE_CHECKS = ['screen-dump', 'reference', 'steps', 'contact'] as const;
export type IntakeCheck = (typeof INTAKE_CHECKS)[number];

/** The answers that steps to reproduce consist of. Source: 000, "what did you do, what happened, what did you expect?" */
export const STEPS_ANSWERS = ['done', 'happened', 'expected'] as const;
export type StepsAnswer = (typeof STEPS_ANSWERS)[number];

/** How a customer can be reached. */
export type ContactMethod = 'email' | 'telephone' | 'portal';

/** What a ticket holds. */
export interface IntakeFacts {
  /** The addresses that pictures on the ticket show or were taken at; empty for one that shows none. */
  readonly pictureAddresses: readonly string[];
  /** Title, description and what the customer wrote, as plain text. */
  readonly texts: readonly string[];
  /** Record names that the consultant typed: a product, a work centre, a user. */
  readonly typedReferences: readonly string[];
  readonly steps: Readonly<Record<StepsAnswer, string>>;
  readonly contact: {
    /** What the customer asked for; null: nothing, and then e-mail is assumed. */
    readonly preferred: ContactMethod | null;
    readonly email: string | null;
    readonly telephone: string | null;
  };
}

/** Something on the ticket that names what it is about. */
export type IntakeReference =
  | ({ readonly from: 'text' } & TransactionReference)
  | { readonly from: 'typed'; readonly text: string }
  /** The record in the address of a picture or in a typed one, whose model and id are proposed as the reference. */
  | ({ readonly from: 'address'; readonly address: string } & OdooRecordAddress);

/** What a ticket holds of what it should. */
export interface Intake {
  readonly isSatisfied: Readonly<Record<IntakeCheck, boolean>>;
  /** In the order of the terms. */
  readonly missing: readonly IntakeCheck[];
  readonly references: readonly IntakeReference[];
  readonly missingAnswers: readonly StepsAnswer[];
  readonly contactMethod: ContactMethod;
  /** Nobody asked for another than e-mail. */
  readonly isContactAssumed: boolean;
}

function referencesIn({ texts, typedReferences, pictureAddresses }: IntakeFacts): IntakeReference[] {
  const inTexts = recogniseReferences(texts.join('\n')).map((reference) => ({ from: 'text', ...reference }) as const);
  const typed = typedReferences
    .map((text) => text.trim())
    .filter((text) => text !== '' && !inTexts.some((reference) => reference.text === text.toUpperCase()))
    .filter((text) => parseOdooAddress(text) === null)
    .map((text) => ({ from: 'typed', text }) as const);
  // An address that was typed names its record as one on a picture does.
  const records = [...typedReferences, ...pictureAddresses].flatMap((address) => {
    const record = parseOdooAddress(address);
    return record === null ? [] : [{ from: 'address', address, ...record } as const];
  });
  const once = records.filter(
    ({ model, id }, index) => records.findIndex((other) => other.model === model && other.id === id) === index,
  );
  return [...inTexts, ...typed, ...once];
}

function canBeReached(method: ContactMethod, { email, telephone }: IntakeFacts['contact']): boolean {
  switch (method) {
    case 'email':
      return (email ?? '').trim() !== '';
    case 'telephone':
      return (telephone ?? '').trim() !== '';
    case 'portal':
      return true;
  }
}

/**
 * Which of the four things a good ticket holds are there: a screen dump with its address, a transaction reference or
 * record name, steps with all three answers, and a way to reach the customer. E-mail is assumed unless they ask for
 * another; that the chosen way needs an address or a number to use is our reading.
 * Source: 000, "Help us help you faster"; 001, "Registering a Support Ticket".
 */
export function checkIntake(facts: IntakeFacts): Intake {
  const references = referencesIn(facts);
  const missingAnswers = STEPS_ANSWERS.filter((answer) => facts.steps[answer].trim() === '');
  const contactMethod = facts.contact.preferred ?? 'email';
  const isSatisfied = {
    'screen-dump': facts.pictureAddresses.some((address) => parseWebAddress(address) !== null),
    reference: references.length > 0,
    steps: missingAnswers.length === 0,
    contact: canBeReached(contactMethod, facts.contact),
  };
  return {
    isSatisfied,
    missing: INTAKE_CHECKS.filter((check) => !isSatisfied[check]),
    references,
    missingAnswers,
    contactMethod,
    isContactAssumed: facts.contact.preferred === null,
  };
}
