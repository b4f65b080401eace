import type { CaptureSourceView } from '@ipc/screenshot-views';
import { Title } from '@mantine/core';
import { IconAppWindow } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { classNames } from '../../ui/class-names';
import { EmptyState } from '../../ui/EmptyState';
import { focusOnce } from '../../ui/focus-once';
import styles from './CaptureDialog.module.css';

const cx = classNames(styles);

interface SourceListProps {
  readonly kind: CaptureSourceView['kind'];
  readonly sources: readonly CaptureSourceView[];
  readonly isBusy: boolean;
  readonly onChoose: (source: CaptureSourceView) => void;
}

/** The windows or screens there are, with small pictures of them. */
export function SourceList({ kind, sources, isBusy, onChoose }: SourceListProps) {
  const { t } = useTranslation('capture');
  if (sources.length === 0) {
    return <EmptyState icon={IconAppWindow} title={t('dialog.noWindows.title')} text={t('dialog.noWindows.text')} />;
  }
  return (
    <>
      <Title order={3}>{kind === 'window' ? t('dialog.chooseWindow') : t('dialog.chooseScreen')}</Title>
      <ul className={cx('sources')}>
        {sources.map((source, index) => (
          <li key={source.id}>
            <button
              type="button"
              className={cx('source')}
              aria-disabled={isBusy}
              data-testid="capture-source"
              // The dialog has just changed under the keyboard: it goes on with the first of what can be chosen.
              ref={index === 0 ? focusOnce : undefined}
              onClick={() => !isBusy && onChoose(source)}
            >
              <span className={cx('thumbnail')}>
                {source.thumbnailDataUrl !== '' && <img src={source.thumbnailDataUrl} alt="" />}
              </span>
              <span className={cx('sourceName')}>
                {kind === 'screen'
                  ? t('dialog.screenNumber', { number: index + 1 })
                  : source.name || t('dialog.untitledWindow')}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
