/** The languages in which this app writes to people. */
export type Language = 'sv' | 'en';

/**
 * The language a customer is written to in: Swedish to Swedes and to those of whom nothing is known, else English. `code` is
 * the portal's, such as `sv_SE`.
 */
export function languageOfCustomer(code: string | null): Language {
  return code === null || code.toLowerCase().startsWith('sv') ? 'sv' : 'en';
}
