import type { AddressCandidate } from '@core/capture/choose-address';
import { Button, Popover } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames } from '../../ui/class-names';
import styles from './AddressField.module.css';
import { sourceText } from './source-text';

const cx = classNames(styles);

interface OtherAddressesProps {
  readonly others: readonly AddressCandidate[];
  readonly onUse: (candidate: AddressCandidate) => void;
}

/** The addresses that are there beside the one in the field, each with its source. */
export function OtherAddresses({ others, onUse }: OtherAddressesProps) {
  const { t } = useTranslation('capture');
  const [isOpen, setOpen] = useState(false);
  if (others.length === 0) return null;
  return (
    // A dialog rather than a menu: the editor leaves its keys alone while the focus is in one.
    <Popover opened={isOpen} onChange={setOpen} position="bottom-end" trapFocus returnFocus shadow="md" width={308}>
      <Popover.Target>
        <Button
          variant="subtle"
          size="compact-sm"
          rightSection={<IconChevronDown size={14} stroke={1.75} aria-hidden />}
          onClick={() => setOpen(!isOpen)}
          data-testid="other-addresses"
        >
          {t('source.others', { count: others.length })}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p={4} data-testid="address-offers">
        <ul className={cx('offers')}>
          {others.map((candidate) => (
            <li key={`${candidate.source} ${candidate.address}`}>
              <button
                type="button"
                className={cx('offer')}
                onClick={() => {
                  setOpen(false);
                  onUse(candidate);
                }}
              >
                <span>{candidate.address}</span>
                <small>{sourceText(t, candidate)}</small>
              </button>
            </li>
          ))}
        </ul>
      </Popover.Dropdown>
    </Popover>
  );
}
