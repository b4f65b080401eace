import type { SplitDraftView } from '@ipc/link-views';
import { Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../../api/client';
import { queryKeys } from '../../../api/query-keys';
import { useCommand } from '../../../api/use-command';
import { FailureText } from '../../../ui/FailureText';
import { focusOnce } from '../../../ui/focus-once';
import { showUndoNotice } from '../../../ui/undo-notice';
import { useWorkbenchActions } from '../../../ui/workbench-actions';
import { HandlingForm } from '../handling/HandlingForm';
import { LinesToMove } from './LinesToMove';
import { useTakeLinkBack } from './use-take-link-back';

interface SplitFormProps {
  readonly ticketId: string;
  readonly onClose: () => void;
}

/** Says what a part of a ticket is about, and which lines belong to it. */
export function SplitForm({ ticketId, onClose }: SplitFormProps) {
  const draft = useQuery({
    queryKey: queryKeys.splitDraft(ticketId),
    queryFn: () => call('ticket:split-draft', { ticketId }),
    refetchOnMount: 'always',
  });
  if (draft.isError) return <FailureText error={draft.error} />;
  return draft.data === undefined ? null : <Fields ticketId={ticketId} draft={draft.data} onClose={onClose} />;
}

function Fields({ ticketId, draft, onClose }: SplitFormProps & { readonly draft: SplitDraftView }) {
  const { t } = useTranslation('links');
  const { openTicket } = useWorkbenchActions();
  const split = useCommand('ticket:split', { showsFailure: true });
  const { takeSplitBack } = useTakeLinkBack();
  const [title, setTitle] = useState(draft.title);
  const [description, setDescription] = useState(draft.description);
  const [lineIds, setLineIds] = useState<readonly string[]>([]);
  const [wasTried, setWasTried] = useState(false);

  const submit = () => {
    setWasTried(true);
    if (title.trim() === '') return;
    split.mutate(
      { ticketId, title, description, lineIds: [...lineIds] },
      {
        onSuccess: ({ ticketId: partId, number, linkId }) => {
          onClose();
          openTicket(partId, { focus: true });
          showUndoNotice({
            topic: `link ${linkId}`,
            message: t('split.done', { number, from: draft.number }),
            onUndo: () => takeSplitBack(linkId, ticketId, partId),
          });
        },
      },
    );
  };
  return (
    <HandlingForm
      help={t('split.help')}
      submitLabel={t('split.submit')}
      isPending={split.isPending}
      error={split.error}
      onSubmit={submit}
      onCancel={onClose}
    >
      <TextInput
        label={t('split.name')}
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
        // What the whole ticket is called is hardly what the part is called.
        onFocus={(event) => event.currentTarget.select()}
        error={wasTried && title.trim() === '' ? t('split.nameMissing') : null}
        maxLength={500}
        required
        ref={focusOnce}
      />
      <Textarea
        label={t('split.description')}
        value={description}
        onChange={(event) => setDescription(event.currentTarget.value)}
        maxLength={20_000}
        minRows={3}
        maxRows={10}
        autosize
      />
      <LinesToMove lines={draft.lines} chosen={lineIds} onChange={setLineIds} />
    </HandlingForm>
  );
}
