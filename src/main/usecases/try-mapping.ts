import { type AgreementKind, agreementKindSchema } from '@core/billing/agreement';
import { type Outcome, succeed } from '@core/outcome';
import { stageMeaningOf } from '@core/ticket/portal-mapping';
import { agreementsOfTags, mappedMeaning, type TicketMapping } from '@core/ticket/ticket-mapping';
import type { StageMeaning } from '@core/ticket/ticket-status';
import type { Portal, PortalFailure } from '../portal/portal';

/** So many tickets are looked at: enough to see whether a mapping is right. */
const TRIED_TICKETS = 200;

/** What a mapping would bring, without bringing it. */
export interface MappingTrial {
  readonly ticketCount: number;
  /** There are more than were looked at. */
  readonly hasMore: boolean;
  readonly unassignedCount: number;
  /** Tickets on which no time could be recorded: neither the portal nor the mapping names a project. */
  readonly withoutProjectCount: number;
  readonly stages: { readonly name: string; readonly state: StageMeaning; readonly count: number }[];
  readonly agreements: { readonly kind: AgreementKind; readonly count: number }[];
  /** Customers whose tags mean none: they would buy on demand. */
  readonly withoutAgreementCount: number;
  /** A few of them, to be recognised. */
  readonly examples: { readonly number: string; readonly title: string; readonly groupName: string }[];
}

const MOST_EXAMPLES = 5;

/** Asks the portal which tickets a mapping would bring. Nothing is kept, and the mapping in use stays. */
export async function tryMapping(
  server: Portal,
  mapping: TicketMapping,
): Promise<Outcome<MappingTrial, PortalFailure>> {
  const page = await server.by(mapping).readTickets({ changedSince: null, after: null, pageSize: TRIED_TICKETS });
  if (!page.ok) return page;
  const tickets = page.value.rows.filter(({ isActive }) => isActive);
  const stages = new Map<string, { name: string; state: StageMeaning; count: number }>();
  for (const { stage, resolution } of tickets) {
    const name = stage?.name ?? '';
    const state = stageMeaningOf({
      stageName: name,
      isFolded: stage?.isFolded ?? false,
      resolution,
      mapped: mappedMeaning(mapping, stage?.remoteId ?? null),
    });
    const known = stages.get(`${name} ${state}`);
    stages.set(`${name} ${state}`, { name, state, count: (known?.count ?? 0) + 1 });
  }
  const customers = new Map(
    tickets.flatMap(({ customer }) => (customer ? [[customer.remoteId, customer] as const] : [])),
  );
  const held = [...customers.values()].map(({ tags }) => agreementsOfTags(tags, mapping));
  return succeed({
    ticketCount: tickets.length,
    hasMore: page.value.next !== null,
    unassignedCount: tickets.filter(({ assigneeRemoteIds }) => assigneeRemoteIds.length === 0).length,
    withoutProjectCount: tickets.filter(({ projectRemoteId }) => projectRemoteId === null).length,
    stages: [...stages.values()],
    agreements: agreementKindSchema.options
      .map((kind) => ({ kind, count: held.filter((kinds) => kinds.includes(kind)).length }))
      .filter(({ count }) => count > 0),
    withoutAgreementCount: held.filter((kinds) => kinds.length === 0).length,
    examples: tickets
      .toSorted((a, b) => b.changedAt - a.changedAt)
      .slice(0, MOST_EXAMPLES)
      .map(({ number, remoteId, title, groupName }) => ({ number: number ?? `S-${remoteId}`, title, groupName })),
  });
}
