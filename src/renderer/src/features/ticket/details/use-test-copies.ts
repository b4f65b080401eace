import type { TicketId } from '@core/ids';
import type { RequestInput } from '@ipc/contract';
import type { TestCopyView } from '@ipc/details-views';
import { useTranslation } from 'react-i18next';
import { queryKeys } from '../../../api/query-keys';
import { useCommand } from '../../../api/use-command';
import { showUndoNotice } from '../../../ui/undo-notice';
import { useFormat } from '../../../ui/use-format';

/** Writes test copies down and deletes them, and offers to take that back. */
export function useTestCopies(ticketId: TicketId) {
  const { t } = useTranslation('details');
  const format = useFormat();
  const changes = [queryKeys.details(ticketId)];
  const write = useCommand('test-copies:write', { showsFailure: true, changes });
  const again = useCommand('test-copies:write', { changes });
  const remove = useCommand('test-copies:delete', { changes });
  const topicOf = (id: TestCopyView['id']) => `test copy ${id}`;

  return {
    write,
    isDeleting: remove.isPending,
    save: (copy: RequestInput<'test-copies:write'>, onSaved: () => void) =>
      write.mutate(copy, {
        onSuccess: ({ testCopyId, before }) => {
          onSaved();
          showUndoNotice({
            topic: topicOf(testCopyId),
            message: t('testCopies.saved', { date: format.calendarDate(copy.date) }),
            onUndo: () => (before === null ? remove.mutate({ testCopyId }) : again.mutate(before)),
          });
        },
      }),
    takeAway: ({ id, date }: TestCopyView) =>
      remove.mutate(
        { testCopyId: id },
        {
          onSuccess: ({ before }) =>
            showUndoNotice({
              topic: topicOf(id),
              message: t('testCopies.deleted', { date: format.calendarDate(date) }),
              onUndo: () => again.mutate(before),
            }),
        },
      ),
  };
}
