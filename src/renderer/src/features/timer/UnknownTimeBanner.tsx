import type { TimersView } from '@ipc/timer-views';
import { Button } from '@mantine/core';
import { IconHelpCircle, IconZzz } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useTimers } from '../../api/queries';
import { Banner } from '../../ui/Banner';
import { formatMinutes } from '../../ui/format';
import { UnknownAnswer } from '../../ui/UnknownAnswer';
import { keyOfQuestion, minutesOfQuestion, type UnknownQuestion } from '../../ui/unknown-question';
import { useFormat } from '../../ui/use-format';
import { useWorkbenchActions } from '../../ui/workbench-actions';
import { planQuestions } from './unknown-questions';

/** Asks about stretches that nobody knows about. It stands there and waits; it never takes the keyboard. */
export function UnknownTimeBanner() {
  const { t } = useTranslation('timer');
  const { openTimesheet } = useWorkbenchActions();
  // Selected as a part of its own: the banner is not drawn again at every beat.
  const plan = useTimers(selectQuestions);

  return (
    <section aria-label={t('unknown.label')} aria-live="polite">
      {plan?.goingOn.map((question) => (
        <GoingOn key={keyOfQuestion(question)} question={question} />
      ))}
      {plan?.shown.map((question) => (
        <Question key={keyOfQuestion(question)} question={question} />
      ))}
      {plan !== undefined && plan.moreCount > 0 && (
        <Banner
          tone="quiet"
          icon={IconHelpCircle}
          actions={
            <Button variant="default" onClick={openTimesheet}>
              {t('unknown.openTimesheet')}
            </Button>
          }
        >
          {t('unknown.more', { count: plan.moreCount })}
        </Banner>
      )}
    </section>
  );
}

function Question({ question }: { readonly question: UnknownQuestion }) {
  const { t } = useTranslation(['timer', 'unknown']);
  const format = useFormat();
  return (
    <Banner tone="quiet" icon={IconHelpCircle} actions={<UnknownAnswer question={question} />}>
      <strong>
        {t('timer:unknown.question', {
          time: formatMinutes(minutesOfQuestion(question)),
          number: question.ticketNumber,
          from: format.dayTime(question.from),
          until: format.time(question.until),
        })}
      </strong>{' '}
      {t(`unknown:cause.${question.cause}`)}
    </Banner>
  );
}

/** While somebody is away there is nobody to ask: it only says what happens to the time. */
function GoingOn({ question }: { readonly question: UnknownQuestion }) {
  const { t } = useTranslation('timer');
  const format = useFormat();
  return (
    <Banner tone="quiet" icon={IconZzz} actions={null}>
      <strong>{t(`away.${question.cause}`, { since: format.dayTime(question.from) })}</strong>{' '}
      {t('away.text', { number: question.ticketNumber })}
    </Banner>
  );
}

function selectQuestions(timers: TimersView) {
  return planQuestions(timers);
}
