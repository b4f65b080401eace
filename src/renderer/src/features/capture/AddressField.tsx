import { type AddressCandidate, contradictingReading, isSameAddress } from '@core/capture/choose-address';
import { cleanAddress, isAddressCut } from '@core/ticket/odoo-address';
import type { ScreenshotView } from '@ipc/screenshot-views';
import { Button, TextInput } from '@mantine/core';
import { IconAlertTriangle, IconCut } from '@tabler/icons-react';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useEvent } from '../../api/use-event';
import { classNames } from '../../ui/class-names';
import { showUndoNotice } from '../../ui/undo-notice';
import styles from './AddressField.module.css';
import type { Details } from './details';
import { detailsWith } from './details-with';
import { OtherAddresses } from './OtherAddresses';
import { sourceText } from './source-text';
import { useAddressChoice } from './use-address-choice';

const cx = classNames(styles);

interface AddressFieldProps {
  readonly screenshot: ScreenshotView;
  readonly details: Details;
  readonly onChange: (details: Details) => void;
}

/**
 * The address of a screen dump. As long as nobody has written one, the best that is known is filled in, with its source;
 * what was written is never replaced but by a click.
 */
export function AddressField({ screenshot, details, onChange }: AddressFieldProps) {
  const { t } = useTranslation('capture');
  const [isCut, setCut] = useState(false);
  const { candidates, chosen, others } = useAddressChoice(screenshot.id);
  const latest = useRef(details);
  useEffect(() => {
    latest.current = details;
  });
  const take = (candidate: AddressCandidate) => {
    setCut(candidate.isAddressCut);
    const changed = detailsWith(candidate, details, screenshot);
    onChange(changed);
    return changed;
  };
  const takeInstead = (candidate: AddressCandidate) => {
    const before = details;
    const changed = take(candidate);
    if (before.address === '') return;
    // The notice stands for a while: what was written meanwhile stays.
    const onUndo = () => {
      const { current } = latest;
      const { address, addressSource } = before;
      const title = current.title === changed.title ? before.title : current.title;
      const text = current.text === changed.text ? before.text : current.text;
      onChange({ ...current, address, addressSource, title, text });
    };
    showUndoNotice({ topic: 'address', message: t('source.replaced'), onUndo });
  };

  const fillIn = useEffectEvent((candidate: AddressCandidate | null) => {
    if (candidate !== null && details.address === '' && details.addressSource === null) take(candidate);
  });
  useEffect(() => fillIn(chosen), [chosen]);
  useEvent('hand-over:used', ({ screenshotId, ...handOver }) => {
    if (screenshotId !== screenshot.id) return;
    takeInstead({
      ...handOver,
      source: 'companion',
      ageSeconds: null,
      confidencePercent: null,
      isPartial: false,
      isProposed: true,
    });
  });

  const inField = candidates.find(
    ({ source, address }) => source === details.addressSource && isSameAddress(address, details.address),
  );
  const offered = (chosen === null ? others : [chosen, ...others]).filter(
    ({ address }) => !isSameAddress(address, cleanAddress(details.address)),
  );
  const differing = details.addressSource === 'picture' ? null : contradictingReading(details.address, candidates);
  return (
    <div>
      <TextInput
        label={t('details.address')}
        description={t('details.addressHelp')}
        value={details.address}
        onChange={(event) => {
          setCut(false);
          onChange({ ...details, address: event.currentTarget.value, addressSource: 'typed' });
        }}
        // What is sent carries no token: the field then shows the same as the banner.
        onBlur={() => {
          if (isAddressCut(details.address)) setCut(true);
          onChange({ ...details, address: cleanAddress(details.address) });
        }}
        maxLength={2000}
        spellCheck={false}
        data-testid="address-field"
      />
      <div className={cx('below')} aria-live="polite">
        <div className={cx('sourceRow')}>
          <span data-testid="address-source">
            {inField !== undefined && sourceText(t, inField)}
            {inField === undefined &&
              details.address !== '' &&
              details.addressSource !== null &&
              t(`source.${details.addressSource}`)}
          </span>
          <OtherAddresses others={offered} onUse={takeInstead} />
        </div>
        {isCut && (
          <p className={cx('note')} data-testid="address-cut">
            <IconCut size={15} stroke={1.75} aria-hidden />
            {t('source.cut')}
          </p>
        )}
        {differing !== null && (
          <div className={cx('note', 'warn')} data-testid="address-differs">
            <IconAlertTriangle size={15} stroke={1.75} aria-hidden />
            <div className={cx('differing')}>
              <span>
                {t('source.differs')} {differing.address}
              </span>
              <Button variant="default" size="compact-sm" onClick={() => takeInstead(differing)}>
                {t('source.useReading')}
              </Button>
            </div>
          </div>
        )}
      </div>
    </div>
  );
}
