import { Button, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { syncQuery } from '../../api/queries';
import { useCommand } from '../../api/use-command';
import { classNames } from '../../ui/class-names';
import { SettingsSection } from './SettingsSection';
import styles from './SettingsView.module.css';

const cx = classNames(styles);

const KIND_NAMES = { practice: 'portalPractice', odoo: 'portalOdoo', lists: 'portalNone' } as const;

/** The portal in use, and the way out of it. */
export function PortalSection() {
  const { t } = useTranslation(['settings', 'common']);
  const portal = useQuery(syncQuery).data?.portal;
  const leave = useCommand('portal:leave');
  const [isAsked, setIsAsked] = useState(false);
  if (portal === undefined) return null;

  const kind = t(`settings:${KIND_NAMES[portal.kind]}`);
  const facts = [
    [t('settings:portalName'), portal.kind === 'odoo' ? `${portal.name} (${kind})` : kind],
    [t('settings:portalAddress'), portal.address],
    [t('settings:portalUser'), portal.userName],
    [t('settings:portalVersion'), portal.serverVersion],
  ] as const;
  return (
    <SettingsSection title={t('settings:portal')}>
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
      {isAsked ? (
        <div>
          <Text size="sm" maw="60ch" mb="sm">
            {t('settings:leaveExplain')}
          </Text>
          <Group gap="sm">
            <Button color="red" loading={leave.isPending} onClick={() => leave.mutate({})}>
              {t('settings:leaveNow')}
            </Button>
            <Button variant="default" onClick={() => setIsAsked(false)}>
              {t('settings:stay')}
            </Button>
          </Group>
        </div>
      ) : (
        <Button variant="default" onClick={() => setIsAsked(true)}>
          {t('settings:leave')}
        </Button>
      )}
    </SettingsSection>
  );
}
