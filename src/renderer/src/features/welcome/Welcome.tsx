import { Button, Text, Title } from '@mantine/core';
import { IconDeviceDesktop, IconPlugConnected, IconSchool, IconTable } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { portalsQuery } from '../../api/queries';
import { useCommand } from '../../api/use-command';
import { classNames } from '../../ui/class-names';
import { FailureText } from '../../ui/FailureText';
import { KnownPortals } from '../../ui/portals/KnownPortals';
import { ConnectForm } from './ConnectForm';
import styles from './Welcome.module.css';
import { WithoutPortalForm } from './WithoutPortalForm';

const cx = classNames(styles);

/** The first page: go on with a portal that is known here, practise, work without a portal, or connect to Odoo. */
export function Welcome({ hasKeyring }: { readonly hasKeyring: boolean }) {
  const { t } = useTranslation(['welcome', 'portals']);
  const known = useQuery(portalsQuery);
  const portals = known.data?.portals ?? [];
  const hasPractised = portals.some(({ kind }) => kind === 'practice');
  const knownId = useId();
  // Neither of the two shows first and goes away then.
  if (known.isPending) return null;
  return (
    <main className={cx('page')} data-testid="welcome">
      <div className={cx('column')}>
        <header>
          <Title order={1} className={cx('title')}>
            {t('welcome:title')}
          </Title>
          <Text c="dimmed" maw="64ch" mt="sm">
            {t('welcome:lead')}
          </Text>
        </header>
        <div className={cx('choices')}>
          <div className={cx('choice')}>
            {known.isError && <FailureText error={known.error} />}
            {portals.length > 0 && (
              <section className={cx('part', 'wide')} aria-labelledby={knownId}>
                <Title order={2} className={cx('heading')} id={knownId}>
                  <IconDeviceDesktop size={20} stroke={1.75} aria-hidden />
                  {t('portals:title')}
                </Title>
                <KnownPortals portals={portals} />
              </section>
            )}
            {!hasPractised && <Practice />}
            <section className={cx('part')} aria-label={t('welcome:lists.title')}>
              <Title order={2} className={cx('heading')}>
                <IconTable size={20} stroke={1.75} aria-hidden />
                {t('welcome:lists.title')}
              </Title>
              <Text size="sm" c="dimmed">
                {t('welcome:lists.text')}
              </Text>
              <WithoutPortalForm />
            </section>
          </div>
          <section className={cx('choice')} aria-label={t('welcome:odoo.title')}>
            <Title order={2} className={cx('heading')}>
              <IconPlugConnected size={20} stroke={1.75} aria-hidden />
              {t('welcome:odoo.title')}
            </Title>
            <Text size="sm" c="dimmed">
              {t('welcome:odoo.text')}
            </Text>
            <ConnectForm hasKeyring={hasKeyring} />
          </section>
        </div>
      </div>
    </main>
  );
}

function Practice() {
  const { t } = useTranslation('welcome');
  const startPractice = useCommand('portal:start-practice', { showsFailure: true });
  return (
    <section className={cx('part')} aria-label={t('practice.title')}>
      <Title order={2} className={cx('heading')}>
        <IconSchool size={20} stroke={1.75} aria-hidden />
        {t('practice.title')}
      </Title>
      <Text size="sm" c="dimmed">
        {t('practice.text')}
      </Text>
      {startPractice.isError && <FailureText error={startPractice.error} />}
      <Button size="sm" variant="default" loading={startPractice.isPending} onClick={() => startPractice.mutate({})}>
        {t('practice.start')}
      </Button>
    </section>
  );
}
