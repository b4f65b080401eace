import type { TicketView } from '@ipc/ticket-views';
import { Button, Group } from '@mantine/core';
import { IconCamera, IconListNumbers } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { classNames } from '../../ui/class-names';
import { EmptyState } from '../../ui/EmptyState';
import { SyncMark } from '../../ui/SyncMark';
import { useFormat } from '../../ui/use-format';
import { useWorkbenchActions } from '../../ui/workbench-actions';
import styles from './ScreensTab.module.css';

const cx = classNames(styles);

/** The screen dumps of a ticket, each with its address and how far it is on its way. */
export function ScreensTab({ ticket }: { readonly ticket: TicketView }) {
  const { t } = useTranslation('ticket');
  const format = useFormat();
  const { startCapture } = useWorkbenchActions();
  const [, navigate] = useLocation();
  const take = (
    <Button
      variant="default"
      leftSection={<IconCamera size={16} stroke={1.75} aria-hidden />}
      onClick={() => startCapture(ticket.id)}
    >
      {t('screens.take')}
    </Button>
  );
  if (ticket.screenshots.length === 0) {
    return (
      <EmptyState icon={IconCamera} title={t('screens.empty.title')} text={t('screens.empty.text')} level={3}>
        {take}
      </EmptyState>
    );
  }
  return (
    <>
      <Group mb="md" gap="sm">
        {take}
        {ticket.screenshots.some(({ sync }) => sync === 'not-saved') && (
          <Button
            variant="default"
            leftSection={<IconListNumbers size={16} stroke={1.75} aria-hidden />}
            onClick={() => navigate(`/steps/${ticket.id}`)}
          >
            {t('screens.steps')}
          </Button>
        )}
      </Group>
      <ul className={cx('grid')} aria-label={t('screens.list')}>
        {ticket.screenshots.map((screenshot) => {
          const title = screenshot.title === '' ? t('screens.untitled') : screenshot.title;
          return (
            <li key={screenshot.id} className={cx('item')}>
              <button
                type="button"
                className={cx('open')}
                aria-label={t('screens.edit', { title })}
                onClick={() => navigate(`/capture/${screenshot.id}`)}
              >
                <img
                  src={screenshot.flattenedUrl ?? screenshot.originalUrl ?? undefined}
                  alt=""
                  loading="lazy"
                  width={screenshot.width}
                  height={screenshot.height}
                />
              </button>
              <strong className={cx('clip')}>{title}</strong>
              <span className={cx('quiet', 'clip')} title={screenshot.address}>
                {screenshot.address === '' ? t('screens.noAddress') : screenshot.address}
              </span>
              <span className={cx('foot')}>
                <span className={cx('quiet')}>{format.dayTime(screenshot.takenAt)}</span>
                <SyncMark state={screenshot.sync} label={t(`screens.state.${screenshot.sync}`)} />
              </span>
            </li>
          );
        })}
      </ul>
    </>
  );
}
