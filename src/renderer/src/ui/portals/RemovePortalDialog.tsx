import type { KnownPortalView } from '@ipc/requests/portals';
import { Button, Checkbox, Group, Modal, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { afterwards } from '../../api/afterwards';
import { queryKeys } from '../../api/query-keys';
import { useCommand } from '../../api/use-command';
import { classNames } from '../class-names';
import { FailureText } from '../FailureText';
import { showNotice } from '../show-notice';
import { usePortalName } from '../use-portal-name';
import styles from './KnownPortals.module.css';
import { useUnsentWords } from './use-unsent-words';

const cx = classNames(styles);

interface RemovePortalDialogProps {
  readonly portal: KnownPortalView;
  readonly onClose: () => void;
}

/** Removes everything that is kept of a portal, once it is on the portal or in an export, and the person says so. */
export function RemovePortalDialog({ portal, onClose }: RemovePortalDialogProps) {
  const { t } = useTranslation(['portals', 'common']);
  const name = usePortalName(portal);
  const [isSure, setIsSure] = useState(false);
  const remove = useCommand('portals:remove', { showsFailure: true, changes: [queryKeys.portals] });
  const mayBeRemoved = portal.removalObstacle === null;
  const onRemove = () =>
    afterwards(remove.mutateAsync({ portalId: portal.id }), ({ isDeletedLater }) => {
      onClose();
      showNotice(t(isDeletedLater ? 'portals:remove.doneLater' : 'portals:remove.done', { name }));
    });
  const goes = [
    ...(portal.kind === 'practice' ? [t('portals:remove.goes.practice')] : []),
    t('portals:remove.goes.records'),
    t('portals:remove.goes.pictures'),
    t('portals:remove.goes.backups'),
    ...(portal.kind === 'odoo' ? [t('portals:remove.goes.key')] : []),
  ];
  return (
    <Modal
      opened
      onClose={onClose}
      size={620}
      title={t('portals:remove.title', { name })}
      closeButtonProps={{ 'aria-label': t('common:action.close') }}
    >
      <Stack gap="lg">
        <Unsent portal={portal} />
        <section>
          <Title order={3} size="h5">
            {t('portals:remove.goesTitle')}
          </Title>
          <ul className={cx('items')}>
            {goes.map((what) => (
              <li key={what}>{what}</li>
            ))}
          </ul>
          <Text size="sm" c="dimmed" mt="xs">
            {portal.kind === 'odoo' ? t('portals:remove.stays') : t('portals:remove.staysExport')}
          </Text>
        </section>
        {remove.isError && <FailureText error={remove.error} />}
        <Checkbox
          label={t('portals:remove.sure')}
          checked={isSure && mayBeRemoved}
          disabled={!mayBeRemoved || remove.isPending}
          onChange={(event) => setIsSure(event.currentTarget.checked)}
        />
        <Group gap="sm">
          <Button color="red" disabled={!isSure || !mayBeRemoved} loading={remove.isPending} onClick={onRemove}>
            {t('portals:remove.now')}
          </Button>
          <Button variant="default" disabled={remove.isPending} onClick={onClose}>
            {t('common:action.cancel')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

/** What is nowhere but here, and the ways to bring it into safety. */
function Unsent({ portal }: { readonly portal: KnownPortalView }) {
  const { t } = useTranslation('portals');
  const toWords = useUnsentWords();
  const send = useCommand('sync:now', { changes: [queryKeys.portals], showsFailure: true });
  const write = useCommand('portals:export', { changes: [queryKeys.portals], showsFailure: true });
  const { unsent, removalObstacle } = portal;
  if (unsent === null) return <Text size="sm">{t('remove.unreadable')}</Text>;
  const words = toWords(unsent);
  if (words.length === 0) return <Text size="sm">{t('remove.allSent')}</Text>;
  const folder = write.data?.folder ?? null;
  const isBusy = send.isPending || write.isPending;
  const advice = () => {
    if (unsent.runningOn !== null) {
      return t(portal.isOpen ? 'remove.timerRuns' : 'remove.timerRan', { number: unsent.runningOn });
    }
    return t(portal.isOpen ? 'remove.sendOrExport' : 'remove.openOrExport');
  };
  return (
    <section data-testid="unsent-work">
      <Title order={3} size="h5">
        {t('remove.unsentTitle')}
      </Title>
      <ul className={cx('items')}>
        {words.map((what) => (
          <li key={what}>{what}</li>
        ))}
      </ul>
      {unsent.parked > 0 && (
        <Text size="sm" mt="xs">
          {t('remove.parked', { count: unsent.parked })}
        </Text>
      )}
      {unsent.givenUp > 0 && (
        <Text size="sm" mt="xs">
          {t('remove.givenUp', { count: unsent.givenUp })}
        </Text>
      )}
      {removalObstacle !== null && (
        <Text size="sm" mt="xs">
          {advice()}
        </Text>
      )}
      {removalObstacle === 'unsent' && (
        <Group gap="sm" mt="sm">
          {portal.isOpen && (
            <Button
              size="xs"
              variant="default"
              loading={send.isPending}
              disabled={isBusy}
              onClick={() => send.mutate({})}
            >
              {t('remove.sendNow')}
            </Button>
          )}
          <Button
            size="xs"
            variant="default"
            loading={write.isPending}
            disabled={isBusy}
            onClick={() => write.mutate({ portalId: portal.id })}
          >
            {t('remove.export')}
          </Button>
        </Group>
      )}
      {send.isError && <FailureText error={send.error} />}
      {write.isError && <FailureText error={write.error} />}
      <div role="status">
        {send.isSuccess && !isBusy && removalObstacle === 'unsent' && folder === null && (
          <Text size="sm" mt="xs">
            {t('remove.notAllSent')}
          </Text>
        )}
        {folder !== null && !isBusy && (
          <Text size="sm" mt="xs" style={{ overflowWrap: 'anywhere' }}>
            {t(removalObstacle === null ? 'remove.exported' : 'remove.changedSince', { folder })}
          </Text>
        )}
      </div>
    </section>
  );
}
