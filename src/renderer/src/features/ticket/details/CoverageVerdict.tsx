import type { CoverageView } from '@ipc/details-views';
import { useTranslation } from 'react-i18next';
import { classNames } from '../../../ui/class-names';
import { TermsQuote } from '../../../ui/TermsQuote';
import styles from './details.module.css';

const cx = classNames(styles);

/** A verdict with the sentence of the terms that decides it, in the language of the terms. */
export function CoverageVerdict({ coverage }: { readonly coverage: CoverageView }) {
  const { t } = useTranslation(['details', 'common']);
  const { verdict, source, reason, condition } = coverage;
  return (
    <div data-verdict={verdict}>
      <span className={cx('verdict')}>{t(`common:verdict.${verdict}`)}</span>
      {reason !== 'sentence' && <span className={cx('quiet')}> · {t(`details:coverage.reason.${reason}`)}</span>}
      {condition !== null && <span className={cx('quiet')}> · {t(`details:coverage.condition.${condition}`)}</span>}
      {source !== null && (
        <p className={cx('quote')}>
          <TermsQuote source={source} /> [{source.document}]
        </p>
      )}
    </div>
  );
}
