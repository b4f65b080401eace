import type { Instant } from '@core/time/instant';
import { Button, Select, TextInput } from '@mantine/core';
import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames } from './class-names';
import { instantsShowing, readClockText } from './clock-text';
import { focusOnce } from './focus-once';
import { formatMinutes } from './format';
import { leaveOnEscape } from './leave-on-escape';
import styles from './UnknownForm.module.css';
import type { UnknownQuestion } from './unknown-question';
import { useFormat } from './use-format';

const cx = classNames(styles);

interface UnknownSplitFormProps {
  readonly question: UnknownQuestion;
  readonly isSaving: boolean;
  readonly onSplit: (at: Instant) => void;
  readonly onCancel: () => void;
}

/** Asks at which time the unknown stretch becomes two, and says what they would be. */
export function UnknownSplitForm({ question, isSaving, onSplit, onCancel }: UnknownSplitFormProps) {
  const { t } = useTranslation(['unknown', 'common']);
  const format = useFormat();
  const partsId = useId();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<Instant | null>(null);
  const { from, until } = question;
  const minute = readClockText(text);
  const occasions = minute === null ? [] : instantsShowing(minute, from, until);
  const at = occasions.find((occasion) => occasion === chosen) ?? occasions[0];
  const isWrong = text.trim() !== '' && at === undefined;

  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (at !== undefined && !isSaving) onSplit(at);
  };

  return (
    <form className={cx('form')} onSubmit={onSubmit} onKeyDown={leaveOnEscape(onCancel)}>
      <span id={partsId} className={cx('parts')} data-wrong={isWrong} aria-live="polite">
        {at !== undefined
          ? t('unknown:parts', { first: lengthOf(from, at), second: lengthOf(at, until) })
          : t(isWrong ? 'unknown:splitWrong' : 'unknown:splitHint', {
              from: format.time(from),
              until: format.time(until),
            })}
      </span>
      <TextInput
        className={cx('time')}
        aria-label={t('unknown:splitAt')}
        aria-describedby={partsId}
        placeholder={format.time(from)}
        value={text}
        error={isWrong}
        onChange={(event) => setText(event.currentTarget.value)}
        maxLength={20}
        // The person has just asked for this field.
        ref={focusOnce}
        data-mantine-stop-propagation="true"
      />
      {occasions.length > 1 && (
        <Select
          className={cx('occasion')}
          aria-label={t('unknown:splitDay')}
          data={occasions.map((occasion) => ({ value: String(occasion), label: format.dayTime(occasion) }))}
          value={String(at)}
          onChange={(value) => setChosen(occasions.find((occasion) => String(occasion) === value) ?? null)}
          allowDeselect={false}
        />
      )}
      <Button type="submit" disabled={at === undefined} loading={isSaving}>
        {t('unknown:splitNow')}
      </Button>
      <Button variant="default" onClick={onCancel}>
        {t('common:action.cancel')}
      </Button>
    </form>
  );
}

function lengthOf(from: Instant, until: Instant): string {
  return formatMinutes(Math.max(1, Math.round((until - from) / 60_000)));
}
