import { Button, Group, SegmentedControl, Stack, Text, Textarea } from '@mantine/core';
import { IconCloudOff, IconLock, IconMail } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { noteActivity } from '../../api/activity-notes';
import { syncQuery } from '../../api/queries';
import { useCommand } from '../../api/use-command';
import { useHasPortal } from '../../api/use-has-portal';
import { classNames } from '../../ui/class-names';
import { FailureText } from '../../ui/FailureText';
import styles from './ComposeBox.module.css';
import { EMPTY_DRAFT, type MessageDraft } from './message-draft';

const cx = classNames(styles);

interface ComposeBoxProps {
  readonly ticketId: string;
  readonly drafts: Map<string, MessageDraft>;
}

/** Writes a note or a message. Which of the two it is stands in words at the box and on the button. */
export function ComposeBox({ ticketId, drafts }: ComposeBoxProps) {
  const { t } = useTranslation('ticket');
  const [draft, setDraft] = useState(() => drafts.get(ticketId) ?? EMPTY_DRAFT);
  const write = useCommand('message:write', { showsFailure: true });
  const isOnline = useQuery({ ...syncQuery, select: selectIsOnline }).data ?? true;
  const hasPortal = useHasPortal();
  // Nobody would get a message.
  const isInternalNote = draft.isInternalNote || !hasPortal;
  const text = draft.text.trim();

  const change = (next: MessageDraft) => {
    drafts.set(ticketId, next);
    setDraft(next);
  };
  const send = () => {
    if (text === '' || write.isPending) return;
    write.mutate(
      { ticketId, text, isInternalNote },
      { onSuccess: () => change({ ...EMPTY_DRAFT, isInternalNote: draft.isInternalNote }) },
    );
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    send();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      send();
    }
  };

  return (
    <form
      className={cx('box', isInternalNote && 'note')}
      aria-label={t('messages.compose')}
      onSubmit={onSubmit}
      onKeyDown={onKeyDown}
    >
      <Stack gap="sm">
        <Group gap="8px 12px">
          {hasPortal && (
            <SegmentedControl
              aria-label={t('messages.kind')}
              value={draft.isInternalNote ? 'note' : 'message'}
              onChange={(kind) => change({ ...draft, isInternalNote: kind === 'note' })}
              data={[
                { value: 'note', label: t('messages.asNote') },
                { value: 'message', label: t('messages.toCustomer') },
              ]}
            />
          )}
          <span className={cx('who')} data-customer={!isInternalNote}>
            {isInternalNote ? (
              <IconLock size={15} stroke={1.75} aria-hidden />
            ) : (
              <IconMail size={15} stroke={1.75} aria-hidden />
            )}
            {t(hasPortal ? (isInternalNote ? 'messages.noteHelp' : 'messages.customerWarning') : 'messages.keptHere')}
          </span>
        </Group>
        <Textarea
          aria-label={t('messages.text')}
          value={draft.text}
          onChange={(event) => {
            noteActivity(ticketId, 'typed');
            change({ ...draft, text: event.currentTarget.value });
          }}
          maxLength={20_000}
          autosize
          minRows={3}
          maxRows={14}
        />
        {write.isError && <FailureText error={write.error} />}
        <Group justify="space-between" gap="sm">
          <Text size="sm" c="dimmed" className={cx('offline')}>
            {hasPortal && !isOnline && (
              <>
                <IconCloudOff size={15} stroke={1.75} aria-hidden />
                {t('messages.offline')}
              </>
            )}
          </Text>
          <Button type="submit" disabled={text === ''} loading={write.isPending}>
            {isInternalNote ? t('messages.saveNote') : t('messages.sendMessage')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function selectIsOnline({ connection }: { connection: { kind: string } }): boolean {
  return connection.kind === 'online' || connection.kind === 'syncing';
}
