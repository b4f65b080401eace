import type { TicketId } from '@core/ids';
import { changeBack, changeOfOne, type ManyTicketsAct } from '@core/ticket/change-many';
import type { TicketChange } from '@core/ticket/change-ticket';
import type { WorkbenchDatabase } from '../db/open';
import { readUserRemoteId } from '../db/queries/portal-facts';
import { readPortalLists } from '../db/queries/portal-lists';
import { readTicket, type Ticket } from '../db/queries/tickets';
import { changeableFieldsOf, writeTicketChange } from './change-ticket';
import type { Workbench } from './workbench';

export interface ChangeOfTicket {
  readonly ticketId: TicketId;
  readonly change: TicketChange;
}

function announce({ announce: tell }: Workbench): void {
  tell.ticketChanged(null);
  tell.queueChanged();
  tell.outboxChanged();
}

/**
 * Does the same with several tickets, all of them or, where something fails, none. Answers what takes it back, and how many
 * were left as they are because nothing can be changed about them yet or the act means nothing for them.
 */
export async function changeManyTickets(
  workbench: Workbench,
  { ticketIds, act }: { readonly ticketIds: readonly TicketId[]; readonly act: ManyTicketsAct },
): Promise<{ changedBack: ChangeOfTicket[]; leftCount: number }> {
  const done = await workbench.database.transaction().execute(async (trx) => {
    const changeOf = await readChangeOf(trx, act);
    const changedBack: ChangeOfTicket[] = [];
    let leftCount = 0;
    for (const ticketId of new Set(ticketIds)) {
      const ticket = await readTicket(trx, ticketId);
      const before = changeableFieldsOf(ticket);
      const change = before.ok && ticket ? changeOf(ticket, before.value) : null;
      if (!before.ok || !ticket || change === null) {
        leftCount += 1;
      } else if (await writeTicketChange(workbench, trx, ticket, before.value, change)) {
        changedBack.push({ ticketId, change: changeBack(change, before.value) });
      }
    }
    return { changedBack, leftCount };
  });
  if (done.changedBack.length > 0) announce(workbench);
  return done;
}

async function readChangeOf(trx: WorkbenchDatabase, act: ManyTicketsAct) {
  const userRemoteId = await readUserRemoteId(trx);
  const { stages } = await readPortalLists(trx);
  return ({ groupRemoteId }: Ticket, fields: Parameters<typeof changeOfOne>[1]) => {
    const stageRemoteIdOf = (wanted: string) =>
      stages.find(
        ({ name, groupRemoteIds }) =>
          name === wanted && (groupRemoteIds.length === 0 || groupRemoteIds.includes(groupRemoteId)),
      )?.remoteId ?? null;
    return changeOfOne(act, fields, { userRemoteId, stageRemoteIdOf });
  };
}

/** Changes several tickets, each in its own way, in one transaction: what takes an act on several of them back. */
export async function changeTicketsBack(workbench: Workbench, changes: readonly ChangeOfTicket[]): Promise<void> {
  await workbench.database.transaction().execute(async (trx) => {
    for (const { ticketId, change } of changes) {
      const ticket = await readTicket(trx, ticketId);
      const before = changeableFieldsOf(ticket);
      if (before.ok && ticket) await writeTicketChange(workbench, trx, ticket, before.value, change);
    }
  });
  announce(workbench);
}
