import { codePartSchema } from '@core/bugs/code-stack';
import type { BugStepView, DetailsView } from '@ipc/details-views';
import type { TicketView } from '@ipc/ticket-views';
import { Button, Radio, SegmentedControl, Stack, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command';
import { classNames } from '../../../ui/class-names';
import { CoverageVerdict } from './CoverageVerdict';
import styles from './details.module.css';
import { useNoteOnTicket } from './use-details';

const cx = classNames(styles);

interface BugGuideProps {
  readonly ticket: TicketView;
  readonly details: DetailsView;
}

/** Whose fault it is: two questions that end in who corrects it, where it is reported, and what of our work is charged. */
export function BugGuide({ ticket, details }: BugGuideProps) {
  const { t } = useTranslation('details');
  const { note, isPending } = useNoteOnTicket(ticket.id);
  const { codePart, isReproducedOnStandardData: isReproduced } = details.details;
  const step = details.bugStep;
  const asksReproduction = codePart !== null && codePart !== 'customer-code';
  return (
    <section aria-label={t('bug.title')} className={cx('section')} data-testid="bug-guide">
      <Title order={3} className={cx('heading')}>
        {t('bug.title')}
      </Title>
      <Radio.Group
        label={t('bug.part')}
        value={codePart ?? ''}
        onChange={(chosen) => note({ details: { codePart: PARTS.find((part) => part === chosen) ?? null } })}
      >
        <Stack gap={6} mt={6}>
          {PARTS.map((part) => (
            <Radio key={part} value={part} label={t(`bug.codePart.${part}`)} />
          ))}
        </Stack>
      </Radio.Group>
      {asksReproduction && (
        <div>
          <span className={cx('label')} id={`reproduced-${ticket.id}`}>
            {t('bug.reproduced')}
          </span>
          <SegmentedControl
            aria-labelledby={`reproduced-${ticket.id}`}
            value={isReproduced === null ? 'unknown' : isReproduced ? 'yes' : 'no'}
            onChange={(chosen) =>
              note({ details: { isReproducedOnStandardData: chosen === 'unknown' ? null : chosen === 'yes' } })
            }
            data={(['unknown', 'yes', 'no'] as const).map((value) => ({ value, label: t(`bug.answer.${value}`) }))}
          />
        </div>
      )}
      {/* What followed from the answer before keeps its room and says nothing until what follows now is read. */}
      <div className={cx('follows', isPending && 'toCome')}>
        <BugStep step={step} />
      </div>
      {codePart !== null && (
        <div>
          <Button
            variant="default"
            onClick={() => note({ details: { codePart: null, isReproducedOnStandardData: null } })}
          >
            {t('bug.startOver')}
          </Button>
        </div>
      )}
    </section>
  );
}

const PARTS = codePartSchema.options;

function BugStep({ step }: { readonly step: BugStepView }) {
  const { t } = useTranslation(['details', 'common']);
  const { mutate: openAddress } = useCommand('app:open-address');
  if (step.kind === 'ask-code-part' || step.kind === 'ask-reproduction') return null;
  if (step.kind === 'look-closer') {
    return (
      <div data-testid="bug-verdict">
        <p className={cx('line')}>{t('details:bug.lookCloser')}</p>
        <p className={cx('quote')}>
          <q lang="en">{step.sentence}</q> [001]
        </p>
        <OurWork work={[step.ourWork]} />
      </div>
    );
  }
  const { verdict } = step;
  return (
    <div data-testid="bug-verdict" className={cx('section')}>
      <p className={cx('line')}>
        {t('details:bug.correctedBy')} <strong>{t(`details:bug.owner.${verdict.owner}`)}</strong>
      </p>
      <p className={cx('quote')}>
        <q lang="en">{verdict.ownerSentence}</q> [001]
      </p>
      <div>
        <span className={cx('label')}>{t('details:bug.report')}</span>
        <ul className={cx('list')}>
          {verdict.reportTo.map(({ place, href }) => (
            <li key={place}>
              {href === null ? (
                t(`details:bug.place.${place}`)
              ) : (
                <button type="button" className={cx('link')} onClick={() => openAddress({ address: href })}>
                  {t(`details:bug.place.${place}`)} · {href}
                </button>
              )}
            </li>
          ))}
        </ul>
        {verdict.reportSentences.map((sentence) => (
          <p key={sentence} className={cx('quote')}>
            <q lang="en">{sentence}</q> [001]
          </p>
        ))}
      </div>
      <div>
        <span className={cx('label')}>{t('details:bug.evidence')}</span>
        <ul className={cx('list')}>
          {verdict.evidence.map((evidence) => (
            <li key={evidence}>{t(`details:bug.proof.${evidence}`)}</li>
          ))}
        </ul>
      </div>
      <div>
        <span className={cx('label')}>{t('details:bug.installs')}</span>
        <p className={cx('quote')}>
          <q lang="en">{verdict.installationSentence}</q> [001]
        </p>
      </div>
      <OurWork work={verdict.ourWork} />
    </div>
  );
}

type Work = Extract<BugStepView, { kind: 'look-closer' }>['ourWork'];

function OurWork({ work }: { readonly work: readonly Work[] }) {
  const { t } = useTranslation(['details', 'common']);
  return (
    <div>
      <span className={cx('label')}>{t('details:bug.ourWork')}</span>
      <ul className={cx('rows')}>
        {work.map(({ kindOfWork, coverage }) => (
          <li key={kindOfWork} className={cx('row')}>
            {t(`common:kindOfWork.${kindOfWork}`)}
            <CoverageVerdict coverage={coverage} />
          </li>
        ))}
      </ul>
    </div>
  );
}
