import { fail } from '@core/outcome';
import type { Instant } from '@core/time/instant';
import type { AccountInUse } from './account-in-use';
import { restoreBackup } from './db/restore';
import type { AppParts } from './ipc/parts';

/** Makes what restores a backup of the file in use. `onChanged` is called when the account is open again, or is not. */
export function createRestore(
  inUse: AccountInUse,
  { now, onChanged }: { readonly now: () => Instant; readonly onChanged: () => void },
): AppParts['restore'] {
  return async (name) => {
    const open = inUse.session();
    if (!open) return fail({ code: 'not-connected', message: '' });
    const { account, file } = open;
    await inUse.close();
    const restored = restoreBackup(file, name, now());
    // Also when nothing was restored: the file that was in use is used again.
    const opened = await inUse.openFile(account, {});
    onChanged();
    return restored.ok ? opened : restored;
  };
}
