import type { KeyKeeping } from '@ipc/app-views';
import type { KnownPortalView } from '@ipc/requests/portals';
import { Button, Group, PasswordInput, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { afterwards } from '../../api/afterwards';
import { appQuery } from '../../api/queries';
import { useCommand } from '../../api/use-command';
import { FailureText } from '../FailureText';
import { initialKeyKeeping, KeyKeepingChoice } from '../KeyKeepingChoice';
import { leaveOnEscape } from '../leave-on-escape';
import { showNotice } from '../show-notice';

/** Takes a known portal into use, and says what that paused. */
export function useOpenPortal(options: { readonly showsFailure?: boolean } = {}) {
  const { t } = useTranslation('portals');
  const open = useCommand('portals:open', options);
  return {
    isPending: open.isPending,
    error: open.error,
    open: (portalId: string, key: { apiKey: string; keepKey: KeyKeeping } | null) =>
      // The list it was chosen from is gone by then.
      afterwards(open.mutateAsync({ portalId, key }), ({ pausedTicketNumber }) => {
        if (pausedTicketNumber !== null) showNotice(t('timerPaused', { number: pausedTicketNumber }));
      }),
  };
}

/** Asks for the key of a portal whose key is not kept; it opens without one, too. */
export function OpenWithKey({ portal, onLeave }: { readonly portal: KnownPortalView; readonly onLeave: () => void }) {
  const { t } = useTranslation(['portals', 'common']);
  const hasKeyring = useQuery(appQuery).data?.hasKeyring ?? false;
  const [apiKey, setApiKey] = useState('');
  const [chosen, setChosen] = useState<KeyKeeping | null>(null);
  const keepKey = chosen ?? initialKeyKeeping(hasKeyring);
  const { open, isPending, error } = useOpenPortal({ showsFailure: true });
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (apiKey.trim() !== '' && !isPending) open(portal.id, { apiKey: apiKey.trim(), keepKey });
  };
  return (
    <form onSubmit={onSubmit} onKeyDown={leaveOnEscape(onLeave)}>
      <Stack gap="sm">
        <Text size="sm">{t('portals:keyAsked')}</Text>
        <PasswordInput
          label={t('portals:apiKey')}
          value={apiKey}
          onChange={(event) => setApiKey(event.currentTarget.value)}
          autoComplete="off"
          maxLength={500}
          autoFocus
        />
        <KeyKeepingChoice hasKeyring={hasKeyring} value={keepKey} onChange={setChosen} />
        {error !== null && <FailureText error={error} />}
        <Group gap="sm">
          <Button type="submit" size="xs" disabled={apiKey.trim() === ''} loading={isPending}>
            {t('portals:openWithKey')}
          </Button>
          <Button size="xs" variant="default" disabled={isPending} onClick={() => open(portal.id, null)}>
            {t('portals:openWithoutKey')}
          </Button>
          <Button size="xs" variant="subtle" disabled={isPending} onClick={onLeave}>
            {t('common:action.cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
