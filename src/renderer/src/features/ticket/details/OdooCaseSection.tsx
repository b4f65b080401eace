import { type OdooCase, odooCaseSchema } from '@core/ticket/odoo-case';
import { ODOO_SUPPORT_FACTS, ODOO_SUPPORT_MATTERS } from '@core/ticket/odoo-support';
import type { DetailsView } from '@ipc/details-views';
import type { TicketView } from '@ipc/ticket-views';
import { Button, Select, TextInput, Title } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { classNames } from '../../../ui/class-names';
import { useFormat } from '../../../ui/use-format';
import styles from './details.module.css';
import { NotedField } from './NotedField';
import { useNoteOnTicket } from './use-details';

const cx = classNames(styles);

const STATES = odooCaseSchema.shape.state.options;

interface OdooCaseSectionProps {
  readonly ticket: TicketView;
  readonly details: DetailsView;
}

/** The ticket as it was passed on to Odoo SA, when it will be closed there, and what they do and do not do. */
export function OdooCaseSection({ ticket, details }: OdooCaseSectionProps) {
  const { t } = useTranslation('details');
  const { note } = useNoteOnTicket(ticket.id);
  const { odooCase } = details.details;
  const change = (changed: Partial<OdooCase>) => {
    if (odooCase !== null) note({ details: { odooCase: { ...odooCase, ...changed } } });
  };
  return (
    <section aria-label={t('odoo.title')} className={cx('section')} data-testid="odoo-case">
      <Title order={3} className={cx('heading')}>
        {t('odoo.title')}
      </Title>
      {odooCase === null ? (
        <NotedField
          label={t('odoo.reference')}
          value=""
          maxLength={60}
          placeholder={t('odoo.referenceHint')}
          onNote={(reference) =>
            note({ details: { odooCase: { reference, state: 'waiting-for-odoo', lastReplyOn: null } } })
          }
        />
      ) : (
        <>
          <div className={cx('inline')}>
            <NotedField
              label={t('odoo.reference')}
              value={odooCase.reference}
              maxLength={60}
              onNote={(reference) => reference !== '' && change({ reference })}
            />
            <Select
              label={t('odoo.state')}
              value={odooCase.state}
              allowDeselect={false}
              data={STATES.map((value) => ({ value, label: t(`odoo.stateName.${value}`) }))}
              onChange={(chosen) => chosen !== null && change({ state: chosen })}
            />
            <TextInput
              type="date"
              label={t('odoo.lastReply')}
              value={odooCase.lastReplyOn ?? ''}
              onChange={(event) => {
                const date = event.currentTarget.value;
                change(date === '' ? { lastReplyOn: null } : { lastReplyOn: date, state: 'odoo-replied' });
              }}
            />
            <Button variant="default" onClick={() => note({ details: { odooCase: null } })}>
              {t('odoo.remove')}
            </Button>
          </div>
          <Standing standing={details.odooCase} />
        </>
      )}
      <details className={cx('more')}>
        <summary>{t('odoo.service')}</summary>
        {([true, false] as const).map((isTheirs) => (
          <div key={String(isTheirs)}>
            <span className={cx('label')}>{t(isTheirs ? 'odoo.theirs' : 'odoo.notTheirs')}</span>
            <ul className={cx('rows')} lang="en">
              {ODOO_SUPPORT_MATTERS.filter((matter) => matter.isTheirs === isTheirs).map(({ name, sentence }) => (
                <li key={name} className={cx('row')}>
                  {sentence}
                </li>
              ))}
            </ul>
          </div>
        ))}
        <span className={cx('label')}>{t('odoo.how')}</span>
        <ul className={cx('rows')} lang="en">
          {ODOO_SUPPORT_FACTS.map(({ name, sentence }) => (
            <li key={name} className={cx('row')}>
              {sentence}
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}

function Standing({ standing }: { readonly standing: DetailsView['odooCase'] }) {
  const { t } = useTranslation('details');
  const format = useFormat();
  if (standing === null) return null;
  switch (standing.kind) {
    case 'waiting-for-odoo':
    case 'closed':
      return <p className={cx('line')}>{t(`odoo.standing.${standing.kind}`)}</p>;
    case 'answer-expected':
      return (
        <p className={cx('line')}>
          {t('odoo.standing.answer-expected', {
            date: format.calendarDate(standing.closesOn),
            count: standing.daysLeft,
          })}
        </p>
      );
    case 'closing-soon':
      return (
        <p className={cx('warn')}>
          <IconAlertTriangle size={15} stroke={1.75} aria-hidden />
          {t('odoo.standing.closing-soon', { date: format.calendarDate(standing.closesOn), count: standing.daysLeft })}
        </p>
      );
    case 'closed-unanswered':
      return (
        <p className={cx('warn')}>
          <IconAlertTriangle size={15} stroke={1.75} aria-hidden />
          {t('odoo.standing.closed-unanswered', { date: format.calendarDate(standing.closedOn) })}
        </p>
      );
  }
}
