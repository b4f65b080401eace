import { EXPORT_FORMATS, type ExportFormat } from '@core/capture/export-file';
import type { RequestInput } from '@ipc/contract';
import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconCopy, IconFileExport } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { call, RequestFailed } from '../../api/client';
import { showNotice } from '../../ui/show-notice';
import { encodePicture } from './encode-picture';

type Subject = Omit<RequestInput<'screenshot:export'>, 'format' | 'bytes'>;

interface ExportMenuProps {
  /** Makes the flattened picture: what is redacted is not in it. */
  readonly flatten: () => Promise<Uint8Array<ArrayBuffer>>;
  readonly subject: Subject;
}

/** Writes the screen dump to a file, or puts it on the clipboard: always the picture that is sent, never the original. */
export function ExportMenu({ flatten, subject }: ExportMenuProps) {
  const { t } = useTranslation('capture');
  // A picture that cannot be flattened fails like one that cannot be read.
  const flattened = () =>
    flatten().catch(() => {
      throw new RequestFailed('picture-invalid', '');
    });
  const write = useMutation({
    mutationFn: async (format: ExportFormat) => {
      const bytes = await encodePicture(await flattened(), format);
      return call('screenshot:export', { ...subject, format, bytes });
    },
    onSuccess: ({ isSaved }) => isSaved && showNotice(t('export.saved')),
  });
  const copy = useMutation({
    mutationFn: async () => {
      const png = new Blob([await flattened()], { type: 'image/png' });
      await navigator.clipboard.write([new ClipboardItem({ 'image/png': png })]);
    },
    onSuccess: () => showNotice(t('export.copied')),
  });
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    const isCopy = (event.ctrlKey || event.metaKey) && event.shiftKey && event.key.toLowerCase() === 'c';
    if (!isCopy || event.repeat || copy.isPending) return;
    event.preventDefault();
    copy.mutate();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKeyDown(event);
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);
  return (
    <Menu position="top-start" shadow="md" withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <Button
          variant="default"
          loading={write.isPending || copy.isPending}
          leftSection={<IconFileExport size={16} stroke={1.75} aria-hidden />}
          rightSection={<IconChevronDown size={14} stroke={1.75} aria-hidden />}
          data-testid="capture-export"
        >
          {t('export.menu')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconCopy size={16} stroke={1.75} aria-hidden />}
          onClick={() => copy.mutate()}
          aria-keyshortcuts="Control+Shift+C"
        >
          {t('export.copy')}
        </Menu.Item>
        {EXPORT_FORMATS.map((format) => (
          <Menu.Item key={format} onClick={() => write.mutate(format)} data-testid={`export-${format}`}>
            {t(`export.${format}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
