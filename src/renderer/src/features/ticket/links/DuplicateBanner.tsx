import type { TicketView } from '@ipc/ticket-views';
import { Button } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Banner } from '../../../ui/Banner';
import { useWorkbenchActions } from '../../../ui/workbench-actions';
import { useTakeLinkBack } from './use-take-link-back';

/** Says of a duplicate where the matter goes on; of one that is open again, that somebody has to look. */
export function DuplicateBanner({ ticket }: { readonly ticket: TicketView }) {
  const { t } = useTranslation('links');
  const { openTicket } = useWorkbenchActions();
  const { takeMergeBack, isPending } = useTakeLinkBack();
  const { duplicateOf } = ticket.links;
  if (duplicateOf === null) return null;
  const { linkId, ticket: kept, canBeTakenBack } = duplicateOf;
  const isOpen = ticket.state !== 'solved';
  const name = `${kept.number} ${kept.title}`;
  return (
    <Banner
      tone={isOpen ? 'warn' : 'quiet'}
      icon={IconCopy}
      testId="duplicate-banner"
      actions={
        <>
          <Button variant="default" size="compact-sm" onClick={() => openTicket(kept.id, { focus: true })}>
            {t('banner.show', { number: kept.number })}
          </Button>
          {canBeTakenBack && (
            <Button
              variant="default"
              size="compact-sm"
              disabled={isPending}
              onClick={() => takeMergeBack(linkId, ticket.id)}
            >
              {t('banner.takeBack')}
            </Button>
          )}
        </>
      }
    >
      {isOpen ? t('banner.open', { name }) : t('banner.duplicate', { name })}
    </Banner>
  );
}
