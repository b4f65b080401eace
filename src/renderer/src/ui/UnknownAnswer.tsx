import type { RequestInput } from '@ipc/contract';
import { Button } from '@mantine/core';
import { lazy, Suspense, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { afterwards } from '../api/afterwards';
import { useCommand } from '../api/use-command';
import { classNames } from './class-names';
import { formatMinutes } from './format';
import { showNotice } from './show-notice';
import styles from './UnknownAnswer.module.css';
import { showUndoNotice } from './undo-notice';
import { keyOfQuestion, minutesOfQuestion, type UnknownQuestion } from './unknown-question';
import { useFormat } from './use-format';

// Nearly every answer is one of the two plain ones; what the others need is read when somebody asks for it.
const UnknownGiveForm = lazy(async () => ({ default: (await import('./UnknownGiveForm')).UnknownGiveForm }));
const UnknownSplitForm = lazy(async () => ({ default: (await import('./UnknownSplitForm')).UnknownSplitForm }));

const cx = classNames(styles);

type Answer = RequestInput<'timer:decide-unknown'>['answer'];

interface UnknownAnswerProps {
  readonly question: UnknownQuestion;
  /** Called when the answer is on disk. */
  readonly onAnswered?: () => void;
}

/**
 * The answers to one question about unknown time: it was work, it was none, it was work on another ticket, or the two
 * halves want different answers. None is chosen beforehand, and each can be taken back in the notice that follows.
 */
export function UnknownAnswer({ question, onAnswered }: UnknownAnswerProps) {
  const { t } = useTranslation('unknown');
  const format = useFormat();
  const decide = useCommand('timer:decide-unknown');
  const reopen = useCommand('timer:reopen-unknown');
  const [form, setForm] = useState<'give' | 'split' | null>(null);
  const giveRef = useRef<HTMLButtonElement>(null);
  const splitRef = useRef<HTMLButtonElement>(null);
  const { timerId, from, ticketNumber } = question;
  const time = formatMinutes(minutesOfQuestion(question));

  const answer = (given: Answer, done: string) => {
    if (decide.isPending) return;
    const tell = () => {
      setForm(null);
      onAnswered?.();
      if (given.kind === 'split') return showNotice(done);
      showUndoNotice({
        topic: keyOfQuestion(question),
        message: done,
        onUndo: () => reopen.mutate({ timerId, from }),
      });
    };
    // The question goes away with its answer, and what shows this with it.
    afterwards(decide.mutateAsync({ timerId, from, answer: given }), tell);
  };
  const closeForm = () => {
    // The keyboard goes back to the button that opened the form, once that button is there again.
    const opener = form === 'give' ? giveRef : splitRef;
    setForm(null);
    requestAnimationFrame(() => opener.current?.focus());
  };

  if (question.isGoingOn) return <span className={cx('waits')}>{t('goesOn')}</span>;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would break the one line that a banner is
    <div
      role="group"
      className={cx('answers')}
      aria-label={t('group', { time, from: format.time(from), number: ticketNumber })}
      data-testid="unknown-answer"
    >
      {form === null && (
        <>
          <Button
            variant="default"
            disabled={decide.isPending}
            onClick={() => answer({ kind: 'keep' }, t('done.keep', { time, number: ticketNumber }))}
          >
            {t('keep')}
          </Button>
          <Button
            variant="default"
            disabled={decide.isPending}
            onClick={() => answer({ kind: 'discard' }, t('done.discard', { time, number: ticketNumber }))}
          >
            {t('discard')}
          </Button>
          <Button ref={giveRef} variant="default" disabled={decide.isPending} onClick={() => setForm('give')}>
            {t('give')}
          </Button>
          <Button ref={splitRef} variant="default" disabled={decide.isPending} onClick={() => setForm('split')}>
            {t('split')}
          </Button>
        </>
      )}
      <Suspense fallback={null}>
        {form === 'give' && (
          <UnknownGiveForm
            question={question}
            isSaving={decide.isPending}
            onGive={(ticketId, number) => answer({ kind: 'give', ticketId }, t('done.give', { time, number }))}
            onCancel={closeForm}
          />
        )}
        {form === 'split' && (
          <UnknownSplitForm
            question={question}
            isSaving={decide.isPending}
            onSplit={(at) => answer({ kind: 'split', at }, t('done.split', { at: format.time(at) }))}
            onCancel={closeForm}
          />
        )}
      </Suspense>
    </div>
  );
}
