import { fail, type Outcome, succeed } from '../outcome';

const ORE_PER_KRONA = 100;
/** The highest rate the contract takes: a million kronor. */
const MOST_ORE = 100_000_000;
/** A space that never breaks, so that the figure stays with its unit. */
const JOIN = '\u00a0';
const kronorFormat = new Intl.NumberFormat('sv-SE');

/** An amount in whole öre as it is written in Sweden, whatever the window's language: `1 250 kr`, `62,50 kr`. */
export function formatKronor(ore: number): string {
  const rest = Math.abs(ore % ORE_PER_KRONA);
  const kronor = kronorFormat.format(Math.trunc(ore / ORE_PER_KRONA));
  return `${kronor}${rest === 0 ? '' : `,${String(rest).padStart(2, '0')}`}${JOIN}kr`;
}

/** An amount in whole öre as {@link parseKronor} reads it back, without its unit: `1250`, `62,50`. */
export function formatKronorInput(ore: number): string {
  const rest = ore % ORE_PER_KRONA;
  return `${Math.trunc(ore / ORE_PER_KRONA)}${rest === 0 ? '' : `,${String(rest).padStart(2, '0')}`}`;
}

/** Why a text is no amount. The window has a sentence for each. */
export type KronorProblem = 'not-an-amount' | 'too-much';

/**
 * Reads an amount as people write it, in whole öre: `1250`, `1 250 kr`, `62,50`, `62.5`, `950:-`. More than two decimals
 * are refused, because `1.250` is a thousand to one person and one and a quarter to another.
 */
export function parseKronor(text: string): Outcome<number, KronorProblem> {
  const written = text
    .toLowerCase()
    .replace(/\s/gu, '')
    .replace(/(?::-|kr(?:onor)?|sek)(?:\/h|\/tim(?:me)?)?$/u, '');
  const parts = /^(\d{1,9})(?:[.,](\d{1,2}))?$/u.exec(written);
  if (parts === null) return fail('not-an-amount');
  const [, kronor = '', decimals = ''] = parts;
  const ore = Number(kronor) * ORE_PER_KRONA + Number(decimals.padEnd(2, '0'));
  return ore > MOST_ORE ? fail('too-much') : succeed(ore);
}
