import { moveTo } from '@core/capture/step-order';
import type { TicketId } from '@core/ids';
import type { RequestOutput } from '@ipc/contract';
import type { ScreenshotView } from '@ipc/screenshot-views';
import { Button, Group, SegmentedControl, Stack, Text, Textarea, Title } from '@mantine/core';
import { IconLock, IconMail, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../../api/client';
import { classNames } from '../../../ui/class-names';
import { EmptyState } from '../../../ui/EmptyState';
import { FailureText } from '../../../ui/FailureText';
import { showNotice } from '../../../ui/show-notice';
import { useWorkbenchActions } from '../../../ui/workbench-actions';
import { StepCard } from './StepCard';
import styles from './StepsComposer.module.css';
import { useSendSteps } from './use-send-steps';

const cx = classNames(styles);

const QUIET_MS = 500;

/** More than this is a manual, and is refused. */
const MOST_STEPS = 50;

type StepsView = RequestOutput<'steps:read'>;

/** One of the pictures as a step, with its words. */
interface Step {
  readonly screenshot: ScreenshotView;
  readonly caption: string;
}

/** Several screen dumps of a ticket in order, each with its words, as one message. */
export function StepsComposer({ ticketId }: { readonly ticketId: TicketId }) {
  const { t } = useTranslation('capture');
  const { data, error } = useQuery({
    queryKey: ['steps', ticketId],
    queryFn: () => call('steps:read', { ticketId }),
    // What stands in the fields is newer than what could be read meanwhile.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  return (
    <section className={cx('composer')} aria-label={t('steps.title')} data-testid="steps-composer">
      {error !== null && <FailureText error={error} title={t('steps.failed')} />}
      {data !== undefined && <Composer view={data} />}
    </section>
  );
}

function Composer({ view }: { readonly view: StepsView }) {
  const { t } = useTranslation('capture');
  const actions = useWorkbenchActions();
  const { ticketId, ticketNumber, ticketTitle, drafts } = view;
  const [steps, setSteps] = useState<readonly Step[]>(() => firstSteps(drafts));
  const [happened, setHappened] = useState(view.happened);
  const [expected, setExpected] = useState(view.expected);
  const [isInternalNote, setInternalNote] = useState(false);
  const others = drafts.filter(({ id }) => !steps.some(({ screenshot }) => screenshot.id === id));
  const send = useSendSteps(() => {
    showNotice(t('steps.sent', { number: ticketNumber }));
    actions.openTicket(ticketId, { focus: true });
  });

  const content = { ticketId, happened, expected, steps: steps.map(toKept) };
  const text = JSON.stringify(content);
  const keptText = useRef(text);
  const keep = useEffectEvent(() => {
    if (keptText.current === text || send.isPending || send.isSuccess) return;
    keptText.current = text;
    void call('steps:keep', content).catch(() => {
      keptText.current = '';
    });
  });
  useEffect(() => {
    if (keptText.current === text) return undefined;
    const timer = setTimeout(() => keep(), QUIET_MS);
    return () => clearTimeout(timer);
  }, [text]);
  useEffect(() => {
    const keepNow = () => keep();
    window.addEventListener('beforeunload', keepNow);
    return () => {
      window.removeEventListener('beforeunload', keepNow);
      keep();
    };
  }, []);

  if (drafts.length === 0) {
    return (
      <EmptyState icon={IconPlus} title={t('steps.empty.title')} text={t('steps.empty.text')}>
        <Button variant="default" onClick={() => actions.startCapture(ticketId)}>
          {t('steps.take')}
        </Button>
      </EmptyState>
    );
  }
  const move = (from: number, to: number) => setSteps(moveTo(steps, from, to));
  return (
    <>
      <header>
        <Title order={1}>{t('steps.title')}</Title>
        <Text c="dimmed">
          {ticketNumber} {ticketTitle}
        </Text>
      </header>
      <ol className={cx('steps')} aria-label={t('steps.list')}>
        {steps.map(({ screenshot, caption }, index) => (
          <StepCard
            key={screenshot.id}
            screenshot={screenshot}
            caption={caption}
            index={index}
            count={steps.length}
            onCaption={(changed) =>
              setSteps(steps.map((step, at) => (at === index ? { ...step, caption: changed } : step)))
            }
            onMove={(to) => move(index, to)}
            onDropped={(from) => move(from, index)}
            onRemove={() => setSteps(steps.filter((_step, at) => at !== index))}
          />
        ))}
      </ol>
      {others.length > 0 && (
        <section aria-label={t('steps.others')}>
          <Title order={2} size="h4">
            {t('steps.others')}
          </Title>
          <ul className={cx('others')}>
            {others.map((screenshot) => (
              <li key={screenshot.id}>
                <button
                  type="button"
                  className={cx('other')}
                  disabled={steps.length >= MOST_STEPS}
                  onClick={() => setSteps([...steps, { screenshot, caption: screenshot.caption }])}
                >
                  <img src={screenshot.originalUrl ?? undefined} alt="" loading="lazy" />
                  <span>{t('steps.add', { title: screenshot.title || t('editor.untitled') })}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Stack gap="md" className={cx('answers')}>
        <Textarea
          label={t('steps.happened')}
          value={happened}
          onChange={(event) => setHappened(event.currentTarget.value)}
          autosize
          minRows={2}
          maxLength={20_000}
        />
        <Textarea
          label={t('steps.expected')}
          value={expected}
          onChange={(event) => setExpected(event.currentTarget.value)}
          autosize
          minRows={2}
          maxLength={20_000}
        />
        <SegmentedControl
          aria-label={t('steps.reader')}
          value={isInternalNote ? 'note' : 'message'}
          onChange={(value) => setInternalNote(value === 'note')}
          data={[
            {
              value: 'message',
              label: (
                <Group gap={6} wrap="nowrap" justify="center">
                  <IconMail size={16} stroke={1.75} aria-hidden /> {t('steps.message')}
                </Group>
              ),
            },
            {
              value: 'note',
              label: (
                <Group gap={6} wrap="nowrap" justify="center">
                  <IconLock size={16} stroke={1.75} aria-hidden /> {t('steps.note')}
                </Group>
              ),
            },
          ]}
        />
        {send.isError && <FailureText error={send.error} title={t('steps.notSent')} />}
        <Group justify="flex-end">
          <Text size="sm" c="dimmed" aria-live="polite">
            {send.isPending && t('steps.preparing', { done: send.prepared, count: steps.length })}
          </Text>
          <Button variant="default" onClick={() => actions.openTicket(ticketId, { focus: true })}>
            {t('steps.later')}
          </Button>
          <Button
            loading={send.isPending}
            disabled={steps.length === 0}
            onClick={() => send.mutate({ ...content, ticketNumber, isInternalNote, steps })}
            data-testid="steps-send"
          >
            {t('steps.send', { count: steps.length })}
          </Button>
        </Group>
      </Stack>
    </>
  );
}

/** The steps as they were kept; the first time every picture is one, in the order they were taken. */
function firstSteps(drafts: StepsView['drafts']): Step[] {
  const kept = drafts.filter(({ stepPosition }) => stepPosition !== null);
  return (kept.length > 0 ? kept : drafts)
    .slice(0, MOST_STEPS)
    .map((screenshot) => ({ screenshot, caption: screenshot.caption }));
}

function toKept({ screenshot, caption }: Step) {
  return { screenshotId: screenshot.id, caption };
}
