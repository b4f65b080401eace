import { ActionIcon, CloseButton, Group, Kbd, TextInput, Tooltip } from '@mantine/core';
import { IconPlus, IconSearch } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFocusTarget } from '../../ui/focus-targets';
import { useWorkbenchActions } from '../../ui/workbench-actions';

interface QueueSearchProps {
  readonly value: string;
  readonly onChange: (search: string) => void;
  /** Down and Enter: on to what was found. */
  readonly onGoToList: () => void;
  /** What else narrows the list. */
  readonly children: ReactNode;
}

/** The search box of the queue, and beside it the way to a new ticket. Escape clears it and goes back to the list; down and Enter go to the list. */
export function QueueSearch({ value, onChange, onGoToList, children }: QueueSearchProps) {
  const { t } = useTranslation('queue');
  const { t: tTicket } = useTranslation('ticket');
  const { focusQueue, registerTicket } = useWorkbenchActions();
  const ref = useFocusTarget('search');
  return (
    <Group px="md" py="sm" gap="xs" wrap="nowrap">
      <TextInput
        ref={ref}
        type="search"
        aria-label={t('search')}
        placeholder={t('searchPlaceholder')}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') {
            event.preventDefault();
            onChange('');
            focusQueue();
          } else if (event.key === 'ArrowDown' || event.key === 'Enter') {
            event.preventDefault();
            onGoToList();
          }
        }}
        maxLength={200}
        flex={1}
        leftSection={<IconSearch size={16} stroke={1.75} aria-hidden />}
        rightSection={
          value === '' ? (
            <Kbd size="xs" aria-hidden>
              /
            </Kbd>
          ) : (
            <CloseButton size="sm" aria-label={t('clearSearch')} onClick={() => onChange('')} />
          )
        }
      />
      {children}
      <Tooltip label={tTicket('register.open')}>
        <ActionIcon
          variant="default"
          size={34}
          aria-label={tTicket('register.open')}
          aria-keyshortcuts="N"
          onClick={registerTicket}
        >
          <IconPlus size={18} stroke={1.75} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </Group>
  );
}
