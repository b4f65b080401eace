import type { TicketView } from '@ipc/ticket-views';
import { ActionIcon, TextInput, Title, Tooltip } from '@mantine/core';
import { IconPencil, IconStar, IconStarFilled } from '@tabler/icons-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames } from '../../ui/class-names';
import { LinkMenu } from './links/LinkMenu';
import styles from './TicketHeader.module.css';
import { useChangeTicket } from './use-change-ticket';

const cx = classNames(styles);

/** The ticket's number and title, which can be written anew in place, its star and its menu. */
export function TicketTitle({ ticket, headingId }: { readonly ticket: TicketView; readonly headingId: string }) {
  const { t } = useTranslation('ticket');
  const [typed, setTyped] = useState<string | null>(null);
  const pencil = useRef<HTMLButtonElement>(null);
  const { change, isPending } = useChangeTicket(ticket);
  const isStarred = ticket.fields.priority !== '0';

  /** Back to the words, with the keyboard where it was. */
  const leave = () => {
    setTyped(null);
    queueMicrotask(() => pencil.current?.focus());
  };
  const save = () => {
    const title = typed?.trim() ?? '';
    if (title !== '' && title !== ticket.title) change({ title }, t('change.title'));
    leave();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    event.preventDefault();
    if (event.key === 'Enter') save();
    else leave();
  };

  return (
    <div className={cx('titleRow')}>
      <Title order={2} id={headingId} className={cx('title', typed !== null && 'unseen')}>
        <span className={cx('number')}>{ticket.number}</span> {ticket.title}
      </Title>
      {typed !== null && (
        <TextInput
          aria-label={t('title.label')}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          onBlur={save}
          maxLength={500}
          className={cx('titleField')}
          ref={focusAndSelect}
        />
      )}
      {typed === null && (
        <>
          <Tooltip label={t('title.edit')}>
            <ActionIcon
              ref={pencil}
              variant="subtle"
              color="gray"
              aria-label={t('title.edit')}
              disabled={isPending || !ticket.isChangeable}
              onClick={() => setTyped(ticket.title)}
            >
              <IconPencil size={16} stroke={1.75} aria-hidden />
            </ActionIcon>
          </Tooltip>
          <Tooltip label={isStarred ? t('priority.remove') : t('priority.set')}>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('priority.label')}
              aria-pressed={isStarred}
              disabled={isPending || !ticket.isChangeable}
              onClick={() => change({ priority: isStarred ? '0' : '1' }, t('change.priority'))}
            >
              {isStarred ? (
                <IconStarFilled size={16} aria-hidden className={cx('star')} />
              ) : (
                <IconStar size={16} stroke={1.75} aria-hidden />
              )}
            </ActionIcon>
          </Tooltip>
          <LinkMenu ticket={ticket} />
        </>
      )}
    </div>
  );
}

function focusAndSelect(element: HTMLInputElement | null) {
  if (element === null || document.activeElement === element) return;
  element.focus();
  element.select();
}
