import type { ScreenshotView } from '@ipc/screenshot-views';
import { Button, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ticketQuery } from '../../api/queries';
import { classNames } from '../../ui/class-names';
import { OdooRecord } from '../../ui/OdooRecord';
import { SyncMark } from '../../ui/SyncMark';
import { useFormat } from '../../ui/use-format';
import { useWorkbenchActions } from '../../ui/workbench-actions';
import styles from './CaptureEditor.module.css';
import { ExportMenu } from './ExportMenu';
import { ShredOriginal } from './ShredOriginal';

const cx = classNames(styles);

/** A saved screen dump as it is sent. It is on its way: nothing on it can be changed any more. */
export function SavedScreenshot({ screenshot }: { readonly screenshot: ScreenshotView }) {
  const { t } = useTranslation('capture');
  const format = useFormat();
  const actions = useWorkbenchActions();
  const { id, originalUrl, flattenedUrl, title, address, takenAt, sync, ticketId } = screenshot;
  const ticketNumber =
    useQuery({ ...ticketQuery(ticketId ?? ''), enabled: ticketId !== null, select: ({ number }) => number }).data ??
    null;
  const name = title || t('editor.untitled');
  return (
    <>
      {/* It scrolls, so the keyboard has to reach it. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: see above */}
      <section className={cx('sent')} tabIndex={0} aria-label={t('saved.title')}>
        {flattenedUrl !== null && <img src={flattenedUrl} alt={t('editor.picture', { title: name })} />}
      </section>
      <aside className={cx('panel')} aria-label={t('details.label')}>
        <Stack gap="md" className={cx('panelScroll')}>
          <Title order={1}>{title || t('saved.title')}</Title>
          <SyncMark state={sync} label={t(`saved.sync.${sync}`)} />
          <div>
            <Text size="sm" c="dimmed">
              {t('saved.taken')}
            </Text>
            <Text>{format.dateTime(takenAt)}</Text>
          </div>
          <div>
            <Text size="sm" c="dimmed">
              {t('saved.address')}
            </Text>
            <Text className={cx('savedAddress')}>{address || t('saved.noAddress')}</Text>
            {address !== '' && (
              <Text size="sm" component="div">
                <OdooRecord address={address} />
              </Text>
            )}
          </div>
          <div>
            <Text size="sm" c="dimmed">
              {t('saved.original')}
            </Text>
            {originalUrl === null ? <Text>{t('saved.originalGone')}</Text> : <ShredOriginal screenshotId={id} />}
          </div>
        </Stack>
        {ticketId !== null && (
          <div className={cx('panelFoot')}>
            {flattenedUrl !== null && (
              <ExportMenu
                flatten={async () => new Uint8Array(await (await fetch(flattenedUrl)).arrayBuffer())}
                subject={{ title, address, ticketNumber, takenAt }}
              />
            )}
            <Button variant="default" onClick={() => actions.openTicket(ticketId, { focus: true })}>
              {t('saved.openTicket')}
            </Button>
          </div>
        )}
      </aside>
    </>
  );
}
