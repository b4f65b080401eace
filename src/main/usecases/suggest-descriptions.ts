import type { TicketId } from '@core/ids';
import { listRecentDescriptions } from '../db/queries/timesheet-lines';
import type { Workbench } from './workbench';

const MOST_SUGGESTED = 20;

/** Descriptions to choose from: those of this ticket first, then recent ones of mine, and the templates of the settings. */
export async function suggestDescriptions(
  { database, settings }: Pick<Workbench, 'database' | 'settings'>,
  ticketId: TicketId | null,
): Promise<{ recent: string[]; templates: string[] }> {
  const ofTicket = ticketId === null ? [] : await listRecentDescriptions(database, ticketId, MOST_SUGGESTED);
  const mine = await listRecentDescriptions(database, null, MOST_SUGGESTED);
  return {
    recent: [...new Set([...ofTicket, ...mine])].slice(0, MOST_SUGGESTED),
    templates: [...settings().descriptionTemplates],
  };
}
