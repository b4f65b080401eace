import { Button, Text, Title } from '@mantine/core';
import { IconPlugConnected, IconSchool, IconTable } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../api/use-command';
import { classNames } from '../../ui/class-names';
import { FailureText } from '../../ui/FailureText';
import { ConnectForm } from './ConnectForm';
import styles from './Welcome.module.css';
import { WithoutPortalForm } from './WithoutPortalForm';

const cx = classNames(styles);

/** The first page: practise here, work without a portal, or connect to Odoo. */
export function Welcome({ hasKeyring }: { readonly hasKeyring: boolean }) {
  const { t } = useTranslation('welcome');
  const startPractice = useCommand('portal:start-practice', { showsFailure: true });
  return (
    <main className={cx('page')} data-testid="welcome">
      <div className={cx('column')}>
        <header>
          <Title order={1} className={cx('title')}>
            {t('title')}
          </Title>
          <Text c="dimmed" maw="64ch" mt="sm">
            {t('lead')}
          </Text>
        </header>
        <div className={cx('choices')}>
          <div className={cx('choice')}>
            <section className={cx('part')} aria-label={t('practice.title')}>
              <Title order={2} className={cx('heading')}>
                <IconSchool size={20} stroke={1.75} aria-hidden />
                {t('practice.title')}
              </Title>
              <Text size="sm" c="dimmed">
                {t('practice.text')}
              </Text>
              {startPractice.isError && <FailureText error={startPractice.error} />}
              <Button
                size="sm"
                variant="default"
                loading={startPractice.isPending}
                onClick={() => startPractice.mutate({})}
              >
                {t('practice.start')}
              </Button>
            </section>
            <section className={cx('part')} aria-label={t('lists.title')}>
              <Title order={2} className={cx('heading')}>
                <IconTable size={20} stroke={1.75} aria-hidden />
                {t('lists.title')}
              </Title>
              <Text size="sm" c="dimmed">
                {t('lists.text')}
              </Text>
              <WithoutPortalForm />
            </section>
          </div>
          <section className={cx('choice')} aria-label={t('odoo.title')}>
            <Title order={2} className={cx('heading')}>
              <IconPlugConnected size={20} stroke={1.75} aria-hidden />
              {t('odoo.title')}
            </Title>
            <Text size="sm" c="dimmed">
              {t('odoo.text')}
            </Text>
            <ConnectForm hasKeyring={hasKeyring} />
          </section>
        </div>
      </div>
    </main>
  );
}
