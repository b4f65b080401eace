import { Button, Text } from '@mantine/core';
import type { FormEvent, KeyboardEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames } from '../../ui/class-names';
import { FailureText } from '../../ui/FailureText';
import styles from './LimitDialog.module.css';

const cx = classNames(styles);

interface PanelFormProps {
  readonly label: string;
  readonly submitLabel: string;
  readonly isDisabled?: boolean;
  readonly isPending: boolean;
  readonly error: unknown;
  readonly onSubmit: () => void;
  readonly onCancel: () => void;
  readonly children: ReactNode;
}

/** One decision: what it means or needs, and the button that makes it. Ctrl + Enter makes it too. */
export function PanelForm(props: PanelFormProps) {
  const { label, submitLabel, isDisabled = false, isPending, error, onSubmit, onCancel, children } = props;
  const { t } = useTranslation(['limit', 'common']);
  const submit = (event: FormEvent | KeyboardEvent) => {
    event.preventDefault();
    if (!isDisabled && !isPending) onSubmit();
  };
  return (
    <form
      className={cx('form')}
      aria-label={label}
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit(event);
      }}
      noValidate
    >
      {children}
      {error !== null && <FailureText error={error} />}
      <div className={cx('foot')}>
        <Text size="xs" c="dimmed" className={cx('keys')}>
          {t('limit:keys')}
        </Text>
        <Button variant="default" onClick={onCancel}>
          {t('common:action.cancel')}
        </Button>
        <Button type="submit" disabled={isDisabled} loading={isPending}>
          {submitLabel}
        </Button>
      </div>
    </form>
  );
}

interface HintProps {
  readonly icon: ReactNode;
  readonly isWarning?: boolean;
  readonly children: ReactNode;
}

/** A sentence about what a choice leads to. */
export function Hint({ icon, isWarning = false, children }: HintProps) {
  return (
    <p className={cx('hint', isWarning && 'warn')}>
      {icon}
      <span>{children}</span>
    </p>
  );
}
