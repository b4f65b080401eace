import { limitedAccessAreaSchema } from '@core/ticket/limited-access';
import type { DetailsView } from '@ipc/details-views';
import type { TicketView } from '@ipc/ticket-views';
import { Checkbox, Group, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { classNames } from '../../../ui/class-names';
import { DraftedMessage } from './DraftedMessage';
import styles from './details.module.css';
import { useNoteOnTicket } from './use-details';

const cx = classNames(styles);

interface LimitedAccessSectionProps {
  readonly ticket: TicketView;
  readonly details: DetailsView;
  readonly onDraft: (text: string) => void;
}

/** What we cannot reach ourselves, and the reply that says so. */
export function LimitedAccessSection({ ticket, details, onDraft }: LimitedAccessSectionProps) {
  const { t } = useTranslation('details');
  const { note } = useNoteOnTicket(ticket.id);
  const { limitedAccess } = details.details;
  return (
    <section aria-label={t('limited.title')} className={cx('section')} data-testid="limited-access">
      <Title order={3} className={cx('heading')}>
        {t('limited.title')}
      </Title>
      <Checkbox.Group
        label={t('limited.label')}
        value={limitedAccess}
        onChange={(chosen) =>
          note({ details: { limitedAccess: AREAS.filter((area) => chosen.some((value) => value === area)) } })
        }
      >
        <Group gap="md" mt={6}>
          {AREAS.map((area) => (
            <Checkbox key={area} value={area} label={t(`limited.area.${area}`)} />
          ))}
        </Group>
      </Checkbox.Group>
      {details.limitedAccessReply !== null && (
        <DraftedMessage label={t('limited.reply')} text={details.limitedAccessReply} onUse={onDraft} />
      )}
    </section>
  );
}

const AREAS = limitedAccessAreaSchema.options;
