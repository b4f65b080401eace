import type { QueueScope } from '@core/ticket/queue-view';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames } from '../../ui/class-names';
import { QUEUE_SCOPES } from './queue-views';
import styles from './ScopeChoice.module.css';

const cx = classNames(styles);

interface ScopeChoiceProps {
  readonly scope: QueueScope;
  readonly onChange: (scope: QueueScope) => void;
}

/**
 * Mine only, or also nobody's and colleagues'. It looks like the library's segmented control, which measures itself when it
 * is drawn: here, with the whole workbench new around it, that was about half of that task.
 */
export function ScopeChoice({ scope, onChange }: ScopeChoiceProps) {
  const { t } = useTranslation('queue');
  const name = useId();
  return (
    <div role="radiogroup" aria-label={t('scope.label')} className={cx('choice')}>
      {QUEUE_SCOPES.map((value) => (
        <label key={value} className={cx('option')}>
          <input
            type="radio"
            name={name}
            className={cx('input')}
            checked={scope === value}
            onChange={() => onChange(value)}
          />
          {t(`scope.${value}`)}
        </label>
      ))}
    </div>
  );
}
