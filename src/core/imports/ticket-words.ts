import type { TicketResolution } from '../ticket/ticket-fields';
import { comparableName } from './import-fields';

/** What a stage or a state of closed tickets is called. A part of a name would not do: `Klar för test` is none of them. */
const DONE = ['Done', 'Closed', 'Solved', 'Resolved', 'Completed', 'Klar', 'Klart', 'Klara', 'Löst', 'Lösta', 'Stängd']
  .concat(['Stängt', 'Stängda', 'Avslutad', 'Avslutat', 'Avslutade', 'Färdig', 'Färdigt', 'Färdiga'])
  .map(comparableName);
const CANCELED = ['Canceled', 'Cancelled', 'Avbruten', 'Avbrutet', 'Avbrutna', 'Makulerad'].map(comparableName);

/** What Odoo calls priorities, from the ordinary one up. Source: `priority` of its tasks and of both helpdesks. */
const PRIORITY_WORDS: readonly (readonly string[])[] = [
  ['Low', 'Low priority', 'Normal', 'Låg', 'Låg prioritet'],
  ['Medium', 'Medium priority', 'Medel', 'Mellan'],
  ['High', 'High priority', 'Important', 'Hög', 'Hög prioritet', 'Viktig'],
  ['Urgent', 'Very high', 'Brådskande', 'Mycket hög'],
];

/** Whether a task has ended, by what Odoo calls its state, such as `Done` or `Avbruten`. */
export function resolutionOf(state: string): TicketResolution {
  const name = comparableName(state);
  if (CANCELED.includes(name)) return 'canceled';
  return DONE.includes(name) ? 'done' : 'open';
}

/** Whether the name of a stage says that tickets in it are closed. A list does not tell which stages are folded. */
export function isClosedStage(name: string): boolean {
  return resolutionOf(name) !== 'open';
}

/** A priority as Odoo's own code, `0` being ordinary: told by a digit, by stars or in words. What is none is ordinary. */
export function priorityOf(text: string): string {
  if (/^[0-3]$/u.test(text)) return text;
  const stars = text.match(/[★⭐*]/gu)?.length ?? 0;
  if (stars > 0) return String(Math.min(3, stars));
  const place = PRIORITY_WORDS.findIndex((words) =>
    words.some((word) => comparableName(word) === comparableName(text)),
  );
  return String(Math.max(0, place));
}

/** The names in a cell, each once and in no order of anybody's: Odoo writes several between commas. */
export function namesIn(text: string): string[] {
  const names = text.split(/[,;\r\n]/u).map((name) => name.trim());
  return [...new Set(names.filter((name) => name !== ''))].toSorted();
}

/** A customer and the person there. Odoo calls a contact of a company `Company, Person`. */
export function splitContact(name: string): { readonly customer: string; readonly contact: string } {
  const at = name.lastIndexOf(', ');
  return at <= 0
    ? { customer: name, contact: '' }
    : { customer: name.slice(0, at).trim(), contact: name.slice(at + 2).trim() };
}
