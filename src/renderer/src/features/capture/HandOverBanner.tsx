import type { ScreenshotId } from '@core/ids';
import type { HandOversView } from '@ipc/requests/addresses';
import { Button } from '@mantine/core';
import { IconBrowserShare, IconLinkOff } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/client';
import { useCommand } from '../../api/use-command';
import { useEvent } from '../../api/use-event';
import { Banner } from '../../ui/Banner';
import { useWorkbenchActions } from '../../ui/workbench-actions';
import { screenshotQuery } from './screenshot-query';

/** What was handed over is forgotten after some minutes, without a word. */
const ASK_EVERY_MS = 20_000;

const HAND_OVERS_KEY = ['hand-overs'] as const;

interface HandOverBannerProps {
  /** The screen dump in view; null where none is. */
  readonly screenshotId: ScreenshotId | null;
}

/** Says what a browser handed over. It stands there and waits: nothing is done with it before somebody says what. */
export function HandOverBanner({ screenshotId }: HandOverBannerProps) {
  const { t } = useTranslation('capture');
  const queryClient = useQueryClient();
  const { data } = useQuery({
    queryKey: HAND_OVERS_KEY,
    queryFn: () => call('hand-over:read', {}),
    refetchInterval: ASK_EVERY_MS,
  });
  useEvent('hand-over:changed', (view) => queryClient.setQueryData<HandOversView>(HAND_OVERS_KEY, view));
  const dismissRefusal = useCommand('hand-over:dismiss-refusal');

  return (
    <section aria-label={t('handOver.label')} aria-live="polite">
      {data?.handOver != null && <HandedOver handOver={data.handOver} screenshotId={screenshotId} />}
      {data?.refusal != null && (
        <Banner
          tone="quiet"
          icon={IconLinkOff}
          testId="hand-over-refused"
          actions={
            <Button variant="default" onClick={() => dismissRefusal.mutate({})}>
              {t('handOver.dismiss')}
            </Button>
          }
        >
          {t('handOver.refused')} {t(`handOver.reason.${data.refusal}`)}
        </Banner>
      )}
    </section>
  );
}

function HandedOver({
  handOver,
  screenshotId,
}: {
  readonly handOver: NonNullable<HandOversView['handOver']>;
  readonly screenshotId: ScreenshotId | null;
}) {
  const { t } = useTranslation('capture');
  const { startCapture } = useWorkbenchActions();
  const accept = useCommand('hand-over:accept');
  const dismiss = useCommand('hand-over:dismiss');
  const isDraftOpen =
    useQuery({ ...screenshotQuery(screenshotId), select: ({ state }) => state === 'draft' }).data ?? false;
  const handOverId = handOver.id;
  return (
    <Banner
      tone="quiet"
      icon={IconBrowserShare}
      testId="hand-over"
      actions={
        <>
          <Button
            variant="default"
            onClick={() => accept.mutate({ handOverId, screenshotId: null }, { onSuccess: () => startCapture() })}
          >
            {t('handOver.take')}
          </Button>
          {isDraftOpen && (
            <Button variant="default" onClick={() => accept.mutate({ handOverId, screenshotId })}>
              {t('handOver.useHere')}
            </Button>
          )}
          <Button variant="default" onClick={() => dismiss.mutate({ handOverId })}>
            {t('handOver.dismiss')}
          </Button>
        </>
      }
    >
      {t('handOver.text')} <strong>{handOver.title}</strong> {handOver.address}
    </Banner>
  );
}
