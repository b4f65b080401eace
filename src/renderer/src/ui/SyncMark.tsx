import {
  type Icon,
  IconAlertCircle,
  IconCheck,
  IconCircleDashed,
  IconClockUp,
  IconCloudOff,
  IconCloudX,
  IconDeviceLaptop,
  IconHandStop,
  IconPencilExclamation,
} from '@tabler/icons-react';
import { classNames } from './class-names';
import styles from './SyncMark.module.css';

const cx = classNames(styles);

/** How far something is on its way to the portal. */
export type SyncMarkState =
  | 'needs-description'
  | 'too-short'
  | 'held'
  | 'kept-here'
  | 'not-saved'
  | 'waiting'
  | 'parked'
  | 'given-up'
  | 'gone'
  | 'sent';

const ICONS = {
  'needs-description': IconPencilExclamation,
  'too-short': IconCircleDashed,
  held: IconHandStop,
  'kept-here': IconDeviceLaptop,
  'not-saved': IconCircleDashed,
  waiting: IconClockUp,
  parked: IconAlertCircle,
  'given-up': IconCloudX,
  gone: IconCloudOff,
  sent: IconCheck,
} as const satisfies Record<SyncMarkState, Icon>;

/** The icon alone, for where the words stand elsewhere. */
export function SyncIcon({ state }: { readonly state: SyncMarkState }) {
  const StateIcon = ICONS[state];
  return <StateIcon size={14} stroke={2} aria-hidden className={cx('icon', state)} />;
}

/** An icon and words for how far something is on its way to the portal. */
export function SyncMark({ state, label }: { readonly state: SyncMarkState; readonly label: string }) {
  return (
    <span className={cx('mark', state)} data-sync={state}>
      <SyncIcon state={state} />
      {label}
    </span>
  );
}
