import type { KnownPortalView } from '@ipc/requests/portals';
import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames } from '../class-names';
import { useFormat } from '../use-format';
import { usePortalName } from '../use-portal-name';
import styles from './KnownPortals.module.css';
import { OpenWithKey, useOpenPortal } from './OpenPortal';
import { RemovePortalDialog } from './RemovePortalDialog';
import { useUnsentWords } from './use-unsent-words';

const cx = classNames(styles);

/** The portals that are known on this computer: what waits for each, the way to it, and the way to be rid of it. */
export function KnownPortals({ portals }: { readonly portals: readonly KnownPortalView[] }) {
  const { t } = useTranslation('portals');
  const [removingId, setRemovingId] = useState<string | null>(null);
  const removing = portals.find(({ id }) => id === removingId);
  return (
    <>
      <ul className={cx('list')} aria-label={t('title')}>
        {portals.map((portal) => (
          <KnownPortal key={portal.id} portal={portal} onRemove={() => setRemovingId(portal.id)} />
        ))}
      </ul>
      {removing !== undefined && <RemovePortalDialog portal={removing} onClose={() => setRemovingId(null)} />}
    </>
  );
}

function KnownPortal({ portal, onRemove }: { readonly portal: KnownPortalView; readonly onRemove: () => void }) {
  const { t } = useTranslation('portals');
  const format = useFormat();
  const [isKeyAsked, setIsKeyAsked] = useState(false);
  const { open, isPending } = useOpenPortal();
  const toWords = useUnsentWords();
  const name = usePortalName(portal);
  const unsent = portal.unsent === null ? null : toWords(portal.unsent);
  const facts = [
    portal.userName,
    ...(portal.kind === 'lists' ? [] : [t(`tickets.${portal.ticketProfile}`)]),
    ...(portal.database === '' ? [] : [t('database', { database: portal.database })]),
  ];
  return (
    <li className={cx('portal')} data-testid={`portal-${portal.id}`}>
      <p className={cx('name')}>{name}</p>
      <div className={cx('actions')}>
        {portal.isOpen ? (
          <Text size="sm" c="dimmed">
            {t('inUse')}
          </Text>
        ) : (
          <Button
            size="compact-sm"
            variant="default"
            aria-label={t('openOf', { name, user: portal.userName })}
            loading={isPending}
            onClick={() => (portal.hasKey ? open(portal.id, null) : setIsKeyAsked(true))}
          >
            {t('open')}
          </Button>
        )}
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          aria-label={t('removeOf', { name, user: portal.userName })}
          onClick={onRemove}
        >
          {t('remove.short')}
        </Button>
      </div>
      <p className={cx('line')}>{facts.join(' · ')}</p>
      <p className={cx('line', unsent?.length !== 0 && 'unsent')} data-testid="unsent">
        {unsent === null && t('unreadable')}
        {unsent?.length === 0 && t('allSent')}
        {unsent !== null && unsent.length > 0 && t('notSent', { what: format.list(unsent) })}
      </p>
      {isKeyAsked && <OpenWithKey portal={portal} onLeave={() => setIsKeyAsked(false)} />}
    </li>
  );
}
