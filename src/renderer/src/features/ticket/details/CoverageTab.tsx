import type { KindOfWork } from '@core/billing/kind-of-work';
import { TEST_COPY_WORK } from '@core/billing/test-copies';
import type { DetailsView } from '@ipc/details-views';
import type { TicketView } from '@ipc/ticket-views';
import { Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames } from '../../../ui/class-names';
import { KindOfWorkSelect } from '../../../ui/KindOfWorkSelect';
import { BugGuide } from './BugGuide';
import { CoverageDecision } from './CoverageDecision';
import { CoverageVerdict } from './CoverageVerdict';
import { DecidedOtherwise } from './DecidedOtherwise';
import styles from './details.module.css';
import { FeeCalculator } from './FeeCalculator';
import { LimitedAccessSection } from './LimitedAccessSection';
import { OdooCaseSection } from './OdooCaseSection';
import { TestCopies } from './TestCopies';

const cx = classNames(styles);

interface CoverageTabProps {
  readonly ticket: TicketView;
  readonly details: DetailsView;
  readonly onDraft: (text: string) => void;
}

/** What the terms say: of every kind of work for this customer, of whose fault it is, and of what we cannot reach. */
export function CoverageTab({ ticket, details, onDraft }: CoverageTabProps) {
  const { t } = useTranslation(['details', 'common']);
  const lastKind = ticket.lines.find(({ origin }) => origin === 'mine')?.kindOfWork ?? 'general-user-support';
  const [kindOfWork, setKindOfWork] = useState<KindOfWork>(lastKind);
  const chosen = details.coverage.find((coverage) => coverage.kindOfWork === kindOfWork);
  const agreements = ticket.customer?.agreements ?? [];
  return (
    <div className={cx('cover')}>
      <section aria-label={t('details:coverage.title')} className={cx('section')}>
        <Title order={3} className={cx('heading')}>
          {t('details:coverage.title')}
        </Title>
        <p className={cx('line')}>
          {agreements.length === 0
            ? t('details:coverage.noAgreement')
            : t('details:coverage.agreements', {
                names: agreements.map(({ kind }) => t(`common:agreement.${kind}`)).join(', '),
              })}
        </p>
        <KindOfWorkSelect label={t('details:coverage.kind')} value={kindOfWork} onChange={setKindOfWork} />
        {chosen !== undefined && (
          <>
            <CoverageVerdict coverage={chosen} />
            <CoverageDecision key={kindOfWork} ticketId={ticket.id} coverage={chosen} />
          </>
        )}
        {kindOfWork === TEST_COPY_WORK && details.customer !== null && (
          <section aria-label={t('details:testCopies.title')} className={cx('section')}>
            <Title order={4} className={cx('heading')}>
              {t('details:testCopies.title')}
            </Title>
            <TestCopies ticket={ticket} card={details.customer} />
          </section>
        )}
        <details className={cx('more')}>
          <summary>{t('details:coverage.all')}</summary>
          <ul className={cx('rows')}>
            {details.coverage.map((coverage) => (
              <li key={coverage.kindOfWork} className={cx('row')}>
                <strong>{t(`common:kindOfWork.${coverage.kindOfWork}`)}</strong>
                <CoverageVerdict coverage={coverage} />
                {coverage.decision !== null && <DecidedOtherwise decision={coverage.decision} />}
              </li>
            ))}
          </ul>
        </details>
      </section>
      <BugGuide ticket={ticket} details={details} />
      <LimitedAccessSection ticket={ticket} details={details} onDraft={onDraft} />
      <OdooCaseSection ticket={ticket} details={details} />
      <FeeCalculator />
    </div>
  );
}
