import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { classNames } from '../../ui/class-names';
import styles from './CaptureEditor.module.css';
import type { Keeping } from './use-keep-draft';

const cx = classNames(styles);

/** Whether what was drawn and written is on the disk. */
export function DraftState({ keeping }: { readonly keeping: Keeping }) {
  const { t } = useTranslation('capture');
  const StateIcon = keeping === 'failed' ? IconAlertTriangle : IconCheck;
  return (
    <p className={cx('draftState')} data-keeping={keeping} data-testid="draft-state">
      <StateIcon size={14} stroke={1.75} aria-hidden />
      {t(`draft.${keeping}`)}
    </p>
  );
}
