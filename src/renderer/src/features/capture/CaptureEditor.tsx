import type { ScreenshotId } from '@core/ids';
import type { ScreenshotView } from '@ipc/screenshot-views';
import { IconPhotoOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useEvent } from '../../api/use-event';
import { classNames } from '../../ui/class-names';
import { EmptyState } from '../../ui/EmptyState';
import { FailureText } from '../../ui/FailureText';
import styles from './CaptureEditor.module.css';
import { EditorWorkspace } from './EditorWorkspace';
import { SavedScreenshot } from './SavedScreenshot';
import { screenshotQuery } from './screenshot-query';
import { usePicture } from './use-picture';

const cx = classNames(styles);

interface CaptureEditorProps {
  readonly screenshotId: ScreenshotId;
}

/** One screen dump: a draft to be drawn on and filed, or a saved one to be looked at. */
export function CaptureEditor({ screenshotId }: CaptureEditorProps) {
  const { t } = useTranslation('capture');
  const { data: screenshot, error, refetch } = useQuery(screenshotQuery(screenshotId));
  const isSaved = screenshot?.state === 'saved';
  useEvent('ticket:changed', () => void (isSaved && refetch()));
  useEvent('sync:changed', () => void (isSaved && refetch()));

  return (
    <section className={cx('editor')} aria-label={t('editor.label')} data-testid="capture-editor">
      {error !== null && (
        <div className={cx('alone')}>
          <FailureText error={error} title={t('editor.failed')} />
        </div>
      )}
      {screenshot !== undefined && isSaved && <SavedScreenshot screenshot={screenshot} />}
      {screenshot !== undefined && !isSaved && (
        <Draft screenshot={screenshot} originalUrl={screenshot.originalUrl ?? ''} />
      )}
    </section>
  );
}

function Draft({ screenshot, originalUrl }: { readonly screenshot: ScreenshotView; readonly originalUrl: string }) {
  const { t } = useTranslation('capture');
  const picture = usePicture(originalUrl);
  if (picture.kind === 'loading') return null;
  if (picture.kind === 'loaded') return <EditorWorkspace screenshot={screenshot} image={picture.image} />;
  return (
    <EmptyState icon={IconPhotoOff} title={t('editor.pictureFailed.title')} text={t('editor.pictureFailed.text')} />
  );
}
