import { formatKronor } from '@core/billing/kronor';
import type { LinkedTicketView, LinksView, SplitTicketView } from '@ipc/link-views';
import type { TicketView } from '@ipc/ticket-views';
import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames } from '../../../ui/class-names';
import { formatMinutes } from '../../../ui/format';
import { useWorkbenchActions } from '../../../ui/workbench-actions';
import handling from '../handling/HandlingSections.module.css';
import { Action } from '../handling/TargetSection';
import styles from './Links.module.css';
import { useTakeLinkBack } from './use-take-link-back';

const cx = classNames(styles);
const cxHandling = classNames(handling);

/** The tickets that this one belongs to: the parts of a split with what they cost together, and its duplicates. */
export function LinksSection({ ticket }: { readonly ticket: TicketView }) {
  const { t } = useTranslation('links');
  const { takeMergeBack } = useTakeLinkBack();
  const { split, duplicates } = ticket.links;
  return (
    <>
      {split !== null && <Split ticketId={ticket.id} split={split} />}
      {duplicates.length > 0 && (
        <Section title={t('overview.duplicates')} testId="duplicates">
          <ul className={cx('list')}>
            {duplicates.map(({ linkId, ticket: duplicate, canBeTakenBack }) => (
              <Linked key={linkId} ticket={duplicate} isHere={false}>
                {canBeTakenBack && (
                  <Action onClick={() => takeMergeBack(linkId, ticket.id)}>{t('overview.takeMergeBack')}</Action>
                )}
              </Linked>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

interface SplitProps {
  readonly ticketId: string;
  readonly split: NonNullable<LinksView['split']>;
}

function Split({ ticketId, split }: SplitProps) {
  const { t } = useTranslation('links');
  const { takeSplitBack } = useTakeLinkBack();
  const [first] = split.tickets;
  const chargeOf = ({ ticket: { number }, chargedMinutes }: SplitTicketView) =>
    `${number} ${formatMinutes(chargedMinutes)}`;
  const amount = split.amountOre === null ? '' : ` (${formatKronor(split.amountOre)})`;
  return (
    <Section title={t('overview.split')} testId="split">
      <ul className={cx('list')}>
        {split.tickets.map(({ ticket, linkId, canBeTakenBack }) => (
          <Linked key={ticket.id} ticket={ticket} isHere={ticket.id === ticketId}>
            <span>{linkId === null ? t('overview.first') : t('overview.part')}</span>
            {linkId !== null && canBeTakenBack && (
              <Action onClick={() => takeSplitBack(linkId, first?.ticket.id ?? ticketId, ticket.id)}>
                {t('overview.takeSplitBack')}
              </Action>
            )}
          </Linked>
        ))}
      </ul>
      <p className={cx('sum')} data-testid="split-sum">
        {t('overview.sum', {
          parts: split.tickets.map(chargeOf).join(' + '),
          total: `${formatMinutes(split.chargedMinutes)}${amount}`,
        })}
      </p>
    </Section>
  );
}

interface LinkedProps {
  readonly ticket: LinkedTicketView;
  readonly isHere: boolean;
  readonly children: ReactNode;
}

/** A ticket with the way to it, and where it stands. */
function Linked({ ticket: { id, number, title, state }, isHere, children }: LinkedProps) {
  const { t } = useTranslation(['links', 'common']);
  const { openTicket } = useWorkbenchActions();
  return (
    <li>
      {isHere ? (
        <strong>
          {number} {title}
        </strong>
      ) : (
        <button type="button" className={cx('ticket')} onClick={() => openTicket(id, { focus: true })}>
          {number} {title}
        </button>
      )}
      <span className={cx('quiet')}>
        {isHere && <span>{t('links:overview.here')}</span>}
        <span>{t(`common:ticketState.${state}`)}</span>
        {children}
      </span>
    </li>
  );
}

interface SectionProps {
  readonly title: string;
  readonly testId: string;
  readonly children: ReactNode;
}

/** A part of the overview with its heading. */
export function Section({ title, testId, children }: SectionProps) {
  return (
    <section className={cxHandling('section')} aria-label={title} data-testid={testId}>
      <Title order={3} className={cxHandling('heading')}>
        {title}
      </Title>
      {children}
    </section>
  );
}
