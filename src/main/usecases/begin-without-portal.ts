import { DEFAULT_MAPPING } from '@core/ticket/ticket-mapping';
import type { WorkbenchDatabase } from '../db/open';
import { readHasPortal, writeHasNoPortal, writeTicketMapping, writeUserRemoteId } from '../db/queries/portal-facts';
import { addName } from '../db/queries/portal-lists';

/**
 * Makes a new file one without a portal: whose it is, and a place for tickets of which no list tells the project or team.
 * What is nobody's is shown: somebody chose it for the list. A file that is one already stays as it is.
 */
export async function beginWithoutPortal(
  database: WorkbenchDatabase,
  { userName, groupName }: { readonly userName: string; readonly groupName: string },
): Promise<void> {
  await database.transaction().execute(async (trx) => {
    if (!(await readHasPortal(trx))) return;
    await writeHasNoPortal(trx);
    await writeUserRemoteId(trx, await addName(trx, 'colleague', userName));
    await addName(trx, 'group', groupName);
    await writeTicketMapping(trx, { ...DEFAULT_MAPPING, bringsUnassigned: true });
  });
}
