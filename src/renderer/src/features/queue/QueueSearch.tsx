import { ActionIcon, CloseButton, Group, Kbd, TextInput, Tooltip } from '@mantine/core';
import { IconPlus, IconSearch } from '@tabler/icons-react';
import { type ReactNode, startTransition, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFocusTarget } from '../../ui/focus-targets';
import { useWorkbenchActions } from '../../ui/workbench-actions';

const NOT_SHOWN = { display: 'none' } as const;

interface QueueSearchProps {
  /** What it begins with; what is typed since stays here. */
  readonly initial: string;
  /** Told as a transition: a key shows at once, whatever follows from it. */
  readonly onSearch: (search: string) => void;
  /** Down and Enter: on to what was found by these words. */
  readonly onGoToList: (search: string) => void;
  /** What else narrows the list. */
  readonly children: ReactNode;
}

/** The search box of the queue, and beside it the way to a new ticket. Escape clears it and goes back to the list; down and Enter go to the list. */
export function QueueSearch({ initial, onSearch, onGoToList, children }: QueueSearchProps) {
  const { t } = useTranslation('queue');
  const { t: tTicket } = useTranslation('ticket');
  const { focusQueue, focusSearch, registerTicket } = useWorkbenchActions();
  const ref = useFocusTarget('search');
  const [value, setValue] = useState(initial);
  const change = (typed: string) => {
    setValue(typed);
    startTransition(() => onSearch(typed));
  };
  return (
    <Group px="md" py="sm" gap="xs" wrap="nowrap">
      <TextInput
        ref={ref}
        type="search"
        aria-label={t('search')}
        placeholder={t('searchPlaceholder')}
        value={value}
        onChange={(event) => change(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') {
            event.preventDefault();
            change('');
            focusQueue();
          } else if (event.key === 'ArrowDown' || event.key === 'Enter') {
            event.preventDefault();
            onGoToList(value);
          }
        }}
        maxLength={200}
        flex={1}
        leftSection={<IconSearch size={16} stroke={1.75} aria-hidden />}
        rightSection={
          // Both are there at any time: a key changes what can be seen, and builds nothing.
          <>
            <Kbd size="xs" aria-hidden {...(value === '' ? {} : NOT_SHOWN)}>
              /
            </Kbd>
            <CloseButton
              size="sm"
              aria-label={t('clearSearch')}
              onClick={() => {
                change('');
                // The button goes with the words, and with it would go the keyboard.
                focusSearch();
              }}
              {...(value === '' ? NOT_SHOWN : {})}
            />
          </>
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
