import type { SyncView } from '@ipc/sync-views';
import { Switch, UnstyledButton } from '@mantine/core';
import { IconArrowsSplit2, IconClockUp, IconKey, IconUserExclamation } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { syncQuery } from '../../api/queries';
import { useCommand } from '../../api/use-command';
import { classNames } from '../../ui/class-names';
import { Later } from '../../ui/Later';
import { useCalmly } from '../../ui/use-calmly';
import { usePortalName } from '../../ui/use-portal-name';
import { useWorkbenchActions } from '../../ui/workbench-actions';
import { countNeedsPerson, nearEndOfKey, useConnectionWords, useKeyWords } from './connection';
import styles from './StatusBar.module.css';

const cx = classNames(styles);

/** The connection, what waits and what needs a person; a click leads to the sync view. */
export function StatusBar() {
  // A sync tells of its progress again and again; drawn in slices, it keeps no key waiting.
  const sync = useCalmly(useQuery(syncQuery).data);
  return (
    <footer className={cx('bar')} data-testid="status-bar">
      {sync !== undefined && (
        <Later>
          <Status sync={sync} />
        </Later>
      )}
    </footer>
  );
}

const Status = memo(function Status({ sync }: { readonly sync: SyncView }) {
  const { t } = useTranslation('sync');
  const { openSync } = useWorkbenchActions();
  const setOffline = useCommand('sync:set-offline');
  const { icon: ConnectionIcon, tone, words, progress } = useConnectionWords(sync.connection);
  const needsPerson = countNeedsPerson(sync);
  const portalName = usePortalName(sync.portal);
  const keyEnd = nearEndOfKey(sync);
  const hasPortal = sync.portal.kind !== 'lists';
  const conflictCount = sync.conflicts.length + sync.lineConflicts.length;
  return (
    <>
      <UnstyledButton
        className={cx('item', tone)}
        title={t('openSync')}
        data-connection={sync.connection.kind}
        onClick={openSync}
      >
        <ConnectionIcon size={15} stroke={1.75} aria-hidden />
        <span aria-live="polite">{words}</span>
        {/* Apart: whoever listens would hear every number. */}
        {progress !== '' && <span data-testid="sync-progress">{progress}</span>}
      </UnstyledButton>
      {hasPortal && (
        <UnstyledButton
          className={cx('item')}
          title={t('openSync')}
          data-testid="sync-waiting"
          data-count={sync.waitingCount}
          onClick={openSync}
        >
          <IconClockUp size={15} stroke={1.75} aria-hidden />
          {t('waiting', { count: sync.waitingCount })}
        </UnstyledButton>
      )}
      {needsPerson > 0 && (
        <UnstyledButton className={cx('item', 'needs-person')} title={t('openSync')} onClick={openSync}>
          <IconUserExclamation size={15} stroke={1.75} aria-hidden />
          {t('needsYou', { count: needsPerson })}
        </UnstyledButton>
      )}
      {keyEnd !== null && <KeyEnd end={keyEnd} />}
      {conflictCount > 0 && (
        <UnstyledButton className={cx('item', 'conflicts')} title={t('openSync')} onClick={openSync}>
          <IconArrowsSplit2 size={15} stroke={1.75} aria-hidden />
          {t('conflicts', { count: conflictCount })}
        </UnstyledButton>
      )}
      <span className={cx('space')} />
      {hasPortal && (
        <>
          <Switch
            size="xs"
            label={t('offlineSwitch')}
            labelPosition="left"
            data-testid="offline-switch"
            checked={sync.connection.kind === 'switched-offline'}
            disabled={setOffline.isPending}
            onChange={(event) => setOffline.mutate({ isOffline: event.currentTarget.checked })}
          />
          <span className={cx('portal')} title={sync.portal.address}>
            {portalName}
          </span>
        </>
      )}
    </>
  );
});

function KeyEnd({ end }: { readonly end: NonNullable<ReturnType<typeof nearEndOfKey>> }) {
  const { t } = useTranslation('sync');
  const { openSync } = useWorkbenchActions();
  const words = useKeyWords(end);
  return (
    <UnstyledButton
      className={cx('item', end.warningDays <= 1 ? 'needs-person' : 'warns')}
      title={t('openSync')}
      data-testid="key-end"
      onClick={openSync}
    >
      <IconKey size={15} stroke={1.75} aria-hidden />
      {words}
    </UnstyledButton>
  );
}
