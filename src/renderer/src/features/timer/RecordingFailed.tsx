import type { RecordingView } from '@ipc/timer-views';
import { IconDeviceFloppy } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useEvent } from '../../api/use-event';
import { Banner } from '../../ui/Banner';
import { useFormat } from '../../ui/use-format';

/** Says that the running time no longer reaches the disk, for as long as that is so. */
export function RecordingFailed() {
  const { t } = useTranslation('timer');
  const format = useFormat();
  const [recording, setRecording] = useState<RecordingView>({ kind: 'working' });
  useEvent('recording:changed', setRecording);
  return (
    <div aria-live="assertive">
      {recording.kind === 'failing' && (
        <Banner tone="danger" icon={IconDeviceFloppy} actions={null} testId="recording-failed">
          <strong>{t('recording.title', { since: format.time(recording.since) })}</strong>{' '}
          {t(`recording.${recording.reason}`)}
        </Banner>
      )}
    </div>
  );
}
