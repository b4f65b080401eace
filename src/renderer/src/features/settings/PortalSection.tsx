import type { TimersView } from '@ipc/timer-views';
import { Button, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { afterwards } from '../../api/afterwards';
import { portalsQuery, syncQuery, useTimers } from '../../api/queries';
import { useCommand } from '../../api/use-command';
import { classNames } from '../../ui/class-names';
import { FailureText } from '../../ui/FailureText';
import { KnownPortals } from '../../ui/portals/KnownPortals';
import { showNotice } from '../../ui/show-notice';
import { SettingsSection } from './SettingsSection';
import styles from './SettingsView.module.css';

const cx = classNames(styles);

const KIND_NAMES = { practice: 'portalPractice', odoo: 'portalOdoo', lists: 'portalNone' } as const;

/** The portal in use, the others that are known here, and the way to one that is not. */
export function PortalSection() {
  const { t } = useTranslation(['settings', 'portals']);
  const portal = useQuery(syncQuery).data?.portal;
  const known = useQuery(portalsQuery);
  const runningNumber = useTimers(selectRunningNumber) ?? null;
  const close = useCommand('portals:close');
  const onClose = () =>
    afterwards(close.mutateAsync({}), ({ pausedTicketNumber }) => {
      if (pausedTicketNumber !== null) showNotice(t('portals:timerPaused', { number: pausedTicketNumber }));
    });
  if (portal === undefined) return null;

  const kind = t(`settings:${KIND_NAMES[portal.kind]}`);
  const facts = [
    [t('settings:portalName'), portal.kind === 'odoo' ? `${portal.name} (${kind})` : kind],
    [t('settings:portalAddress'), portal.address],
    [t('settings:portalUser'), portal.userName],
    [t('settings:portalVersion'), portal.serverVersion],
  ] as const;
  return (
    <SettingsSection title={t('settings:portal')} help={t('settings:portalHelp')}>
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
      {known.isError && <FailureText error={known.error} />}
      {known.data !== undefined && <KnownPortals portals={known.data.portals} />}
      {runningNumber !== null && (
        <Text size="sm" maw="60ch">
          {t('portals:timerWillPause', { number: runningNumber })}
        </Text>
      )}
      <Group>
        <Button variant="default" loading={close.isPending} onClick={onClose}>
          {t('settings:connectAnother')}
        </Button>
      </Group>
    </SettingsSection>
  );
}

function selectRunningNumber({ running }: TimersView): string | null {
  return running?.ticketNumber ?? null;
}
