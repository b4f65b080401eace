import { estimateBandSchema } from '@core/billing/estimate-band';
import { draftEstimate } from '@core/billing/estimate-draft';
import type { LimitDecisionId } from '@core/ids';
import type { MeterView } from '@ipc/limit-views';
import type { TicketView } from '@ipc/ticket-views';
import { Button, Group, Input, SegmentedControl, Text, Textarea, TextInput } from '@mantine/core';
import { IconAlertTriangle, IconCloudOff, IconDeviceLaptop, IconInfoCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { noteActivity } from '../../api/activity-notes';
import { afterwards } from '../../api/afterwards';
import { call } from '../../api/client';
import { appQuery, syncQuery } from '../../api/queries';
import { useCommand } from '../../api/use-command';
import { useHasPortal } from '../../api/use-has-portal';
import { formatSpent } from '../../ui/format';
import { showNotice } from '../../ui/show-notice';
import { showUndoNotice } from '../../ui/undo-notice';
import { useFormat } from '../../ui/use-format';
import { type AskDraft, canBeAsked, type EstimateMeaning, estimateOf, meaningOf } from './ask-draft';
import { limitTopic } from './limit-draft';
import { Hint, PanelForm } from './PanelForm';

const MINUTES = 60;

interface AskPanelProps {
  readonly ticket: TicketView;
  readonly meter: MeterView;
  readonly draft: AskDraft;
  readonly onDraft: (draft: AskDraft) => void;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** Gives the customer an estimate and asks whether to go on. */
export function AskPanel({ ticket, meter, draft, onDraft, onDone, onCancel }: AskPanelProps) {
  const { t } = useTranslation(['limit', 'common']);
  const format = useFormat();
  const partnerName = useQuery(appQuery).data?.settings.partnerName ?? '';
  const sync = useQuery(syncQuery).data;
  const ask = useCommand('limit:ask-customer', { showsFailure: true });
  const withdraw = useCommand('limit:withdraw-decision');

  const limitSeconds = ticket.limit.limitSeconds;
  const estimate = estimateOf(draft);
  const meaning = meaningOf(estimate, limitSeconds);
  const matter = {
    ticketNumber: ticket.number,
    ticketTitle: ticket.title,
    countedSeconds: meter.countedSeconds,
    limitSeconds,
    consultantName: sync?.portal.userName ?? '',
    partnerName,
  };
  const drafted = estimate === null ? '' : draftEstimate({ ...matter, estimate }, draft.language);
  const text = draft.text ?? drafted;
  const hasPortal = useHasPortal();
  const isOnline = sync === undefined || sync.connection.kind === 'online' || sync.connection.kind === 'syncing';

  const send = () => {
    const estimatedMinutes = estimate?.band === 'specific' ? estimate.seconds / MINUTES : null;
    const asked = ask.mutateAsync({
      ticketId: ticket.id,
      band: draft.band,
      estimatedMinutes,
      text: text.trim(),
    });
    afterwards(asked, async () => {
      onDone();
      const { decision } = (await call('ticket:read', { ticketId: ticket.id })).limit;
      if (decision === null) return;
      showUndoNotice({
        topic: limitTopic(ticket.id),
        message: t(hasPortal ? 'limit:notice.asked' : 'limit:notice.askKept', { number: ticket.number }),
        onUndo: () => takeBack(decision.id),
      });
    });
  };

  const takeBack = (decisionId: LimitDecisionId) =>
    afterwards(withdraw.mutateAsync({ decisionId }), async () => {
      const { limit } = await call('ticket:read', { ticketId: ticket.id });
      const isGone = limit.estimates.length === ticket.limit.estimates.length;
      showNotice(t(isGone ? 'limit:notice.askWithdrawn' : 'limit:notice.askStays', { number: ticket.number }));
    });

  return (
    <PanelForm
      label={t('limit:tab.ask-customer')}
      submitLabel={t(hasPortal ? 'limit:ask.send' : 'limit:ask.keep')}
      isDisabled={!canBeAsked(meaning) || text.trim() === ''}
      isPending={ask.isPending}
      error={ask.error}
      onSubmit={send}
      onCancel={onCancel}
    >
      <Text size="sm" c="dimmed">
        {t(hasPortal ? 'limit:ask.intro' : 'limit:ask.introWithoutPortal')}
      </Text>
      <Input.Wrapper label={t('limit:ask.band')} labelElement="div">
        <SegmentedControl
          fullWidth
          size="xs"
          aria-label={t('limit:ask.band')}
          value={draft.band}
          onChange={(name) => onDraft({ ...draft, band: estimateBandSchema.parse(name) })}
          data={estimateBandSchema.options.map((band) => ({ value: band, label: t(`limit:band.${band}`) }))}
        />
      </Input.Wrapper>
      <Group gap="md" mih={36} wrap="nowrap">
        {draft.band === 'specific' && (
          <TextInput
            aria-label={t('limit:hours')}
            placeholder={t('limit:hours')}
            inputMode="decimal"
            value={draft.hours}
            onChange={(event) => onDraft({ ...draft, hours: event.currentTarget.value })}
            error={draft.hours.trim() !== '' && estimate === null}
            rightSection={
              <Text size="sm" c="dimmed" aria-hidden>
                h
              </Text>
            }
            w={160}
            flex="none"
          />
        )}
        <Meaning meaning={meaning} limitSeconds={limitSeconds} />
      </Group>
      <Group gap="sm" justify="space-between" align="center">
        <Input.Label htmlFor={`ask-${ticket.id}`}>{t('limit:ask.message')}</Input.Label>
        <Group gap="sm">
          <Text size="xs" c="dimmed">
            {ticket.customer?.language == null
              ? t('limit:ask.languageUnknown')
              : t('limit:ask.languageOf', { language: format.languageName(ticket.customer.language) })}
          </Text>
          <SegmentedControl
            size="xs"
            aria-label={t('limit:ask.language')}
            value={draft.language}
            onChange={(name) => onDraft({ ...draft, language: name === 'en' ? 'en' : 'sv' })}
            data={[
              { value: 'sv', label: t('limit:ask.sv') },
              { value: 'en', label: t('limit:ask.en') },
            ]}
          />
        </Group>
      </Group>
      <Textarea
        id={`ask-${ticket.id}`}
        value={text}
        onChange={(event) => {
          noteActivity(ticket.id, 'typed');
          onDraft({ ...draft, text: event.currentTarget.value });
        }}
        placeholder={estimate === null ? t('limit:ask.needsHours') : undefined}
        lang={draft.language}
        maxLength={20_000}
        autosize
        minRows={8}
        maxRows={11}
      />
      {draft.text !== null && draft.text !== drafted && (
        <Group gap="sm">
          <Hint icon={<IconInfoCircle size={16} aria-hidden />}>{t('limit:ask.edited')}</Hint>
          <Button variant="default" size="compact-sm" onClick={() => onDraft({ ...draft, text: null })}>
            {t('limit:ask.renew')}
          </Button>
        </Group>
      )}
      {!hasPortal && <Hint icon={<IconDeviceLaptop size={16} aria-hidden />}>{t('limit:ask.withoutPortal')}</Hint>}
      {hasPortal && !isOnline && <Hint icon={<IconCloudOff size={16} aria-hidden />}>{t('limit:ask.offline')}</Hint>}
    </PanelForm>
  );
}

function Meaning({ meaning, limitSeconds }: { readonly meaning: EstimateMeaning; readonly limitSeconds: number }) {
  const { t } = useTranslation('limit');
  const info = <IconInfoCircle size={16} aria-hidden />;
  switch (meaning.kind) {
    case 'becomes': {
      const becomes = t('ask.becomes', { limit: formatSpent(meaning.limitSeconds) });
      return <Hint icon={info}>{meaning.isBelowTerms ? `${becomes} ${t('ask.below25')}` : becomes}</Hint>;
    }
    case 'sets-none':
      return <Hint icon={info}>{t('ask.setsNone')}</Hint>;
    case 'not-above':
      return (
        <Hint icon={<IconAlertTriangle size={16} aria-hidden />} isWarning>
          {t('ask.notAbove', { limit: formatSpent(limitSeconds) })}
        </Hint>
      );
    case 'unreadable':
      return <Hint icon={info}>{t('approve.hoursInvalid')}</Hint>;
  }
}
