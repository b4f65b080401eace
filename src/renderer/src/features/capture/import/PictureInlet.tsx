import { type ScreenshotId, type TicketId, ticketIdSchema } from '@core/ids';
import { IconPhotoPlus } from '@tabler/icons-react';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames } from '../../../ui/class-names';
import { DRAFT_TYPE } from './draft-drag';
import styles from './PictureInlet.module.css';
import { useFileDraft } from './use-file-draft';
import { useImportPictures } from './use-import-pictures';

const cx = classNames(styles);

interface PictureInletProps {
  /** The ticket that pictures go to which are not put on one; null for none. */
  readonly ticketId: TicketId | null;
}

/** The ticket on whose row something is, if any. */
function ticketAt(target: EventTarget | null): TicketId | null {
  const row = target instanceof Element ? target.closest('[data-ticket-id]') : null;
  const id = ticketIdSchema.safeParse(row?.getAttribute('data-ticket-id'));
  return id.success ? id.data : null;
}

/** Whether keys and pastes are meant for a field with text. */
function isTextField(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, [contenteditable="true"]') !== null;
}

/** What lets pictures in from outside, wherever they are dropped or pasted, and drafts onto the rows of the queue. */
export function PictureInlet({ ticketId }: PictureInletProps) {
  const { t } = useTranslation('capture');
  const importPictures = useImportPictures();
  const fileDraft = useFileDraft();
  const [isOver, setOver] = useState(false);
  const marked = useRef<Element | null>(null);

  const mark = (row: Element | null) => {
    if (marked.current !== row) marked.current?.removeAttribute('data-drop');
    row?.setAttribute('data-drop', 'true');
    marked.current = row;
  };
  const onDragOver = useEffectEvent((event: DragEvent) => {
    const types = event.dataTransfer?.types ?? [];
    const hasFiles = types.includes('Files');
    if (!hasFiles && !types.includes(DRAFT_TYPE)) return;
    // Without this the window would show the file in the place of the app.
    event.preventDefault();
    setOver(hasFiles);
    mark(event.target instanceof Element ? event.target.closest('[data-ticket-id]') : null);
  });
  const onDragEnd = useEffectEvent(() => {
    setOver(false);
    mark(null);
  });
  const onDragLeave = useEffectEvent((event: DragEvent) => {
    // Left is the window, not one of its parts.
    if (event.relatedTarget === null) onDragEnd();
  });
  const onDrop = useEffectEvent((event: DragEvent) => {
    onDragEnd();
    const { dataTransfer } = event;
    if (dataTransfer === null) return;
    const onTicket = ticketAt(event.target);
    const draftId = dataTransfer.getData(DRAFT_TYPE);
    if (draftId !== '') {
      event.preventDefault();
      if (onTicket !== null) fileDraft(draftId as ScreenshotId, onTicket);
    } else if (dataTransfer.types.includes('Files')) {
      event.preventDefault();
      void importPictures([...dataTransfer.files], onTicket ?? ticketId);
    }
  });
  const onPaste = useEffectEvent((event: ClipboardEvent) => {
    const files = [...(event.clipboardData?.files ?? [])];
    if (event.defaultPrevented || files.length === 0 || isTextField(event.target)) return;
    event.preventDefault();
    void importPictures(files, ticketId);
  });
  useEffect(() => {
    const ending = new AbortController();
    const { signal } = ending;
    window.addEventListener('dragover', (event) => onDragOver(event), { signal });
    window.addEventListener('dragleave', (event) => onDragLeave(event), { signal });
    window.addEventListener('dragend', () => onDragEnd(), { signal });
    window.addEventListener('drop', (event) => onDrop(event), { signal });
    window.addEventListener('paste', (event) => onPaste(event), { signal });
    return () => ending.abort();
  }, []);

  // Tells tests that files are taken in from now on.
  if (!isOver) return <span hidden data-testid="picture-inlet" />;
  return (
    <div className={cx('hint')} data-testid="drop-hint">
      <IconPhotoPlus size={20} stroke={1.75} aria-hidden />
      {t('import.dropHint')}
    </div>
  );
}
