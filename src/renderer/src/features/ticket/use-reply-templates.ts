import { type Language, languageOfCustomer } from '@core/language';
import { BUILT_IN_TEMPLATES } from '@core/ticket/built-in-templates';
import { type OfferedTemplate, offeredTemplates, type TemplateValues } from '@core/ticket/reply-template';
import { spokenDuration } from '@core/time/spoken-duration';
import type { AppView } from '@ipc/app-views';
import type { SyncView } from '@ipc/sync-views';
import type { TicketView } from '@ipc/ticket-views';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { appQuery, syncQuery } from '../../api/queries';

/** The templates that are offered on a ticket, and what they say there. */
export interface TicketTemplates {
  readonly templates: readonly OfferedTemplate[];
  /** The customer's. */
  readonly language: Language;
  readonly values: TemplateValues;
}

/** The templates for replies, with what is known of the ticket. */
export function useReplyTemplates(ticket: TicketView): TicketTemplates {
  const settings = useQuery({ ...appQuery, select: selectTemplateSettings }).data;
  const consultant = useQuery({ ...syncQuery, select: selectUserName }).data ?? null;
  const templates = useMemo(
    () =>
      settings === undefined ? [] : offeredTemplates(BUILT_IN_TEMPLATES, settings.changes, settings.windowLanguage),
    [settings],
  );
  return {
    templates,
    language: languageOfCustomer(ticket.customer?.language ?? null),
    values: {
      customer: ticket.customer?.name ?? null,
      contact: ticket.contact?.name ?? null,
      ticket: ticket.number,
      title: ticket.title,
      consultant,
      partner: settings?.partnerName ?? null,
      worked: spokenDuration(ticket.meter.countedSeconds),
      limit: spokenDuration(ticket.limit.limitSeconds),
    },
  };
}

function selectTemplateSettings({ settings, language }: AppView) {
  return { changes: settings.replyTemplates, partnerName: settings.partnerName, windowLanguage: language };
}

function selectUserName({ portal }: SyncView): string {
  return portal.userName;
}
