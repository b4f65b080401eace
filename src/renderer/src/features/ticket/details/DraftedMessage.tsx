import { Button } from '@mantine/core';
import { IconMessageForward } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { classNames } from '../../../ui/class-names';
import styles from './details.module.css';

const cx = classNames(styles);

interface DraftedMessageProps {
  readonly label: string;
  readonly text: string;
  readonly onUse: (text: string) => void;
}

/** A message the app has drafted. It goes to the box under *Messages*, where a person reads and sends it. */
export function DraftedMessage({ label, text, onUse }: DraftedMessageProps) {
  const { t } = useTranslation('details');
  return (
    <details className={cx('draft')}>
      <summary>{label}</summary>
      <p className={cx('letter')}>{text}</p>
      <Button
        variant="default"
        leftSection={<IconMessageForward size={16} stroke={1.75} aria-hidden />}
        onClick={() => onUse(text)}
      >
        {t('useDraft')}
      </Button>
    </details>
  );
}
