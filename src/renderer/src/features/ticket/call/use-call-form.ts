import type { CallForm } from '@core/ticket/call-form';
import type { TicketChoicesView } from '@ipc/ticket-views';
import { useDebouncedCallback } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command';
import { formatMinutes } from '../../../ui/format';
import { showNotice } from '../../../ui/show-notice';
import { showUndoNotice } from '../../../ui/undo-notice';
import { useWorkbenchActions } from '../../../ui/workbench-actions';

/** What is written goes to the disk when somebody pauses, not at every letter. */
const REST_MS = 300;

const SECONDS_PER_MINUTE = 60;
const minutesText = (seconds: number) => formatMinutes(Math.floor(seconds / SECONDS_PER_MINUTE));

interface CallFormOptions {
  readonly onClose: () => void;
  readonly onReopen: () => void;
}

export type CallFormState = ReturnType<typeof useCallForm>;

/** What is written during a call, and what can become of it. */
export function useCallForm(
  initial: CallForm,
  choices: TicketChoicesView | undefined,
  { onClose, onReopen }: CallFormOptions,
) {
  const { t } = useTranslation('ticket');
  const { openTicket } = useWorkbenchActions();
  const register = useCommand('ticket:register', { showsFailure: true });
  const { mutate: unregister } = useCommand('ticket:unregister');
  const { mutate: keepForm } = useCommand('call:keep');
  const { mutate: leaveCall } = useCommand('call:leave');
  const { mutate: moveCall } = useCommand('call:move');
  const { mutate: goOn, mutateAsync: takeUp } = useCommand('call:go-on');
  const [values, setValues] = useState(initial);
  const [wasTried, setWasTried] = useState(false);
  const keep = useDebouncedCallback((form: CallForm) => keepForm({ form }), REST_MS);

  const usual = choices?.groups.find(({ remoteId }) => remoteId === choices.usualGroupRemoteId)?.remoteId ?? null;
  const groupRemoteId = values.groupRemoteId ?? usual;
  // The form is gone by then, and with it what a mutation would call back.
  const reopen = () => void takeUp({}).then(onReopen, () => undefined);
  const isDecisionUnfounded = values.escalation === 'declined' && values.escalationReason.trim() === '';

  return {
    values,
    groupRemoteId,
    isPending: register.isPending,
    error: register.error,
    isTitleMissing: wasTried && values.title.trim() === '',
    isGroupMissing: wasTried && groupRemoteId === null,
    isReasonMissing: wasTried && isDecisionUnfounded,
    goOn: () => goOn({}),
    change: (changes: Partial<CallForm>) => {
      const next = { ...values, ...changes };
      setValues(next);
      keep(next);
    },
    submit: () => {
      setWasTried(true);
      if (values.title.trim() === '' || groupRemoteId === null || isDecisionUnfounded || register.isPending) return;
      register.mutate(
        { ...values, groupRemoteId },
        {
          onSuccess: ({ ticketId, number }) => {
            onClose();
            openTicket(ticketId, { focus: true });
            // With a timer or a decision on it there is something to lose.
            if (values.startsTimer || values.escalation !== 'none') return;
            showUndoNotice({
              topic: `ticket ${ticketId}`,
              message: t('register.done', { number }),
              onUndo: () => unregister({ ticketId }),
            });
          },
        },
      );
    },
    /** Closes the form without a ticket; its time goes nowhere, or to what ran before. */
    leave: (time: 'nowhere' | 'paused-ticket') => {
      leaveCall(
        { form: values, time },
        {
          onSuccess: ({ lostSeconds }) => {
            onClose();
            const isLong = lostSeconds >= SECONDS_PER_MINUTE;
            if (!isLong && JSON.stringify(values) === JSON.stringify(initial)) return;
            showUndoNotice({
              topic: 'call',
              message: isLong ? t('register.leftTime', { time: minutesText(lostSeconds) }) : t('register.left'),
              onUndo: reopen,
            });
          },
        },
      );
    },
    /** It is about a ticket that is here: that one is opened, and has the time of the call. */
    openInstead: ({ ticketId, number }: { ticketId: string; number: string }) => {
      const show = () => {
        onClose();
        openTicket(ticketId, { focus: true });
      };
      if (!values.startsTimer) {
        return leaveCall({ form: values, time: 'nowhere' }, { onSuccess: show });
      }
      moveCall(
        { form: values, ticketId },
        {
          onSuccess: ({ seconds }) => {
            show();
            showNotice(t('register.moved', { number, time: minutesText(seconds) }));
          },
        },
      );
    },
  };
}
