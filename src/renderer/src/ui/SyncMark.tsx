import {
  type Icon,
  IconAlertCircle,
  IconCheck,
  IconCircleDashed,
  IconClockUp,
  IconPencilExclamation,
} from '@tabler/icons-react';
import { classNames } from './class-names';
import styles from './SyncMark.module.css';

const cx = classNames(styles);

/** How far something is on its way to the portal. */
export type SyncMarkState = 'needs-description' | 'too-short' | 'not-saved' | 'waiting' | 'parked' | 'sent';

const ICONS = {
  'needs-description': IconPencilExclamation,
  'too-short': IconCircleDashed,
  'not-saved': IconCircleDashed,
  waiting: IconClockUp,
  parked: IconAlertCircle,
  sent: IconCheck,
} as const satisfies Record<SyncMarkState, Icon>;

/** An icon and words for how far something is on its way to the portal. */
export function SyncMark({ state, label }: { readonly state: SyncMarkState; readonly label: string }) {
  const StateIcon = ICONS[state];
  return (
    <span className={cx('mark', state)} data-sync={state}>
      <StateIcon size={14} stroke={2} aria-hidden className={cx('icon')} />
      {label}
    </span>
  );
}
