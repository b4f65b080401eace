import { CloseButton, Kbd, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFocusTarget } from '../../ui/focus-targets';
import { useWorkbenchActions } from '../../ui/workbench-actions';

interface QueueSearchProps {
  readonly value: string;
  readonly onChange: (search: string) => void;
  /** Down and Enter: on to what was found. */
  readonly onGoToList: () => void;
}

/** The search box of the queue. Escape clears it and goes back to the list; down and Enter go to the list. */
export function QueueSearch({ value, onChange, onGoToList }: QueueSearchProps) {
  const { t } = useTranslation('queue');
  const { focusQueue } = useWorkbenchActions();
  const ref = useFocusTarget('search');
  return (
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
      px="md"
      py="sm"
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
  );
}
