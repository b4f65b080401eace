import type { Language } from '../language';

/** What every drafted message to a customer names. */
export interface LetterMatter {
  readonly ticketNumber: string;
  readonly ticketTitle: string;
  /** Who is written to; missing: greeted without a name. */
  readonly recipientName?: string | null;
  readonly consultantName: string;
  /** The firm the consultant works for; missing or empty: not named. */
  readonly partnerName?: string | null;
}

interface Wording {
  readonly greeting: (name: string) => string;
  readonly subject: (number: string, title: string) => string;
  readonly regards: string;
}

const WORDING: Readonly<Record<Language, Wording>> = {
  sv: {
    greeting: (name) => (name === '' ? 'Hej!' : `Hej ${name}!`),
    subject: (number, title) => `Det gäller ert ärende ${number}, ”${title}”.`,
    regards: 'Vänliga hälsningar',
  },
  en: {
    greeting: (name) => (name === '' ? 'Hello,' : `Hello ${name},`),
    subject: (number, title) => `This is about your ticket ${number}, “${title}”.`,
    regards: 'Kind regards',
  },
};

function onOneLine(text: string | null | undefined): string {
  return text?.replace(/\s+/gu, ' ').trim() ?? '';
}

/** A list within a paragraph, one item on each line. */
export function listLines(items: readonly string[]): string {
  return items.map((item) => `– ${item}`).join('\n');
}

/**
 * A message about a ticket as plain text, an empty line between paragraphs: greeting, what it is about, what is to be
 * said, regards. A person reads and changes it before it is sent.
 */
export function composeLetter(matter: LetterMatter, language: Language, paragraphs: readonly string[]): string {
  const wording = WORDING[language];
  const signature = [wording.regards, onOneLine(matter.consultantName), onOneLine(matter.partnerName)];
  return [
    wording.greeting(onOneLine(matter.recipientName)),
    wording.subject(matter.ticketNumber, onOneLine(matter.ticketTitle)),
    ...paragraphs,
    signature.filter((line) => line !== '').join('\n'),
  ].join('\n\n');
}
