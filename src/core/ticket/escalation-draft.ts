import type { Language } from '../language';

/** What the drafted confirmation speaks of. */
export interface EscalationMatter {
  readonly ticketNumber: string;
  readonly ticketTitle: string;
  /** Who called; empty: greeted without a name. */
  readonly calledBy: string;
  readonly consultantName: string;
  /** The firm the consultant works for; empty: not named. */
  readonly partnerName: string;
  /** What the customer is still to send. */
  readonly missing: { readonly userDetails: boolean; readonly screenDump: boolean };
}

const WORDS = {
  sv: {
    greeting: (name: string) => (name === '' ? 'Hej!' : `Hej ${name}!`),
    accepted: (number: string, title: string) =>
      `Ert ärende ${number}, ”${title}”, är nu eskalerat med högsta prioritet. Vi börjar arbeta med det direkt, med de resurser som behövs.`,
    overtime: 'Arbete utanför våra servicetider kan debiteras som övertid.',
    userDetails: 'vilken användare det gäller',
    screenDump: 'en skärmbild där webbadressen syns',
    missing: (what: string) =>
      `För att vi ska komma vidare fort behöver vi ${what}. Svara gärna på det här meddelandet.`,
    and: ' och ',
    regards: 'Vänliga hälsningar',
  },
  en: {
    greeting: (name: string) => (name === '' ? 'Hello,' : `Hello ${name},`),
    accepted: (number: string, title: string) =>
      `Your ticket ${number}, “${title}”, is now priority escalated. We begin work on it at once, with as many resources as required.`,
    overtime: 'Work outside our hours of service may be charged as overtime.',
    userDetails: 'the details of the user it concerns',
    screenDump: 'a screen dump with the web address in it',
    missing: (what: string) => `To help us along we need ${what}. Please answer this message.`,
    and: ' and ',
    regards: 'Kind regards',
  },
} as const;

const onOneLine = (text: string) => text.replace(/\s+/gu, ' ').trim();

/**
 * The message that tells a customer that an escalation was accepted: plain text, an empty line between paragraphs. A
 * person reads and changes it before it is sent. Source: 000, "Once accepted as “priority escalated,” we begin work
 * immediately with as many resources as required" and "Escalated issues may attract overtime charges without further
 * notification".
 */
export function draftEscalationConfirmation(matter: EscalationMatter, language: Language): string {
  const words = WORDS[language];
  const missing = [
    ...(matter.missing.userDetails ? [words.userDetails] : []),
    ...(matter.missing.screenDump ? [words.screenDump] : []),
  ];
  const signature = [words.regards, onOneLine(matter.consultantName), onOneLine(matter.partnerName)];
  return [
    words.greeting(onOneLine(matter.calledBy)),
    words.accepted(matter.ticketNumber, onOneLine(matter.ticketTitle)),
    ...(missing.length === 0 ? [] : [words.missing(missing.join(words.and))]),
    words.overtime,
    signature.filter((line) => line !== '').join('\n'),
  ].join('\n\n');
}
