import { type Language, languageOfCustomer } from '@core/language';
import { draftEscalationConfirmation } from '@core/ticket/escalation-draft';
import type { TicketView } from '@ipc/ticket-views';
import { Input, SegmentedControl, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { appQuery, syncQuery } from '../../../api/queries';
import { useCommand } from '../../../api/use-command';
import { showNotice } from '../../../ui/show-notice';
import { HandlingForm } from './HandlingForm';
import { standingEvent } from './standing-event';

interface ConfirmFormProps {
  readonly ticket: TicketView;
  readonly onClose: () => void;
}

/** Tells the customer that the escalation was accepted, in a drafted message that the consultant reads and changes. */
export function ConfirmForm({ ticket, onClose }: ConfirmFormProps) {
  const { t } = useTranslation(['handling', 'common']);
  const write = useCommand('message:write', { showsFailure: true });
  const settings = useQuery(appQuery).data?.settings;
  const consultantName = useQuery(syncQuery).data?.portal.userName ?? '';
  const [language, setLanguage] = useState<Language>(() => languageOfCustomer(ticket.customer?.language ?? null));
  const [text, setText] = useState<string | null>(null);
  const call = standingEvent(ticket.handling.events, 'escalation-requested')?.handling;
  const drafted = draftEscalationConfirmation(
    {
      ticketNumber: ticket.number,
      ticketTitle: ticket.title,
      recipientName: call?.calledBy ?? ticket.contact?.name ?? '',
      standing: 'accepted',
      consultantName,
      partnerName: settings?.partnerName ?? '',
      missing: [
        ...(call?.userDetails === '' ? (['user-details'] as const) : []),
        ...(call !== undefined && !call.hasScreenDump && !hasAddressedDump(ticket) ? (['screen-dump'] as const) : []),
      ],
    },
    language,
  );
  const message = text ?? drafted;
  const field = useRef<HTMLTextAreaElement>(null);
  // The dialog is open already where an acceptance came before.
  useEffect(() => field.current?.focus(), []);
  const submit = () => {
    if (message.trim() === '') return;
    write.mutate(
      { ticketId: ticket.id, text: message, isInternalNote: false },
      {
        onSuccess: () => {
          onClose();
          showNotice(t('handling:dialog.confirm.done'));
        },
      },
    );
  };
  return (
    <HandlingForm
      submitLabel={t('handling:dialog.confirm.submit')}
      keysHint={t('handling:dialog.confirm.keys')}
      cancelLabel={t('handling:dialog.confirm.later')}
      isPending={write.isPending}
      error={write.error}
      onSubmit={submit}
      onCancel={onClose}
    >
      <Input.Wrapper label={t('handling:dialog.confirm.language')} labelElement="div">
        <div>
          <SegmentedControl<Language>
            aria-label={t('handling:dialog.confirm.language')}
            value={language}
            onChange={(chosen) => {
              setLanguage(chosen);
              setText(null);
            }}
            data={[
              { value: 'sv', label: t('handling:dialog.confirm.sv') },
              { value: 'en', label: t('handling:dialog.confirm.en') },
            ]}
          />
        </div>
      </Input.Wrapper>
      <Textarea
        ref={field}
        label={t('handling:dialog.confirm.text')}
        value={message}
        onChange={(event) => setText(event.currentTarget.value)}
        maxLength={20_000}
        minRows={8}
        maxRows={18}
        autosize
        data-autofocus
      />
    </HandlingForm>
  );
}

/** Whether a screen dump with a web address is on the ticket. */
export function hasAddressedDump({ screenshots }: Pick<TicketView, 'screenshots'>): boolean {
  return screenshots.some(({ address }) => address !== '');
}
