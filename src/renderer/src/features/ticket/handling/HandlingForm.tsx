import { Button, Group, Stack, Text } from '@mantine/core';
import type { FormEvent, KeyboardEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureText } from '../../../ui/FailureText';

interface HandlingFormProps {
  readonly help?: string;
  readonly submitLabel: string;
  readonly cancelLabel?: string;
  /** What Ctrl + Enter does, where that is more than to save. */
  readonly keysHint?: string;
  readonly isPending: boolean;
  /** Why it cannot be done stands in the form. */
  readonly isRefused?: boolean;
  readonly error: unknown;
  readonly onSubmit: () => void;
  readonly onCancel: () => void;
  readonly children: ReactNode;
}

/** What a decision means and needs, and the button that makes it. Ctrl + Enter makes it too. */
export function HandlingForm(props: HandlingFormProps) {
  const {
    help,
    submitLabel,
    cancelLabel,
    keysHint,
    isPending,
    isRefused = false,
    error,
    onSubmit,
    onCancel,
    children,
  } = props;
  const { t } = useTranslation(['handling', 'common']);
  const submit = (event: FormEvent | KeyboardEvent) => {
    event.preventDefault();
    if (!isPending && !isRefused) onSubmit();
  };
  return (
    <form
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit(event);
      }}
      noValidate
    >
      <Stack gap="md">
        {help !== undefined && (
          <Text size="sm" c="dimmed">
            {help}
          </Text>
        )}
        {children}
        {error !== null && <FailureText error={error} />}
        <Group justify="space-between" gap="sm">
          <Text size="xs" c="dimmed">
            {keysHint ?? t('handling:dialog.keys')}
          </Text>
          <Group gap="sm">
            <Button variant="default" onClick={onCancel}>
              {cancelLabel ?? t('common:action.cancel')}
            </Button>
            <Button type="submit" loading={isPending} disabled={isRefused}>
              {submitLabel}
            </Button>
          </Group>
        </Group>
      </Stack>
    </form>
  );
}
