import { judgeKeys, parseAccelerator } from '@core/shortcuts/accelerator';
import { DEFAULT_SHORTCUTS, type ShortcutAction, type ShortcutStatus } from '@core/shortcuts/shortcuts';
import { Button, Kbd } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconKeyboard } from '@tabler/icons-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames } from '../../ui/class-names';
import { isMac, labelsOfAccelerator } from './key-labels';
import styles from './ShortcutsSection.module.css';
import { useKeyRecorder } from './use-key-recorder';

const cx = classNames(styles);

interface ShortcutRowProps {
  readonly action: ShortcutAction;
  readonly accelerator: string;
  readonly status: ShortcutStatus;
  /** The action that has the same keys and gets them. */
  readonly sameAs: ShortcutAction | null;
  readonly isDefault: boolean;
  /** Another action with these keys. */
  readonly findOther: (accelerator: string) => ShortcutAction | null;
  readonly onChange: (accelerator: string) => void;
}

/** One action: its keys, what became of them, and the buttons that change them. */
export function ShortcutRow(props: ShortcutRowProps) {
  const { action, accelerator, status, isDefault, findOther, onChange } = props;
  const { t } = useTranslation('settings');
  const nameId = useId();
  const name = t(`shortcut.${action}`);
  const { recording, start, cancel, onKeyDown } = useKeyRecorder({
    isUsedHere: (recorded) => findOther(recorded) !== null,
    onRecorded: onChange,
  });
  const words = { shift: t('keyName.shift'), space: t('keyName.space') };
  const isGood = status === 'registered' || status === 'off';
  const told = useToldOfKeys(props);

  return (
    <li className={cx('row')} aria-labelledby={nameId} data-testid={`shortcut-${action}`} data-status={status}>
      <span id={nameId} className={cx('name')}>
        {name}
      </span>
      <span className={cx('buttons')}>
        <Button
          className={cx('record')}
          variant={recording === null ? 'default' : 'filled'}
          leftSection={<IconKeyboard size={16} stroke={1.75} aria-hidden />}
          aria-label={t('shortcutRecordFor', { name })}
          aria-pressed={recording !== null}
          onClick={() => (recording === null ? start() : cancel())}
          onKeyDown={onKeyDown}
          onBlur={cancel}
        >
          {recording === null ? t('shortcutRecord') : t('shortcutRecording')}
        </Button>
        <Button
          variant="default"
          disabled={accelerator === ''}
          aria-label={t('shortcutClearFor', { name })}
          onClick={() => onChange('')}
        >
          {t('shortcutClear')}
        </Button>
        <Button
          variant="default"
          disabled={isDefault}
          aria-label={t('shortcutRestoreFor', { name })}
          onClick={() => onChange(DEFAULT_SHORTCUTS[action])}
        >
          {t('shortcutRestore')}
        </Button>
      </span>
      <div className={cx('told')}>
        <span className={cx('keys')}>
          {accelerator !== '' && labelsOfAccelerator(accelerator, words).map((label) => <Kbd key={label}>{label}</Kbd>)}
        </span>
        <span className={cx('status')} data-good={isGood && recording?.kind !== 'refused'} aria-live="polite">
          {recording === null && status === 'registered' && <IconCheck size={14} aria-hidden />}
          {recording === null && !isGood && <IconAlertTriangle size={14} aria-hidden />}
          {recording === null && told}
          {recording?.kind === 'waiting' && t('shortcutPress')}
          {recording?.kind === 'refused' && t(`shortcutRefused.${recording.problem}`)}
        </span>
      </div>
    </li>
  );
}

/** What became of the keys, in words. */
function useToldOfKeys({ accelerator, status, sameAs }: ShortcutRowProps): string {
  const { t } = useTranslation('settings');
  switch (status) {
    case 'registered':
      return t('shortcutRegistered');
    case 'off':
      return accelerator === '' ? t('shortcutOff') : t('shortcutNotYet');
    case 'taken':
      return sameAs === null ? t('shortcutTaken') : t('shortcutSameAs', { other: t(`shortcut.${sameAs}`) });
    case 'invalid': {
      const keys = parseAccelerator(accelerator, { isMac });
      return t(`shortcutRefused.${(keys && judgeKeys(keys)) ?? 'unreadable'}`);
    }
  }
}
