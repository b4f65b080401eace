import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command';
import { classNames } from '../../../ui/class-names';
import styles from './details.module.css';

const cx = classNames(styles);

interface ContactLineProps {
  readonly method: 'email' | 'telephone';
  readonly value: string;
}

/** An address or number that opens the mail program, or calls. */
export function ContactLine({ method, value }: ContactLineProps) {
  const { t } = useTranslation('details');
  const { mutate } = useCommand('details:contact');
  return (
    <button
      type="button"
      className={cx('link')}
      aria-label={t(`contact.${method}`, { value })}
      onClick={() => mutate({ method, value })}
    >
      {value}
    </button>
  );
}
