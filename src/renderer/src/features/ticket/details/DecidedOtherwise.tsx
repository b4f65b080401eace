import type { CoverageOnTicketView } from '@ipc/details-views';
import { IconUserCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { classNames } from '../../../ui/class-names';
import { useFormat } from '../../../ui/use-format';
import styles from './details.module.css';

const cx = classNames(styles);

interface DecidedOtherwiseProps {
  readonly decision: NonNullable<CoverageOnTicketView['decision']>;
}

/** What somebody decided instead of the terms, who, when and why. */
export function DecidedOtherwise({ decision }: DecidedOtherwiseProps) {
  const { t } = useTranslation(['details', 'common']);
  const format = useFormat();
  const { verdict, by, at, reason } = decision;
  return (
    <p className={cx('decided')} data-testid="decided-otherwise" data-decided={verdict}>
      <IconUserCheck size={15} stroke={1.75} aria-hidden />
      <span>
        {t('details:coverage.decided.here')} <strong>{t(`common:verdict.${verdict}`)}</strong>
        <span className={cx('quiet')}> · {t('details:coverage.decided.by', { by, at: format.dateTime(at) })}</span>
        <br />
        {reason}
      </span>
    </p>
  );
}
