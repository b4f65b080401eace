import type { CallView } from '@ipc/call-views';
import type { TicketChoicesView } from '@ipc/ticket-views';
import { Checkbox, MultiSelect, Select, Textarea, TextInput } from '@mantine/core';
import type { FormEvent, KeyboardEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames } from '../../../ui/class-names';
import { FailureText } from '../../../ui/FailureText';
import { CallerFields } from './CallerFields';
import { CallFooter } from './CallFooter';
import styles from './CallForm.module.css';
import { moveOn } from './enter-moves-on';
import { PlaceFields } from './PlaceFields';
import { SimilarTickets } from './SimilarTickets';
import { UrgencyFields } from './UrgencyFields';
import type { CallFormState } from './use-call-form';

const cx = classNames(styles);

const ANSWERS = ['done', 'happened', 'expected'] as const;
const option = ({ remoteId, name }: { remoteId: number; name: string }) => ({ value: String(remoteId), label: name });

interface CallFormProps {
  readonly call: CallView;
  readonly choices: TicketChoicesView;
  readonly form: CallFormState;
}

/** What is asked during a call, in its order: who, what, where, how it came, how urgent, and where it is put. */
export function CallForm({ call, choices, form }: CallFormProps) {
  const { t } = useTranslation(['ticket', 'details']);
  const { values, change } = form;
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    form.submit();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>) => {
    // A list that is open takes Enter for its choice.
    if (event.key !== 'Enter' || event.defaultPrevented || event.nativeEvent.isComposing) return;
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      return form.submit();
    }
    const { target } = event;
    const isField = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
    if (isField && !event.shiftKey && moveOn(event.currentTarget, target)) event.preventDefault();
  };
  return (
    <form onSubmit={onSubmit} onKeyDown={onKeyDown} noValidate>
      <Part title={t('ticket:register.part.who')}>
        <CallerFields choices={choices} form={form} />
      </Part>
      <Part title={t('ticket:register.part.what')}>
        <TextInput
          label={t('ticket:register.name')}
          value={values.title}
          onChange={(event) => change({ title: event.currentTarget.value })}
          error={form.isTitleMissing ? t('ticket:register.nameMissing') : null}
          maxLength={500}
          required
        />
        {values.customerId !== null && (
          <SimilarTickets
            customerId={values.customerId}
            title={`${values.title} ${values.where}`.slice(0, 500)}
            onOpen={form.openInstead}
          />
        )}
        <Textarea
          label={t('ticket:register.description')}
          value={values.description}
          onChange={(event) => change({ description: event.currentTarget.value })}
          maxLength={20_000}
          minRows={2}
          maxRows={10}
          autosize
        />
        <PlaceFields where={values.where} onChange={(where) => change({ where })} />
      </Part>
      <Part title={t('ticket:register.part.steps')}>
        <div className={cx('three')}>
          {ANSWERS.map((answer) => (
            <Textarea
              key={answer}
              label={t(`details:intake.answer.${answer}`)}
              value={values[answer]}
              onChange={(event) => change({ [answer]: event.currentTarget.value })}
              maxLength={20_000}
              minRows={2}
              maxRows={8}
              autosize
            />
          ))}
        </div>
      </Part>
      <Part title={t('ticket:register.part.urgency')}>
        <UrgencyFields choices={choices} form={form} />
      </Part>
      <Part title={t('ticket:register.part.place')}>
        <div className={cx('two')}>
          <Select
            label={t('ticket:register.project')}
            data={choices.groups.map(option)}
            value={form.groupRemoteId === null ? null : String(form.groupRemoteId)}
            onChange={(chosen) => change({ groupRemoteId: chosen === null ? null : Number(chosen) })}
            nothingFoundMessage={t('ticket:register.noProjects')}
            error={form.isGroupMissing ? t('ticket:register.projectMissing') : null}
            allowDeselect={false}
            searchable
            openOnFocus={false}
            required
          />
          {choices.tags.length > 0 && (
            <MultiSelect
              label={t('ticket:register.tags')}
              data={choices.tags.map(option)}
              value={values.tagRemoteIds.map(String)}
              onChange={(chosen) => change({ tagRemoteIds: chosen.map(Number) })}
              searchable
              openOnFocus={false}
              limit={100}
            />
          )}
        </div>
        <Checkbox
          label={t('ticket:register.timer')}
          description={t('ticket:register.timerHelp')}
          checked={values.startsTimer}
          onChange={(event) => change({ startsTimer: event.currentTarget.checked })}
        />
      </Part>
      {form.error !== null && <FailureText error={form.error} />}
      <CallFooter call={call} form={form} />
    </form>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <fieldset className={cx('part')}>
      <legend className={cx('heading')}>{title}</legend>
      {children}
    </fieldset>
  );
}
