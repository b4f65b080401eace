import { Menu, UnstyledButton } from '@mantine/core';
import { type Icon, IconChevronDown } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { classNames } from '../../ui/class-names';
import styles from './TicketHeader.module.css';

const cx = classNames(styles);

interface HeaderMenuProps {
  readonly opened: boolean;
  readonly onChange: (opened: boolean) => void;
  readonly icon: Icon;
  /** What stands in the header: what holds now. */
  readonly words: string;
  /** What a screen reader says of the button. */
  readonly buttonLabel: string;
  /** What is chosen. */
  readonly label: string;
  readonly disabled: boolean;
  readonly testId: string;
  readonly children: ReactNode;
}

/** A fact in the ticket's header that opens a menu to change it. */
export function HeaderMenu({
  opened,
  onChange,
  icon: ItsIcon,
  words,
  buttonLabel,
  label,
  disabled,
  testId,
  children,
}: HeaderMenuProps) {
  return (
    <Menu
      position="bottom-start"
      shadow="md"
      width={280}
      opened={opened}
      onChange={onChange}
      withInitialFocusPlaceholder={false}
    >
      <Menu.Target>
        <UnstyledButton
          className={cx('mark', 'choice')}
          aria-label={buttonLabel}
          disabled={disabled}
          data-testid={testId}
        >
          <ItsIcon size={15} stroke={1.75} aria-hidden />
          {words}
          <IconChevronDown size={14} stroke={1.75} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown aria-label={label}>
        <Menu.Label>{label}</Menu.Label>
        {children}
      </Menu.Dropdown>
    </Menu>
  );
}
