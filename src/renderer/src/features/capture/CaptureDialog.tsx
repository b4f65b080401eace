import type { TicketId } from '@core/ids';
import type { CaptureSourceView } from '@ipc/screenshot-views';
import { Button, Group, Modal, SegmentedControl, Stack, Text } from '@mantine/core';
import {
  IconAppWindow,
  IconArrowLeft,
  IconCrop,
  IconDeviceDesktop,
  IconPhotoPlus,
  IconRepeat,
  type Icon as TablerIcon,
} from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/client';
import { ticketQuery } from '../../api/queries';
import { useEvent } from '../../api/use-event';
import { classNames } from '../../ui/class-names';
import styles from './CaptureDialog.module.css';
import { CaptureFailure } from './CaptureFailure';
import { useImportPictures } from './import/use-import-pictures';
import { SourceList } from './SourceList';
import { type PictureRequest, useTakePicture } from './use-take-picture';

const cx = classNames(styles);

interface CaptureDialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  /** The ticket the picture is taken on; null when it is chosen afterwards. */
  readonly ticketId: TicketId | null;
}

/** Takes a screen dump: of a region, a window or a whole screen. Then the editor opens on it. */
export function CaptureDialog({ opened, onClose, ticketId }: CaptureDialogProps) {
  const { t } = useTranslation(['capture', 'common']);
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size={640}
      title={t('capture:dialog.title')}
      closeButtonProps={{ 'aria-label': t('common:action.close') }}
      data-testid="capture-dialog"
    >
      <CaptureChoice onTaken={onClose} ticketId={ticketId} />
    </Modal>
  );
}

type Target = PictureRequest['target'];
type Choice = Target['kind'] | 'file';
type DelaySeconds = NonNullable<PictureRequest['delaySeconds']>;
const DELAYS_SECONDS = [0, 3, 5, 10] as const satisfies readonly DelaySeconds[];
const CHOICES = [
  { kind: 'region', key: 'r', icon: IconCrop },
  { kind: 'window', key: 'w', icon: IconAppWindow },
  { kind: 'screen', key: 's', icon: IconDeviceDesktop },
  { kind: 'last-region', key: 'l', icon: IconRepeat },
  { kind: 'file', key: 'f', icon: IconPhotoPlus },
] as const satisfies readonly { kind: Choice; key: string; icon: TablerIcon }[];

function CaptureChoice({ onTaken, ticketId }: { readonly onTaken: () => void; readonly ticketId: TicketId | null }) {
  const { t } = useTranslation('capture');
  const [delaySeconds, setDelaySeconds] = useState<DelaySeconds>(0);
  const fileRef = useRef<HTMLInputElement>(null);
  const importPictures = useImportPictures();
  const [secondsLeft, setSecondsLeft] = useState(0);
  useEvent('capture:waiting', (waiting) => setSecondsLeft(waiting.secondsLeft));
  const lastSize = useQuery({
    queryKey: ['last-region'],
    queryFn: () => call('capture:read-last-region', {}),
    // Each picture may have changed it.
    staleTime: 0,
    gcTime: 0,
  }).data?.size;
  const [choosing, setChoosing] = useState<'window' | 'screen' | null>(null);
  const number = useQuery({ ...ticketQuery(ticketId ?? ''), enabled: ticketId !== null }).data?.number;
  const sources = useMutation({
    mutationFn: () => call('capture:sources', {}),
    meta: { showsFailure: true },
  });
  const { take, takePicture: takeNow } = useTakePicture(ticketId, { onTaken });
  const isBusy = take.isPending || sources.isPending;

  const takePicture = (target: Target) => {
    sources.reset();
    takeNow({ target, delaySeconds });
  };
  const choose = (kind: Choice) => {
    if (isBusy) return;
    take.reset();
    if (kind === 'file') return fileRef.current?.click();
    if (kind === 'region' || kind === 'last-region') return takePicture({ kind });
    sources.mutate(undefined, {
      onSuccess: (found) => {
        const screens = found.sources.filter((source) => source.kind === 'screen');
        if (kind === 'screen' && screens.length < 2) takePicture({ kind, sourceId: null });
        else setChoosing(kind);
      },
      // Where nothing can be listed, a screen can still be asked for: the system then lets the person choose.
      onError: () => kind === 'screen' && takePicture({ kind, sourceId: null }),
    });
  };
  const choices = CHOICES.filter(({ kind }) => kind !== 'last-region' || lastSize != null);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    const choice = choices.find(({ key }) => key === event.key.toLowerCase());
    if (choice === undefined) return;
    event.preventDefault();
    choose(choice.kind);
  };

  const chosenFrom = sources.data?.sources.filter(({ kind }) => kind === choosing) ?? [];
  const takeSource = ({ id, kind }: CaptureSourceView) => takePicture({ kind, sourceId: id });
  return (
    <Stack gap="md" onKeyDown={onKeyDown}>
      <Text size="sm" c="dimmed">
        {number === undefined ? t('dialog.noTicket') : t('dialog.onTicket', { number })}
      </Text>
      {choosing === null ? (
        <div className={cx('choices')} data-even={choices.length % 2 === 0}>
          {choices.map(({ kind, key, icon: ChoiceIcon }, index) => (
            <button
              key={kind}
              type="button"
              className={cx('choice')}
              aria-keyshortcuts={key}
              aria-disabled={isBusy}
              data-autofocus={index === 0 || undefined}
              data-testid={`capture-${kind}`}
              onClick={() => choose(kind)}
            >
              <ChoiceIcon size={28} stroke={1.5} aria-hidden />
              <span className={cx('name')}>
                {t(`dialog.${kind}`)} <kbd>{key.toUpperCase()}</kbd>
              </span>
              <span className={cx('help')}>{t(`dialog.${kind}Help`, { ...lastSize })}</span>
            </button>
          ))}
        </div>
      ) : (
        <Stack gap="sm" align="flex-start">
          <Button
            variant="subtle"
            color="gray"
            leftSection={<IconArrowLeft size={16} aria-hidden />}
            onClick={() => setChoosing(null)}
          >
            {t('dialog.back')}
          </Button>
          <SourceList kind={choosing} sources={chosenFrom} isBusy={isBusy} onChoose={takeSource} />
        </Stack>
      )}
      <input
        ref={fileRef}
        type="file"
        hidden
        multiple
        accept="image/png,image/jpeg,image/webp"
        onChange={({ currentTarget }) => {
          onTaken();
          void importPictures([...(currentTarget.files ?? [])], ticketId);
        }}
        data-testid="capture-file-input"
      />
      {choosing === null && (
        <SegmentedControl
          size="sm"
          aria-label={t('dialog.delayLabel')}
          value={String(delaySeconds)}
          onChange={(value) => setDelaySeconds(DELAYS_SECONDS.find((seconds) => String(seconds) === value) ?? 0)}
          disabled={isBusy}
          data={DELAYS_SECONDS.map((seconds) => ({
            value: String(seconds),
            label: seconds === 0 ? t('dialog.delayNow') : t('dialog.delayIn', { seconds }),
          }))}
          data-testid="capture-delay"
        />
      )}
      <div aria-live="polite">
        {take.isPending && secondsLeft === 0 && <Text size="sm">{t('dialog.taking')}</Text>}
        {take.isPending && secondsLeft > 0 && (
          <Group justify="space-between" data-testid="capture-waiting">
            <Text size="sm">{t('dialog.waiting', { seconds: secondsLeft })}</Text>
            <Button variant="default" onClick={() => void call('capture:stop-waiting', {})}>
              {t('dialog.stopWaiting')}
            </Button>
          </Group>
        )}
      </div>
      <CaptureFailure error={take.error ?? (take.isPending ? null : sources.error)} />
    </Stack>
  );
}
