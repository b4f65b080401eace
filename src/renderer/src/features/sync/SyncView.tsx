import type { SyncView as Sync } from '@ipc/sync-views';
import { Button, Group, Progress, Title } from '@mantine/core';
import { IconMailbox, IconPencilExclamation, IconPlayerStop, IconRefresh } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { syncQuery } from '../../api/queries';
import { useCommand } from '../../api/use-command';
import { useHasPortal } from '../../api/use-has-portal';
import { classNames } from '../../ui/class-names';
import { EmptyState } from '../../ui/EmptyState';
import { FailureText } from '../../ui/FailureText';
import { Page } from '../../ui/Page';
import { useFormat } from '../../ui/use-format';
import { usePortalName } from '../../ui/use-portal-name';
import { ConflictList } from './ConflictList';
import { nearEndOfKey, needsKey, useConnectionWords } from './connection';
import { KeyForm } from './KeyForm';
import { KeyInUse } from './KeyInUse';
import { OutboxList } from './OutboxList';
import { SyncRuns } from './SyncRuns';
import styles from './SyncView.module.css';
import { WithoutPortal } from './WithoutPortal';

const cx = classNames(styles);

/** The connection in full, and everything that waits to be sent or waits for a person. */
export function SyncView() {
  const { t } = useTranslation('sync');
  const sync = useQuery(syncQuery);
  const hasPortal = useHasPortal();
  return (
    <Page title={t(hasPortal ? 'title' : 'lists.title')} testId="sync-view">
      {sync.isError && <FailureText error={sync.error} />}
      {sync.data !== undefined && <SyncDetails sync={sync.data} />}
    </Page>
  );
}

/** What an empty outbox means: not everything that was recorded has been in it. */
function emptyTextOf({ needsDescriptionCount, lineConflicts }: Sync, givenUpCount: number) {
  if (lineConflicts.some(({ kind }) => kind === 'gone')) return 'empty.textAtOdds';
  if (givenUpCount > 0) return 'empty.textGivenUp';
  return needsDescriptionCount > 0 ? 'empty.textUndescribed' : 'empty.text';
}

function SyncDetails({ sync }: { readonly sync: Sync }) {
  const { t } = useTranslation('sync');
  const hasPortal = sync.portal.kind !== 'lists';
  const parked = sync.entries.filter(({ state, givenUpAt }) => state === 'parked' && givenUpAt === null);
  const givenUp = sync.entries.filter(({ givenUpAt }) => givenUpAt !== null);
  const waiting = sync.entries.filter(({ state }) => state === 'waiting' || state === 'in-flight');
  const isEmpty = parked.length === 0 && waiting.length === 0;
  return (
    <>
      <Connection sync={sync} />
      {needsKey(sync.connection) && nearEndOfKey(sync) === null && <KeyForm />}
      <KeyInUse sync={sync} />
      {sync.needsDescriptionCount > 0 && (
        <p className={cx('notice')}>
          <IconPencilExclamation size={18} stroke={1.75} aria-hidden />
          <span>
            <strong>{t('needsDescription', { count: sync.needsDescriptionCount })}</strong>{' '}
            {t(hasPortal ? 'needsDescriptionText' : 'lists.needsDescriptionText')}
          </span>
        </p>
      )}
      <ConflictList conflicts={sync.conflicts} lineConflicts={sync.lineConflicts} />
      {parked.length > 0 && (
        <section aria-label={t('parked')}>
          <Title order={2} size="h3" mb="sm">
            {t('parked')} <span className={cx('count')}>{sync.parkedCount}</span>
          </Title>
          <OutboxList label={t('parked')} entries={parked} />
        </section>
      )}
      {waiting.length > 0 && (
        <section aria-label={t('waitingTitle')}>
          <Title order={2} size="h3" mb="sm">
            {t('waitingTitle')} <span className={cx('count')}>{sync.waitingCount}</span>
          </Title>
          <OutboxList label={t('waitingTitle')} entries={waiting} />
        </section>
      )}
      {givenUp.length > 0 && (
        <section aria-label={t('givenUp')}>
          <Title order={2} size="h3" mb="sm">
            {t('givenUp')} <span className={cx('count')}>{givenUp.length}</span>
          </Title>
          <OutboxList label={t('givenUp')} entries={givenUp} />
        </section>
      )}
      {!hasPortal && <WithoutPortal />}
      {hasPortal && isEmpty && (
        <section aria-label={t('outbox')}>
          <EmptyState icon={IconMailbox} title={t('empty.title')} text={t(emptyTextOf(sync, givenUp.length))} />
        </section>
      )}
      {hasPortal && <SyncRuns runs={sync.runs} />}
    </>
  );
}

function Connection({ sync }: { readonly sync: Sync }) {
  const { t } = useTranslation(['sync', 'common']);
  const format = useFormat();
  const syncNow = useCommand('sync:now');
  const cancel = useCommand('sync:cancel');
  const { connection, portal } = sync;
  const isSyncing = connection.kind === 'syncing';
  const portalName = usePortalName(portal);
  const { icon: ConnectionIcon, tone, words, advice, progress } = useConnectionWords(connection);
  const message = 'message' in connection ? connection.message : '';
  const keyUntil = () => {
    if (sync.apiKey.kind !== 'known' || portal.kind === 'practice') return '';
    const { name, expiry } = sync.apiKey;
    return `${expiry === null ? t('sync:key.expiresNever') : format.dateTime(expiry.at)} (${name})`;
  };
  const hasPortal = portal.kind !== 'lists';
  const never = hasPortal ? t('sync:never') : '';
  const lastSuccess = sync.lastSuccessAt === null ? never : format.dateTime(sync.lastSuccessAt);
  const facts = [
    [t('sync:portal'), hasPortal ? portalName : ''],
    [t('sync:address'), portal.address],
    [t('sync:user'), portal.userName],
    [t('sync:version'), portal.serverVersion],
    [t('sync:key.expires'), keyUntil()],
    [t('sync:lastSuccess'), lastSuccess],
  ] as const;
  return (
    <section className={cx('connection')} aria-label={t('sync:connectionTitle')}>
      <Group justify="space-between" align="flex-start" wrap="nowrap" gap="lg">
        <div className={cx('state', tone)}>
          <ConnectionIcon size={22} stroke={1.75} aria-hidden />
          <div>
            <p className={cx('words')}>{words}</p>
            <p className={cx('advice')}>{progress === '' ? advice : progress}</p>
            {connection.kind === 'syncing' &&
              (connection.progress?.kind === 'sending' || connection.progress?.kind === 'uploading') && (
                <Progress
                  mt={6}
                  w={260}
                  aria-label={t('sync:progress.label')}
                  value={(100 * connection.progress.done) / Math.max(1, connection.progress.total)}
                />
              )}
            {message !== '' && <p className={cx('advice')}>{t('common:failure.serverSaid', { message })}</p>}
          </div>
        </div>
        {isSyncing && (
          <Button
            variant="default"
            leftSection={<IconPlayerStop size={16} stroke={1.75} aria-hidden />}
            loading={cancel.isPending}
            onClick={() => cancel.mutate({})}
          >
            {t('sync:cancel')}
          </Button>
        )}
        {hasPortal && (
          <Button
            variant="default"
            leftSection={<IconRefresh size={16} stroke={1.75} aria-hidden />}
            loading={syncNow.isPending && !isSyncing}
            disabled={isSyncing || connection.kind === 'switched-offline'}
            onClick={() => syncNow.mutate({})}
          >
            {t('sync:syncNow')}
          </Button>
        )}
      </Group>
      <dl className={cx('facts')}>
        {facts
          .filter(([, value]) => value !== '')
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
    </section>
  );
}
