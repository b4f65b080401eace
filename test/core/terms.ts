import { readdirSync, readFileSync } from 'node:fs';

const FOLDER = new URL('../fixtures/terms/', import.meta.url);

/** A document of the terms by the number its file name begins with, white space made even. */
export function termsDocument(number: '000' | '001' | '002' | '003' | '004'): string {
  const name = readdirSync(FOLDER).find((file) => file.startsWith(number));
  if (name === undefined) throw new Error(`No document ${number}`);
  return readFileSync(new URL(name, FOLDER), 'utf8').replace(/\s+/gu, ' ');
}
