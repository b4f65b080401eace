import type { TicketId } from '@core/ids';
import type { RequestInput } from '@ipc/contract';
import type { CaptureSourceView } from '@ipc/views';
import { Button, Modal, Stack, Text } from '@mantine/core';
import {
  IconAppWindow,
  IconArrowLeft,
  IconCrop,
  IconDeviceDesktop,
  type Icon as TablerIcon,
} from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { call } from '../../api/client';
import { ticketQuery } from '../../api/queries';
import { useCommand } from '../../api/use-command';
import { classNames } from '../../ui/class-names';
import styles from './CaptureDialog.module.css';
import { CaptureFailure } from './CaptureFailure';
import { SourceList } from './SourceList';
import { screenshotKey } from './screenshot-query';

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

type Target = RequestInput<'capture:take'>['target'];
const CHOICES = [
  { kind: 'region', key: 'r', icon: IconCrop },
  { kind: 'window', key: 'w', icon: IconAppWindow },
  { kind: 'screen', key: 's', icon: IconDeviceDesktop },
] as const satisfies readonly { kind: Target['kind']; key: string; icon: TablerIcon }[];

function CaptureChoice({ onTaken, ticketId }: { readonly onTaken: () => void; readonly ticketId: TicketId | null }) {
  const { t } = useTranslation('capture');
  const [, navigate] = useLocation();
  const queryClient = useQueryClient();
  const [choosing, setChoosing] = useState<'window' | 'screen' | null>(null);
  const number = useQuery({ ...ticketQuery(ticketId ?? ''), enabled: ticketId !== null }).data?.number;
  const sources = useMutation({
    mutationFn: () => call('capture:sources', {}),
    meta: { showsFailure: true },
  });
  const take = useCommand('capture:take', { showsFailure: true });
  const isBusy = take.isPending || sources.isPending;

  const takePicture = (target: Target) => {
    sources.reset();
    take.mutate(
      { ticketId, target },
      {
        onSuccess: (screenshot) => {
          queryClient.setQueryData(screenshotKey(screenshot.id), screenshot);
          onTaken();
          navigate(`/capture/${screenshot.id}`);
        },
      },
    );
  };
  const choose = (kind: Target['kind']) => {
    if (isBusy) return;
    take.reset();
    if (kind === 'region') return takePicture({ kind });
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
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    const choice = CHOICES.find(({ key }) => key === event.key.toLowerCase());
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
        <div className={cx('choices')}>
          {CHOICES.map(({ kind, key, icon: ChoiceIcon }, index) => (
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
              <span className={cx('help')}>{t(`dialog.${kind}Help`)}</span>
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
      <div aria-live="polite">{take.isPending && <Text size="sm">{t('dialog.taking')}</Text>}</div>
      <CaptureFailure error={take.error ?? (take.isPending ? null : sources.error)} />
    </Stack>
  );
}
