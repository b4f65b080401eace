import type { ScreenshotView } from '@ipc/screenshot-views';
import { Button, Group } from '@mantine/core';
import { IconPencil, IconPhoto, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { unfiledQuery } from '../../api/queries';
import { classNames } from '../../ui/class-names';
import { EmptyState } from '../../ui/EmptyState';
import { TicketSelect } from '../../ui/TicketSelect';
import { useFormat } from '../../ui/use-format';
import { DRAFT_TYPE } from './import/draft-drag';
import { useDiscardDraft } from './import/use-discard-draft';
import { useFileDraft } from './import/use-file-draft';
import styles from './UnfiledPane.module.css';

const cx = classNames(styles);

/** The pictures that are on no ticket yet. They are dragged onto one in the queue beside, or it is chosen under them. */
export function UnfiledPane() {
  const { t } = useTranslation('capture');
  const { data } = useQuery(unfiledQuery);
  return (
    <section className={cx('pane')} aria-label={t('unfiled.title')} data-testid="unfiled">
      <h1 className={cx('title')}>{t('unfiled.title')}</h1>
      {data !== undefined && data.screenshots.length === 0 && (
        <EmptyState icon={IconPhoto} title={t('unfiled.empty.title')} text={t('unfiled.empty.text')} />
      )}
      {data !== undefined && data.screenshots.length > 0 && (
        <>
          <p className={cx('help')}>{t('unfiled.help')}</p>
          <ul className={cx('list')} aria-label={t('unfiled.title')}>
            {data.screenshots.map((screenshot) => (
              <UnfiledPicture key={screenshot.id} screenshot={screenshot} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function UnfiledPicture({ screenshot }: { readonly screenshot: ScreenshotView }) {
  const { t } = useTranslation('capture');
  const format = useFormat();
  const [, navigate] = useLocation();
  const fileDraft = useFileDraft();
  const { discardDraft } = useDiscardDraft();
  const { id, originalUrl, width, height, takenAt } = screenshot;
  const title = screenshot.title === '' ? t('unfiled.untitled', { time: format.dayTime(takenAt) }) : screenshot.title;
  return (
    <li
      className={cx('item')}
      draggable
      onDragStart={(event) => {
        event.dataTransfer.setData(DRAFT_TYPE, id);
        event.dataTransfer.effectAllowed = 'move';
      }}
      data-testid="unfiled-picture"
    >
      <img
        className={cx('picture')}
        src={originalUrl ?? undefined}
        alt=""
        draggable={false}
        loading="lazy"
        decoding="async"
        width={width}
        height={height}
      />
      <strong className={cx('clip')}>{title}</strong>
      <span className={cx('quiet', 'clip')}>
        {format.dayTime(takenAt)} · {width} × {height}
        {screenshot.address !== '' && ` · ${screenshot.address}`}
      </span>
      <TicketSelect
        label={t('unfiled.ticketOf', { title })}
        isLabelHidden
        value={null}
        onChange={(ticketId) => fileDraft(id, ticketId)}
        testId="unfiled-ticket"
      />
      <Group gap="xs">
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconPencil size={15} stroke={1.75} aria-hidden />}
          aria-label={t('unfiled.open', { title })}
          onClick={() => navigate(`/capture/${id}`)}
        >
          {t('unfiled.openShort')}
        </Button>
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          leftSection={<IconTrash size={15} stroke={1.75} aria-hidden />}
          aria-label={t('unfiled.discard', { title })}
          onClick={() => discardDraft(id)}
        >
          {t('unfiled.discardShort')}
        </Button>
      </Group>
    </li>
  );
}
