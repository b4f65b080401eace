import type { ScreenshotView } from '@ipc/screenshot-views';
import { SegmentedControl, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { IconAlertTriangle, IconLock, IconMail } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useHasPortal } from '../../api/use-has-portal';
import { classNames } from '../../ui/class-names';
import { OdooRecord } from '../../ui/OdooRecord';
import { TicketSelect } from '../../ui/TicketSelect';
import { AddressField } from './AddressField';
import styles from './CaptureEditor.module.css';
import type { Details } from './details';

const cx = classNames(styles);

interface DetailsFormProps {
  readonly screenshot: ScreenshotView;
  readonly details: Details;
  readonly onChange: (details: Details) => void;
  /** Set once somebody tried to save: before that nothing is wrong yet. */
  readonly showsMissing: boolean;
}

/** Address, title, ticket, and the words that go with the picture. */
export function DetailsForm({ screenshot, details, onChange, showsMissing }: DetailsFormProps) {
  const { t } = useTranslation('capture');
  const change = (part: Partial<Details>) => onChange({ ...details, ...part });
  const hasPortal = useHasPortal();
  // Nobody would get a message.
  const isInternalNote = details.isInternalNote || !hasPortal;
  const hasAddress = details.address.trim() !== '';
  return (
    <Stack gap="md">
      <div>
        <AddressField screenshot={screenshot} details={details} onChange={onChange} />
        <p className={cx('hint')} data-warn={!hasAddress} aria-live="polite">
          {hasAddress ? (
            <OdooRecord address={details.address} />
          ) : (
            <>
              <IconAlertTriangle size={15} stroke={1.75} aria-hidden />
              {t('details.addressMissing')}
            </>
          )}
        </p>
      </div>
      <TextInput
        label={t('details.title')}
        value={details.title}
        onChange={(event) => change({ title: event.currentTarget.value })}
        maxLength={500}
        data-testid="title-field"
      />
      <TicketSelect
        label={t('details.ticket')}
        value={details.ticketId}
        error={showsMissing && details.ticketId === null ? t('details.ticketMissing') : null}
        onChange={(ticketId) => change({ ticketId })}
        testId="capture-ticket"
      />
      <div className={cx('message', isInternalNote && 'note')}>
        {hasPortal && (
          <SegmentedControl
            aria-label={t('details.readers')}
            fullWidth
            value={isInternalNote ? 'note' : 'message'}
            onChange={(kind) => change({ isInternalNote: kind === 'note' })}
            data={[
              { value: 'note', label: t('details.asNote') },
              { value: 'message', label: t('details.toCustomer') },
            ]}
          />
        )}
        <Text size="sm" className={cx('readers')} fw={isInternalNote ? 400 : 600}>
          {isInternalNote ? (
            <IconLock size={15} stroke={1.75} aria-hidden />
          ) : (
            <IconMail size={15} stroke={1.75} aria-hidden />
          )}
          {t(hasPortal ? (isInternalNote ? 'details.noteHelp' : 'details.customerWarning') : 'details.keptHere')}
        </Text>
        <Textarea
          label={t('details.message')}
          value={details.text}
          onChange={(event) => change({ text: event.currentTarget.value })}
          maxLength={20_000}
          autosize
          minRows={3}
          maxRows={10}
          data-testid="message-field"
        />
      </div>
    </Stack>
  );
}
