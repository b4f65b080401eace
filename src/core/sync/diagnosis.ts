import { DateTime } from 'luxon';
import type { SyncRun } from './sync-run';

/** What is known of the sync, for somebody who is to help: numbers and states, and no word of any customer. */
export interface DiagnosisFacts {
  readonly appVersion: string;
  readonly now: number;
  readonly portal: { readonly kind: 'practice' | 'odoo' | 'lists'; readonly serverVersion: string };
  readonly connection: string;
  readonly lastSuccessAt: number | null;
  readonly operations: readonly {
    readonly kind: string;
    readonly state: string;
    readonly attempts: number;
    readonly createdAt: number;
  }[];
  readonly runs: readonly (SyncRun & { readonly times: number })[];
}

/**
 * The facts as text to paste somewhere. The server's own words are left out: they name customers, people and tickets. So
 * are the address and the key, which are not even among the facts.
 */
export function describeDiagnosis(facts: DiagnosisFacts): string {
  const { portal, operations, runs } = facts;
  const at = (instant: number | null) =>
    instant === null ? 'never' : DateTime.fromMillis(instant, { zone: 'utc' }).toISO();
  return [
    `Fyra ${facts.appVersion}, ${at(facts.now)}`,
    `portal: ${portal.kind}, server ${portal.serverVersion}`,
    `connection: ${facts.connection}, last success ${at(facts.lastSuccessAt)}`,
    `operations not done: ${operations.length}`,
    ...operations.map(
      ({ kind, state, attempts, createdAt }) => `  ${kind} ${state}, ${attempts} attempts, written ${at(createdAt)}`,
    ),
    `last runs: ${runs.length}`,
    ...runs.map(
      ({ startedAt, endedAt, outcome, sent, parked, brought, times }) =>
        `  ${at(startedAt)} to ${at(endedAt)}: ${outcome}${times > 1 ? ` (${times} times)` : ''}, sent ${sent}, parked ${parked}, brought ${brought}`,
    ),
  ].join('\n');
}
