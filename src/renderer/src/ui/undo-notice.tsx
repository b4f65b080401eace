import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import i18n from 'i18next';
import { classNames } from './class-names';
import styles from './undo-notice.module.css';

const cx = classNames(styles);

/** Longer than a notice that only tells: somebody has to read it, think and reach for it. */
const STAYS_MS = 10_000;

// The notices that stand, by topic, the latest last.
const shown = new Map<string, { readonly id: string; readonly isUndo: boolean; readonly act: () => void }>();

/** Steps of timesheet lines: they share one journal, wherever they are made. */
export const LINES_TOPIC = 'timesheet';

interface UndoNotice {
  /** Only the latest notice of a topic stands: an older one would offer to take back what is no longer the last step. */
  readonly topic: string;
  readonly message: string;
  /** What the button says where it does not take back, but does again what was taken back. */
  readonly label?: string;
  readonly onUndo: () => void;
}

/** Says at the edge of the window what was done, with a button that takes it back. */
export function showUndoNotice({ topic, message, label, onUndo }: UndoNotice) {
  hideUndoNotice(topic);
  const isUndo = label === undefined;
  const act = () => {
    hideUndoNotice(topic);
    onUndo();
  };
  const id = notifications.show({
    message: (
      <span className={cx('notice')}>
        <span>{message}</span>
        <Button
          variant="default"
          size="compact-sm"
          flex="none"
          {...(isUndo ? { 'aria-keyshortcuts': 'Control+Z' } : {})}
          onClick={act}
        >
          {label ?? i18n.t('action.undo')}
        </Button>
      </span>
    ),
    withBorder: true,
    autoClose: STAYS_MS,
    onClose: (closed) => {
      if (shown.get(topic)?.id === closed.id) shown.delete(topic);
    },
    closeButtonProps: { 'aria-label': i18n.t('action.dismiss') },
  });
  shown.set(topic, { id, isUndo, act });
}

/** Takes the notice of a topic away: what it offers to take back has been taken back, or is no longer the last step. */
export function hideUndoNotice(topic: string) {
  const notice = shown.get(topic);
  shown.delete(topic);
  if (notice !== undefined) notifications.hide(notice.id);
}

/** Takes all of them away: what they offer to take back is out of reach. */
export function hideAllUndoNotices() {
  for (const topic of [...shown.keys()]) hideUndoNotice(topic);
}

/** Takes back what the latest notice that still stands speaks of. Answers whether there was one. */
export function undoLatest(): boolean {
  const latest = [...shown.values()].findLast(({ isUndo }) => isUndo);
  latest?.act();
  return latest !== undefined;
}
