import { readdirSync, readFileSync } from 'node:fs';

const FOLDER = new URL('../../../fixtures/terms/', import.meta.url);

/** The documents of the terms, by the number their file names begin with. */
export const TERMS_NUMBERS = ['000', '001', '002', '003', '004'] as const;
export type TermsNumber = (typeof TERMS_NUMBERS)[number];

/** A document as it stands in its file. */
export function readTerms(number: TermsNumber): string {
  const name = readdirSync(FOLDER).find((file) => file.startsWith(number));
  if (name === undefined) throw new Error(`No document ${number}`);
  return readFileSync(new URL(name, FOLDER), 'utf8');
}
