import { ticketIdSchema } from '@core/ids';
import { Radio, Stack } from '@mantine/core';
import { skipToken, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../../api/client';
import { queryKeys } from '../../../api/query-keys';
import { useCommand } from '../../../api/use-command';
import { FailureText } from '../../../ui/FailureText';
import { focusOnce } from '../../../ui/focus-once';
import { formatSpent } from '../../../ui/format';
import { TicketSelect } from '../../../ui/TicketSelect';
import { showUndoNotice } from '../../../ui/undo-notice';
import { useFormat } from '../../../ui/use-format';
import { useWorkbenchActions } from '../../../ui/workbench-actions';
import { HandlingForm } from '../handling/HandlingForm';
import { MergePreview } from './MergePreview';
import { useTakeLinkBack } from './use-take-link-back';

interface MergeFormProps {
  readonly ticketId: string;
  readonly keptId: string | null;
  readonly onClose: () => void;
}

/** Chooses the ticket that is kept, and says what merging does before it is done. */
export function MergeForm({ ticketId, keptId, onClose }: MergeFormProps) {
  const { t } = useTranslation(['links', 'common']);
  const format = useFormat();
  const { openTicket } = useWorkbenchActions();
  const merge = useCommand('ticket:merge', { showsFailure: true });
  const { takeMergeBack } = useTakeLinkBack();
  const [pair, setPair] = useState({ duplicateId: ticketId, keptId });
  const [movesLines, setMovesLines] = useState(true);
  const [wasTried, setWasTried] = useState(false);
  const { duplicateId } = pair;
  const candidates = useQuery({
    queryKey: queryKeys.mergeCandidates(duplicateId),
    queryFn: () => call('ticket:merge-candidates', { ticketId: duplicateId }),
    refetchOnMount: 'always',
  });
  const chosenId = pair.keptId;
  const preview = useQuery({
    queryKey: queryKeys.mergePreview(duplicateId, chosenId ?? ''),
    queryFn: chosenId === null ? skipToken : () => call('ticket:merge-preview', { duplicateId, keptId: chosenId }),
    refetchOnMount: 'always',
  });
  const proposed = candidates.data?.tickets ?? [];
  const isProposed = proposed.some(({ id }) => id === chosenId);
  const searched = ticketIdSchema.safeParse(isProposed ? null : chosenId);
  const without = ticketIdSchema.safeParse(duplicateId);
  const keep = (id: string) => {
    merge.reset();
    setPair({ duplicateId, keptId: id });
  };

  const submit = () => {
    setWasTried(true);
    const shown = preview.data;
    if (chosenId === null || shown === undefined || shown.refusal !== null) return;
    merge.mutate(
      { duplicateId, keptId: chosenId, movesLines },
      {
        onSuccess: ({ linkId, keptNumber, movedSeconds }) => {
          onClose();
          openTicket(chosenId, { focus: true });
          const names = { number: shown.duplicate.number, kept: keptNumber };
          showUndoNotice({
            topic: `link ${linkId}`,
            message:
              movedSeconds === 0
                ? t('links:merge.done', names)
                : t('links:merge.doneWithTime', { ...names, time: formatSpent(movedSeconds) }),
            onUndo: () => takeMergeBack(linkId, duplicateId),
          });
        },
      },
    );
  };
  if (candidates.isPending) return null;
  return (
    <HandlingForm
      help={t('links:merge.help')}
      submitLabel={t('links:merge.submit')}
      isPending={merge.isPending}
      isRefused={chosenId !== null && preview.data !== undefined && preview.data.refusal !== null}
      error={merge.error}
      onSubmit={submit}
      onCancel={onClose}
    >
      {proposed.length > 0 && (
        <Radio.Group label={t('links:merge.candidates')} value={isProposed ? chosenId : null} onChange={keep}>
          <Stack gap={6} mt={6}>
            {proposed.map(({ id, number, title, state, registeredAt }, index) => (
              <Radio
                key={id}
                value={id}
                size="sm"
                label={`${number} ${title}`}
                description={`${t(`common:ticketState.${state}`)} · ${format.dayTime(registeredAt)}`}
                {...(index === 0 ? { ref: focusOnce } : {})}
              />
            ))}
          </Stack>
        </Radio.Group>
      )}
      <TicketSelect
        label={t('links:merge.search')}
        value={searched.success ? searched.data : null}
        without={without.success ? without.data : null}
        error={wasTried && chosenId === null ? t('links:merge.keptMissing') : null}
        onChange={keep}
        hasFocusFirst={proposed.length === 0}
      />
      {preview.isError && <FailureText error={preview.error} />}
      {preview.data !== undefined && chosenId !== null && (
        <MergePreview
          preview={preview.data}
          movesLines={movesLines}
          onMovesLines={setMovesLines}
          onSwap={() => setPair({ duplicateId: chosenId, keptId: duplicateId })}
          onClose={onClose}
        />
      )}
    </HandlingForm>
  );
}
