import type { QueueQuestion } from '@core/ticket/queue-view';
import type { SavedFilter } from '@ipc/requests/queue';
import { ActionIcon, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, type RefObject, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { savedFiltersQuery } from '../../api/queries';
import { queryKeys } from '../../api/query-keys';
import { useCommand } from '../../api/use-command';
import { leaveOnEscape } from '../../ui/leave-on-escape';
import { showUndoNotice } from '../../ui/undo-notice';

const CHANGES = { changes: [queryKeys.savedFilters] };
const LONGEST_NAME = 60;

interface SavedFiltersProps {
  readonly question: QueueQuestion;
  readonly onUse: (question: QueueQuestion) => void;
}

/** The saved filters, to be used, given another name or removed, and the way to save what is asked for now. */
export function SavedFilters({ question, onUse }: SavedFiltersProps) {
  const { t } = useTranslation('queue');
  const filters = useQuery(savedFiltersQuery).data?.filters ?? [];
  const save = useCommand('queue:save-filter', CHANGES);
  const { mutate: putBack } = save;
  const remove = useCommand('queue:remove-filter', CHANGES);
  const [renamingId, setRenamingId] = useState<string | null>(null);
  // The keyboard stays in the menu when what it was on goes away.
  const nameRef = useRef<HTMLInputElement>(null);
  const endRenaming = () => {
    setRenamingId(null);
    nameRef.current?.focus();
  };
  const removeWithUndo = (filter: SavedFilter) =>
    remove.mutate(
      { id: filter.id },
      {
        onSuccess: () => {
          nameRef.current?.focus();
          showUndoNotice({
            topic: `filter ${filter.id}`,
            message: t('filter.removed', { name: filter.name }),
            onUndo: () => putBack(filter),
          });
        },
      },
    );
  return (
    <Stack gap="xs">
      <Text size="sm" fw={600}>
        {t('filter.saved')}
      </Text>
      {filters.length === 0 && (
        <Text size="xs" c="dimmed">
          {t('filter.noneSaved')}
        </Text>
      )}
      {filters.map((filter) =>
        renamingId === filter.id ? (
          <NameForm
            key={filter.id}
            label={t('filter.newName', { name: filter.name })}
            button={t('filter.rename')}
            initialName={filter.name}
            onSave={(name) => save.mutate({ ...filter, name }, { onSuccess: endRenaming })}
            onCancel={endRenaming}
          />
        ) : (
          <Group key={filter.id} gap={4} wrap="nowrap">
            <Button
              variant="subtle"
              color="gray"
              justify="flex-start"
              flex={1}
              miw={0}
              onClick={() => onUse(filter.question)}
            >
              {filter.name}
            </Button>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('filter.renameThis', { name: filter.name })}
              onClick={() => setRenamingId(filter.id)}
            >
              <IconPencil size={16} stroke={1.75} aria-hidden />
            </ActionIcon>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('filter.removeThis', { name: filter.name })}
              onClick={() => removeWithUndo(filter)}
            >
              <IconTrash size={16} stroke={1.75} aria-hidden />
            </ActionIcon>
          </Group>
        ),
      )}
      <NameForm
        inputRef={nameRef}
        label={t('filter.name')}
        button={t('filter.save')}
        onSave={(name) => save.mutate({ id: null, name, question })}
      />
    </Stack>
  );
}

interface NameFormProps {
  readonly label: string;
  readonly button: string;
  readonly initialName?: string;
  readonly inputRef?: RefObject<HTMLInputElement | null>;
  readonly onSave: (name: string) => void;
  readonly onCancel?: () => void;
}

function NameForm({ label, button, initialName = '', inputRef, onSave, onCancel }: NameFormProps) {
  const [name, setName] = useState(initialName);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') return;
    onSave(name.trim());
    setName(initialName);
  };
  return (
    <form onSubmit={onSubmit} {...(onCancel === undefined ? {} : { onKeyDown: leaveOnEscape(onCancel) })}>
      <Group gap="xs" wrap="nowrap">
        <TextInput
          {...(inputRef === undefined ? {} : { ref: inputRef })}
          aria-label={label}
          placeholder={label}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          maxLength={LONGEST_NAME}
          flex={1}
          autoFocus={onCancel !== undefined}
        />
        <Button type="submit" variant="default" disabled={name.trim() === ''}>
          {button}
        </Button>
      </Group>
    </form>
  );
}
