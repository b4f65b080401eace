import type { RecordingView, TimersView, TimerView } from '@ipc/timer-views';
import { UnstyledButton } from '@mantine/core';
import { IconHelpCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RequestFailed } from '../../api/client';
import { timersQuery } from '../../api/queries';
import { useCommand } from '../../api/use-command';
import { useEvent } from '../../api/use-event';
import { classNames } from '../../ui/class-names';
import { FourHourMeter } from '../../ui/FourHourMeter';
import { planMeter } from '../../ui/meter-plan';
import { FloatingHead } from './FloatingHead';
import styles from './FloatingTimer.module.css';
import { SwitchList } from './SwitchList';
import { TimerControls } from './TimerControls';
import { useFittedWindow } from './use-fitted-window';

const cx = classNames(styles);

/** The timer in front: the one that runs, else the one that ran last; and the others that can be switched to. */
function selectFront({ running, paused }: TimersView): { front: TimerView | null; others: readonly TimerView[] } {
  if (running !== null) return { front: running, others: paused };
  const [front = null, ...others] = paused;
  return { front, others };
}

/** How many answers the timers wait for. An absence that goes on is no question yet. */
function countQuestions({ running, paused, unanswered, overrun }: TimersView): number {
  const timers = [...(running === null ? [] : [running]), ...paused, ...unanswered];
  const ended = timers.flatMap(({ unknownIntervals }) => unknownIntervals.filter(({ isGoingOn }) => !isGoingOn));
  return ended.length + (overrun === null ? 0 : 1);
}

/** The whole of the small window: what is being timed, what is left of its limit, and what can be done about it. */
export function FloatingTimer() {
  const { t } = useTranslation(['floating', 'common']);
  const fitted = useFittedWindow();
  const timers = useQuery(timersQuery).data;
  const [recording, setRecording] = useState<RecordingView>({ kind: 'working' });
  useEvent('recording:changed', setRecording);
  const [isSwitching, setSwitching] = useState(false);
  const pause = useCommand('timer:pause', { showsFailure: true });
  const resume = useCommand('timer:resume', { showsFailure: true });

  const { front, others } = timers === undefined ? { front: null, others: [] } : selectFront(timers);
  const questionsCount = timers === undefined ? 0 : countQuestions(timers);
  const failure = pause.error ?? resume.error;
  const level = front === null ? 'calm' : planMeter(front.meter).level;
  const switchTo = (timerId: TimerView['id']) => {
    setSwitching(false);
    resume.mutate({ timerId });
  };

  return (
    <main className={cx('window', level)} aria-label={t('floating:label')} data-testid="floating-timer">
      <div ref={fitted} className={cx('content')}>
        <FloatingHead timer={front} />
        {front !== null && (
          <>
            <TimerControls
              timer={front}
              othersCount={others.length}
              isSwitching={isSwitching}
              isBusy={pause.isPending || resume.isPending}
              onPause={() => pause.mutate({ timerId: front.id })}
              onResume={() => resume.mutate({ timerId: front.id })}
              onSwitch={() => setSwitching((isOpen) => !isOpen)}
            />
            <FourHourMeter meter={front.meter} />
          </>
        )}
        {isSwitching && others.length > 0 && (
          <SwitchList timers={others} onChosen={switchTo} onClosed={() => setSwitching(false)} />
        )}
        {questionsCount > 0 && <Questions count={questionsCount} />}
        <div role="alert" className={cx('alerts')}>
          {recording.kind === 'failing' && <p className={cx('alert')}>{t('floating:notSaved')}</p>}
          {failure !== null && (
            <p className={cx('alert')}>
              {t(`common:problem.${failure instanceof RequestFailed ? failure.code : 'internal'}`)}
            </p>
          )}
        </div>
      </div>
    </main>
  );
}

/** Says that something waits for an answer. It is given in the main window. */
function Questions({ count }: { readonly count: number }) {
  const { t } = useTranslation('floating');
  const show = useCommand('window:show', { showsFailure: true });
  return (
    <UnstyledButton className={cx('questions')} onClick={() => show.mutate({})}>
      <IconHelpCircle size={15} stroke={1.75} aria-hidden />
      {t('questions', { count })}
    </UnstyledButton>
  );
}
