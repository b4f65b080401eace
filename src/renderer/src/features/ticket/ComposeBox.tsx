import { pictureMarkdown } from '@core/ticket/message-markdown';
import { fillTemplate, type OfferedTemplate, unfilledFields } from '@core/ticket/reply-template';
import type { ScreenshotView } from '@ipc/screenshot-views';
import type { TicketView } from '@ipc/ticket-views';
import { Alert, Button, Group, SegmentedControl, Stack, Text, Textarea } from '@mantine/core';
import { IconAlertTriangle, IconCloudOff, IconLock, IconMail } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type ClipboardEvent, type FormEvent, type KeyboardEvent, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { noteActivity } from '../../api/activity-notes';
import { RequestFailed } from '../../api/client';
import { syncQuery } from '../../api/queries';
import { useHasPortal } from '../../api/use-has-portal';
import { classNames } from '../../ui/class-names';
import { FailureText } from '../../ui/FailureText';
import { useFormat } from '../../ui/use-format';
import styles from './ComposeBox.module.css';
import { ComposeToolbar } from './ComposeToolbar';
import { MessagePreview } from './MessagePreview';
import { insertBlock, makeLink, nextToFill, type Selected, type TextEdit, toggleMark } from './markdown-edit';
import { EMPTY_DRAFT, type MessageDraft } from './message-draft';
import { useInsertPicture } from './use-insert-picture';
import { useReplyTemplates } from './use-reply-templates';
import { useSendMessage } from './use-send-message';

const cx = classNames(styles);

interface ComposeBoxProps {
  readonly ticket: TicketView;
  readonly drafts: Map<string, MessageDraft>;
}

/** Writes a note or a message in Markdown. Which of the two it is stands in words at the box and on the button. */
export function ComposeBox({ ticket, drafts }: ComposeBoxProps) {
  const { t } = useTranslation('ticket');
  const format = useFormat();
  const [draft, setDraft] = useState(() => drafts.get(ticket.id) ?? EMPTY_DRAFT);
  const [isPreview, setPreview] = useState(false);
  // What waits to be filled in is asked about once; the same text is then sent as it is.
  const [askedAbout, setAskedAbout] = useState<string | null>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  const templates = useReplyTemplates(ticket);
  const isOnline = useQuery({ ...syncQuery, select: selectIsOnline }).data ?? true;
  const hasPortal = useHasPortal();
  // Nobody would get a message.
  const isInternalNote = draft.isInternalNote || !hasPortal;
  const text = draft.text.trim();
  const toFill = unfilledFields(text);
  const isAsked = toFill.length > 0 && askedAbout === text;

  const change = (next: MessageDraft) => {
    drafts.set(ticket.id, next);
    setDraft(next);
  };
  const write = useSendMessage(ticket, () => {
    change({ ...EMPTY_DRAFT, isInternalNote: draft.isInternalNote });
    setPreview(false);
  });

  const edit = (how: (selected: Selected) => TextEdit | null) => {
    const element = area.current;
    if (element === null) return;
    const made = how({ text: element.value, from: element.selectionStart, until: element.selectionEnd });
    if (made !== null) applyEdit(element, made);
  };
  const putPicture = ({ id, title }: Pick<ScreenshotView, 'id' | 'title'>) =>
    edit((selected) => insertBlock(selected, pictureMarkdown(id, title)));
  const picture = useInsertPicture(ticket.id, putPicture);
  const putTemplate = ({ [templates.language]: words }: OfferedTemplate) => {
    const filled = fillTemplate(words, templates.values);
    edit((selected) => insertBlock(selected, filled, unfilledFields(filled)));
  };

  const send = () => {
    if (text === '' || write.isPending) return;
    if (toFill.length > 0 && !isAsked) {
      setAskedAbout(text);
      // What is selected next has to be seen.
      flushSync(() => setPreview(false));
      edit((selected) => nextToFill(selected, toFill));
      return;
    }
    write.mutate({ text, isInternalNote });
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    send();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    send();
  };
  const onTextKeyDown = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    const how = TEXT_KEYS[event.key.toLowerCase()];
    if (how === undefined) return;
    event.preventDefault();
    // The palette of commands has Ctrl + K where nobody types.
    event.stopPropagation();
    edit(how);
  };
  const onPaste = (event: ClipboardEvent) => {
    const [file] = event.clipboardData.files;
    if (file === undefined || event.clipboardData.types.includes('text/plain')) return;
    event.preventDefault();
    picture.take(file);
  };

  return (
    <form
      className={cx('box', isInternalNote && 'note')}
      aria-label={t('messages.compose')}
      onSubmit={onSubmit}
      onKeyDown={onKeyDown}
    >
      <Stack gap="sm">
        <Group gap="8px 12px">
          {hasPortal && (
            <SegmentedControl
              aria-label={t('messages.kind')}
              value={draft.isInternalNote ? 'note' : 'message'}
              onChange={(kind) => change({ ...draft, isInternalNote: kind === 'note' })}
              data={[
                { value: 'note', label: t('messages.asNote') },
                { value: 'message', label: t('messages.toCustomer') },
              ]}
            />
          )}
          <span className={cx('who')} data-customer={!isInternalNote}>
            {isInternalNote ? (
              <IconLock size={15} stroke={1.75} aria-hidden />
            ) : (
              <IconMail size={15} stroke={1.75} aria-hidden />
            )}
            {t(hasPortal ? (isInternalNote ? 'messages.noteHelp' : 'messages.customerWarning') : 'messages.keptHere')}
          </span>
        </Group>
        <div>
          <ComposeToolbar
            isPreview={isPreview}
            onPreview={setPreview}
            onEdit={edit}
            templates={templates}
            onTemplate={putTemplate}
            drafts={ticket.screenshots.filter(({ state }) => state === 'draft')}
            onPicture={putPicture}
            onFile={picture.take}
          />
          {isPreview && <MessagePreview text={text} ticket={ticket} isInternalNote={draft.isInternalNote} />}
          <div hidden={isPreview}>
            <Textarea
              ref={area}
              aria-label={t('messages.text')}
              value={draft.text}
              onChange={(event) => {
                noteActivity(ticket.id, 'typed');
                change({ ...draft, text: event.currentTarget.value });
              }}
              onKeyDown={onTextKeyDown}
              onPaste={onPaste}
              maxLength={20_000}
              autosize
              minRows={3}
              maxRows={14}
            />
          </div>
        </div>
        {picture.problem !== null && (
          <Text size="sm" role="alert" className={cx('problem')}>
            {picture.problem}
          </Text>
        )}
        {isAsked ? (
          <Alert
            role="alert"
            color="yellow"
            variant="light"
            icon={<IconAlertTriangle size={18} aria-hidden />}
            classNames={{ root: cx('ask'), icon: cx('askIcon'), message: cx('askWords') }}
          >
            {t('messages.fillFirst', { fields: format.names(toFill) })}
          </Alert>
        ) : (
          toFill.length > 0 && (
            <Group gap="4px 12px">
              <Text size="sm">{t('messages.toFill', { fields: format.names(toFill) })}</Text>
              <Button
                variant="default"
                size="compact-xs"
                onClick={() => edit((selected) => nextToFill(selected, toFill))}
              >
                {t('messages.nextToFill')}
              </Button>
            </Group>
          )
        )}
        {write.isError && (
          <FailureText
            error={write.error}
            sentence={
              write.error instanceof RequestFailed && write.error.code === 'picture-invalid'
                ? t('messages.pictureMissing')
                : undefined
            }
          />
        )}
        <Group justify="space-between" gap="sm">
          <Text size="sm" c="dimmed" className={cx('offline')}>
            {hasPortal && !isOnline && (
              <>
                <IconCloudOff size={15} stroke={1.75} aria-hidden />
                {t('messages.offline')}
              </>
            )}
          </Text>
          <Button type="submit" disabled={text === ''} loading={write.isPending}>
            {isAsked ? t('messages.sendAnyway') : isInternalNote ? t('messages.saveNote') : t('messages.sendMessage')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

const TEXT_KEYS: Readonly<Record<string, (selected: Selected) => TextEdit>> = {
  b: (selected) => toggleMark(selected, '**'),
  i: (selected) => toggleMark(selected, '*'),
  k: makeLink,
};

/** As if it had been typed: the text area tells of it as of any other key, and Ctrl + Z takes it back. */
function applyEdit(area: HTMLTextAreaElement, { from, until, insert, selectFrom, selectUntil }: TextEdit): void {
  area.focus();
  area.setSelectionRange(from, until);
  if (insert !== '') document.execCommand('insertText', false, insert);
  else if (from !== until) document.execCommand('delete');
  area.setSelectionRange(selectFrom, selectUntil);
}

function selectIsOnline({ connection }: { connection: { kind: string } }): boolean {
  return connection.kind === 'online' || connection.kind === 'syncing';
}
