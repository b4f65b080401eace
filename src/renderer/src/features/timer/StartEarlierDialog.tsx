import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ticketQuery } from '../../api/queries';
import { useTimerToggle } from '../../api/use-timer-toggle';
import { MOST_EARLIER_MINUTES } from '../../ui/earlier-start';
import { useStartWords } from '../../ui/use-start-words';

interface StartEarlierDialogProps {
  /** The ticket to start on; null keeps the dialog closed. */
  readonly ticketId: string | null;
  readonly onClose: () => void;
}

/** Starts a timer that is to have begun any number of minutes ago. */
export function StartEarlierDialog({ ticketId, onClose }: StartEarlierDialogProps) {
  const { t } = useTranslation(['timer', 'common']);
  const number = useQuery({ ...ticketQuery(ticketId ?? ''), enabled: ticketId !== null }).data?.number ?? '';
  return (
    <Modal
      opened={ticketId !== null}
      onClose={onClose}
      size={440}
      title={t('timer:earlier.title', { number })}
      closeButtonProps={{ 'aria-label': t('common:action.close') }}
    >
      {ticketId !== null && <StartEarlierForm ticketId={ticketId} onClose={onClose} />}
    </Modal>
  );
}

function StartEarlierForm({ ticketId, onClose }: { readonly ticketId: string; readonly onClose: () => void }) {
  const { t } = useTranslation(['timer', 'common']);
  const { startEarlier } = useTimerToggle();
  const words = useStartWords();
  const [typed, setTyped] = useState('20');
  const minutes = /^\d{1,3}$/u.test(typed.trim()) ? Number(typed) : Number.NaN;
  const isSound = minutes >= 1 && minutes <= MOST_EARLIER_MINUTES;

  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (!isSound) return;
    startEarlier(ticketId, minutes);
    onClose();
  };
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack gap="md">
        <Group gap="md" align="flex-end">
          <TextInput
            label={t('timer:earlier.minutes')}
            inputMode="numeric"
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
            onFocus={(event) => event.currentTarget.select()}
            maxLength={3}
            w={140}
            data-autofocus
          />
          <Text size="sm" c="dimmed" pb={8} aria-live="polite">
            {isSound ? words.from(minutes) : t('timer:earlier.invalid', { most: MOST_EARLIER_MINUTES })}
          </Text>
        </Group>
        {words.bound !== null && (
          <Text size="sm" c="dimmed">
            {words.bound}
          </Text>
        )}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            {t('common:action.cancel')}
          </Button>
          <Button type="submit" disabled={!isSound}>
            {t('common:action.startTimer')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
