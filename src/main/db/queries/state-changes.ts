import type { TicketId } from '@core/ids';
import { stageMeaningOf } from '@core/ticket/portal-mapping';
import type { AssignmentChange, StageChange } from '@core/ticket/state-history';
import type { TicketResolution } from '@core/ticket/ticket-fields';
import { mappedMeaning, type TicketMapping } from '@core/ticket/ticket-mapping';
import type { Instant } from '@core/time/instant';
import { type RawBuilder, type Selectable, sql } from 'kysely';
import type { WorkbenchDatabase } from '../open';
import type { TicketStateChangeTable } from '../tables/ticket-tables';

type StateChangeRow = Selectable<TicketStateChangeTable>;

/** Where a ticket is, as far as its state follows from it. */
export interface SeenState {
  readonly stageRemoteId: number | null;
  readonly stageName: string | null;
  readonly isFolded: boolean;
  readonly resolution: TicketResolution;
  readonly isAssigned: boolean;
}

/** When what is seen came about, as far as anybody knows. */
export interface SeenAt {
  /** Null: nobody said. What is not later than what is known already is the time of something else. */
  readonly stageAt: Instant | null;
  readonly assignmentAt: Instant | null;
  /** By when it had come about. */
  readonly knownAt: Instant;
}

async function readLast(
  trx: WorkbenchDatabase,
  ticketId: TicketId,
  kind: StateChangeRow['kind'],
): Promise<StateChangeRow | undefined> {
  return trx
    .selectFrom('ticketStateChange')
    .selectAll()
    .where('ticketId', '=', ticketId)
    .where('kind', '=', kind)
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** Adds to the history of a ticket what of its state is otherwise than at its end; nothing where all is as it was. */
export async function noteTicketState(
  trx: WorkbenchDatabase,
  ticketId: TicketId,
  seen: SeenState,
  { stageAt, assignmentAt, knownAt }: SeenAt,
): Promise<void> {
  const isFolded = seen.isFolded ? 1 : 0;
  const isAssigned = seen.isAssigned ? 1 : 0;
  const { stageRemoteId, stageName, resolution } = seen;
  const stage = await readLast(trx, ticketId, 'stage');
  if (stage?.stageRemoteId !== stageRemoteId || stage.resolution !== resolution) {
    const since = stage === undefined ? null : (stage.at ?? stage.knownAt);
    const at = stageAt !== null && (since === null || stageAt > since) ? stageAt : null;
    await trx
      .insertInto('ticketStateChange')
      .values({ ticketId, kind: 'stage', at, knownAt, stageRemoteId, stageName, isFolded, resolution })
      .execute();
  }
  const assignment = await readLast(trx, ticketId, 'assignment');
  if (assignment?.isAssigned === isAssigned) return;
  await trx
    .insertInto('ticketStateChange')
    .values({ ticketId, kind: 'assignment', at: assignmentAt, knownAt, isAssigned })
    .execute();
}

/** The history of each of some tickets, in the order in which it was written down. */
export interface KeptHistory {
  readonly stages: readonly StageChange[];
  readonly assignments: readonly AssignmentChange[];
}

/** Ids as a table, however many there are. */
export function amongTickets(ticketIds: readonly TicketId[]): RawBuilder<TicketId> {
  return sql<TicketId>`(SELECT value FROM json_each(${JSON.stringify(ticketIds)}))`;
}

/** The histories of these tickets. What their stages meant is what they mean by this mapping. */
export async function listStateHistories(
  trx: WorkbenchDatabase,
  ticketIds: readonly TicketId[],
  mapping: TicketMapping,
): Promise<Map<TicketId, KeptHistory>> {
  const rows = await trx
    .selectFrom('ticketStateChange')
    .selectAll()
    .where('ticketId', 'in', amongTickets(ticketIds))
    .orderBy('sequence')
    .execute();
  const histories = new Map<TicketId, { stages: StageChange[]; assignments: AssignmentChange[] }>();
  for (const row of rows) {
    const history = histories.get(row.ticketId) ?? { stages: [], assignments: [] };
    histories.set(row.ticketId, history);
    const { at, knownAt, resolution } = row;
    if (resolution === null) {
      history.assignments.push({ at, knownAt, isAssigned: row.isAssigned === 1 });
      continue;
    }
    const { stageName, isFolded, stageRemoteId } = row;
    const mapped = mappedMeaning(mapping, stageRemoteId);
    history.stages.push({
      at,
      knownAt,
      meaning: stageMeaningOf({ stageName, isFolded: isFolded === 1, resolution, mapped }),
    });
  }
  return histories;
}
