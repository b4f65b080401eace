import { ActionIcon, Tooltip } from '@mantine/core';
import type { Icon as TablerIcon } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { classNames } from '../../ui/class-names';
import styles from './EditorToolbar.module.css';

const cx = classNames(styles);

interface ToolButtonProps {
  readonly icon: TablerIcon;
  readonly name: string;
  /** The key that does the same; null where there is none. */
  readonly shortcut: string | null;
  readonly isPressed?: boolean;
  readonly disabled?: boolean;
  readonly testId?: string;
  readonly onClick: () => void;
}

/** A button of the editor's toolbar: an icon, whose tooltip says its name and its key. */
export function ToolButton({ icon: ToolIcon, name, shortcut, isPressed, disabled, testId, onClick }: ToolButtonProps) {
  const { t } = useTranslation('capture');
  return (
    <Tooltip label={shortcut === null ? name : t('editor.withKey', { name, key: shortcut })}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={30}
        className={cx('tool')}
        aria-label={name}
        aria-pressed={isPressed}
        aria-disabled={disabled}
        {...(disabled === true ? { 'data-disabled': true } : {})}
        data-testid={testId}
        onClick={() => disabled !== true && onClick()}
      >
        <ToolIcon size={18} stroke={1.75} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}
