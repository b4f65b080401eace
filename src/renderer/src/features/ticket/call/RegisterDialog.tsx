import { EMPTY_CALL_FORM } from '@core/ticket/call-form';
import type { CallView } from '@ipc/call-views';
import { Modal } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { callQuery } from '../../../api/queries';
import { queryKeys } from '../../../api/query-keys';
import { useCommand } from '../../../api/use-command';
import { useTicketChoices } from '../../../api/use-ticket-choices';
import { FailureText } from '../../../ui/FailureText';
import { CallForm } from './CallForm';
import { useCallForm } from './use-call-form';

interface RegisterDialogProps {
  readonly opened: boolean;
  /** Whether it is registered because somebody escalates. */
  readonly escalates: boolean;
  readonly onClose: () => void;
  /** Opens it again: what was closed is taken up. */
  readonly onReopen: () => void;
}

/**
 * Registers a ticket that comes by telephone or across the desk. The time of the call runs from the moment it opens, and it
 * and what is written are on disk all along.
 */
export function RegisterDialog({ opened, escalates, onClose, onReopen }: RegisterDialogProps) {
  const queryClient = useQueryClient();
  const { mutate: openCall, error } = useCommand('call:open', { showsFailure: true });
  useEffect(() => {
    if (!opened) {
      queryClient.setQueryData(queryKeys.call, { call: null });
      return;
    }
    const form = { ...EMPTY_CALL_FORM, escalation: escalates ? ('requested' as const) : ('none' as const) };
    openCall({ form }, { onSuccess: (answer) => queryClient.setQueryData(queryKeys.call, answer) });
  }, [opened, escalates, openCall, queryClient]);
  const call = useQuery({ ...callQuery, enabled: opened }).data?.call ?? null;
  if (!opened || (call === null && error === null)) return null;
  return <OpenedDialog call={call} error={error} escalates={escalates} onClose={onClose} onReopen={onReopen} />;
}

interface OpenedDialogProps extends Omit<RegisterDialogProps, 'opened'> {
  readonly call: CallView | null;
  readonly error: unknown;
}

function OpenedDialog({ call, error, escalates, onClose, onReopen }: OpenedDialogProps) {
  const { t } = useTranslation(['ticket', 'handling', 'common']);
  const choices = useTicketChoices({ enabled: true });
  const form = useCallForm(call?.form ?? EMPTY_CALL_FORM, choices.data, { onClose, onReopen });
  return (
    <Modal
      opened={!choices.isPending}
      onClose={() => (call === null ? onClose() : form.leave('nowhere'))}
      size={820}
      title={escalates ? t('handling:registerEscalated') : t('ticket:register.title')}
      closeButtonProps={{ 'aria-label': t('common:action.close') }}
    >
      {error !== null && <FailureText error={error} />}
      {choices.isError && <FailureText error={choices.error} />}
      {choices.data !== undefined && call !== null && <CallForm call={call} choices={choices.data} form={form} />}
    </Modal>
  );
}
