import type { Language } from '../language';

/** What of a ticket a part of it begins with. */
export interface SplitOrigin {
  readonly number: string;
  readonly title: string;
  readonly contactName: string | null;
  readonly contactEmail: string | null;
  readonly contactPhone: string | null;
}

/**
 * The words that a part of a ticket begins with, below what the consultant writes: where it comes from, and who asked. A
 * portal knows of a new ticket's contact only what its text says. In the customer's language: they read it on the portal.
 */
export function draftPartDescription(origin: SplitOrigin, language: Language): string {
  const { number, title, contactName, contactEmail, contactPhone } = origin;
  const contact = [contactName, contactEmail, contactPhone].filter((part) => part !== null).join(', ');
  const lines =
    language === 'sv'
      ? [`Delat från ${number} ${title}.`, contact === '' ? '' : `Kontakt: ${contact}`]
      : [`Split from ${number} ${title}.`, contact === '' ? '' : `Contact: ${contact}`];
  return lines.filter((line) => line !== '').join('\n');
}
