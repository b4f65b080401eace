import { LONGEST_COVERAGE_REASON } from '@core/billing/coverage-decision';
import type { DecidedVerdict } from '@core/billing/coverage-table';
import { decidedVerdictSchema, type Verdict } from '@core/billing/kind-of-work';
import { Group, Radio, Stack, Textarea } from '@mantine/core';
import { type FormEvent, type KeyboardEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { focusOnce } from './focus-once';
import { leaveOnEscape } from './leave-on-escape';
import { SaveOrCancel } from './SaveOrCancel';

const VERDICTS = decidedVerdictSchema.options;

interface VerdictFormProps {
  /** What the form is for, and what the choice is called. */
  readonly label: string;
  readonly verdictLabel: string;
  /** What was decided before; null: nothing. */
  readonly decided: { readonly verdict: Verdict; readonly reason: string } | null;
  readonly isPending: boolean;
  /** Why it was not saved; null: it was, or was not tried. */
  readonly error: Error | null;
  readonly onDecide: (decided: { readonly verdict: DecidedVerdict; readonly reason: string }) => void;
  readonly onCancel: () => void;
  /** What else is to be known before it is saved. */
  readonly children?: ReactNode;
}

/** Another verdict than that of the terms, and the reason for it. */
export function VerdictForm(props: VerdictFormProps) {
  const { label, verdictLabel, decided, isPending, error, onDecide, onCancel, children } = props;
  const { t } = useTranslation('common');
  const [chosen, setChosen] = useState<string | null>(decided?.verdict ?? null);
  const [reason, setReason] = useState(decided?.reason ?? '');
  const [isTried, setTried] = useState(false);
  const verdict = VERDICTS.find((option) => option === chosen);
  const isReasonMissing = reason.trim() === '';

  const submit = (event: FormEvent | KeyboardEvent) => {
    event.preventDefault();
    setTried(true);
    if (verdict === undefined || isReasonMissing || isPending) return;
    onDecide({ verdict, reason: reason.trim() });
  };
  const leave = leaveOnEscape(onCancel);
  return (
    <form
      aria-label={label}
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit(event);
        leave(event);
      }}
      noValidate
    >
      <Stack gap="sm">
        <Radio.Group
          label={verdictLabel}
          value={chosen}
          onChange={setChosen}
          withAsterisk
          error={isTried && verdict === undefined && t('verdictForm.verdictMissing')}
        >
          <Group gap="md" my={6}>
            {VERDICTS.map((option, index) => (
              <Radio
                key={option}
                value={option}
                label={t(`verdict.${option}`)}
                {...(index === 0 ? { ref: focusOnce, 'data-autofocus': true } : {})}
              />
            ))}
          </Group>
        </Radio.Group>
        <Textarea
          label={t('verdictForm.reason')}
          description={t('verdictForm.reasonHelp')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          maxLength={LONGEST_COVERAGE_REASON}
          autosize
          minRows={2}
          maxRows={6}
          withAsterisk
          error={isTried && isReasonMissing && t('verdictForm.reasonMissing')}
        />
        {children}
        <SaveOrCancel saveLabel={t('verdictForm.save')} isPending={isPending} error={error} onCancel={onCancel} />
      </Stack>
    </form>
  );
}
