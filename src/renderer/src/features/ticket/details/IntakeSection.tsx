import type { DetailsView } from '@ipc/details-views';
import type { TicketView } from '@ipc/ticket-views';
import { SegmentedControl, TagsInput, Title } from '@mantine/core';
import { IconCheck, IconCircleDashed } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { classNames } from '../../../ui/class-names';
import { DraftedMessage } from './DraftedMessage';
import styles from './details.module.css';
import { NotedField } from './NotedField';
import { useNoteOnTicket } from './use-details';

const cx = classNames(styles);

const CHECKS = ['screen-dump', 'reference', 'steps', 'contact'] as const;
const ANSWERS = ['done', 'happened', 'expected'] as const;

interface IntakeSectionProps {
  readonly ticket: TicketView;
  readonly details: DetailsView;
  readonly onDraft: (text: string) => void;
}

/** What the ticket holds of what a good one does, what is missing, and the question to the customer about that. */
export function IntakeSection({ ticket, details, onDraft }: IntakeSectionProps) {
  const { t } = useTranslation('details');
  const { note } = useNoteOnTicket(ticket.id);
  const { intake, steps, typedReferences, intakeQuestion } = details;
  return (
    <section aria-label={t('intake.title')} data-testid="intake" className={cx('section')}>
      <Title order={3} className={cx('heading')}>
        {t('intake.title')}
      </Title>
      <ul className={cx('checks')}>
        {CHECKS.map((check) => {
          const isThere = intake.isSatisfied[check];
          const CheckIcon = isThere ? IconCheck : IconCircleDashed;
          return (
            <li key={check} data-check={check} data-there={isThere}>
              <CheckIcon size={16} stroke={2} aria-hidden />
              <span>
                {t(`intake.check.${check}`)}
                <span className={cx('quiet')}> · {isThere ? t('intake.there') : t('intake.missing')}</span>
              </span>
            </li>
          );
        })}
      </ul>
      {intakeQuestion !== null && <DraftedMessage label={t('intake.question')} text={intakeQuestion} onUse={onDraft} />}
      <details className={cx('more')}>
        <summary>{t('intake.fillIn')}</summary>
        <div className={cx('fields')}>
          <TagsInput
            label={t('intake.references')}
            description={t('intake.referencesHelp')}
            value={[...typedReferences]}
            maxTags={20}
            onChange={(references) => note({ references: references.filter((text) => text.length <= 120) })}
          />
          {ANSWERS.map((answer) => (
            <NotedField
              key={answer}
              label={t(`intake.answer.${answer}`)}
              value={steps[answer]}
              maxLength={20_000}
              isLong
              onNote={(text) => note({ steps: { [answer]: text } })}
            />
          ))}
          <div>
            <span className={cx('label')} id={`contact-${ticket.id}`}>
              {t('intake.preferred')}
            </span>
            <SegmentedControl
              aria-labelledby={`contact-${ticket.id}`}
              value={details.details.preferredContact ?? 'none'}
              onChange={(chosen) =>
                note({ details: { preferredContact: METHODS.find((method) => method === chosen) ?? null } })
              }
              data={[
                { value: 'none', label: t('intake.assumed') },
                ...METHODS.map((method) => ({ value: method, label: t(`intake.method.${method}`) })),
              ]}
            />
          </div>
        </div>
      </details>
    </section>
  );
}

const METHODS = ['email', 'telephone', 'portal'] as const;
