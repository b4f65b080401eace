import type { SyncView } from '@ipc/sync-views';
import type { TicketView } from '@ipc/ticket-views';
import type { TimersView } from '@ipc/timer-views';
import {
  type Icon,
  IconAlertTriangle,
  IconArrowsExchange,
  IconArrowsSplit,
  IconCalendarEvent,
  IconCalendarTime,
  IconCamera,
  IconChartBar,
  IconClockHour4,
  IconClockPlay,
  IconCloud,
  IconCloudOff,
  IconCopy,
  IconDeviceDesktop,
  IconLanguage,
  IconListDetails,
  IconMoon,
  IconPhoneCall,
  IconPhoto,
  IconPlayerPause,
  IconPlayerPlay,
  IconPlayerStop,
  IconRefresh,
  IconSettings,
  IconStairsUp,
  IconSun,
  IconTicket,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { syncQuery, ticketQuery, useTimers } from '../api/queries';
import { useCommand } from '../api/use-command';
import { useHasPortal } from '../api/use-has-portal';
import { useTimerToggle } from '../api/use-timer-toggle';
import { EARLIER_MINUTES } from '../ui/earlier-start';
import { formatMinutes } from '../ui/format';
import { type HandlingStep, useWorkbenchActions } from '../ui/workbench-actions';

/** One command of the palette. */
export interface PaletteCommand {
  readonly id: string;
  readonly label: string;
  readonly leftSection: ReactNode;
  readonly run: () => void;
}

// The palette does not count along with the timers: it needs to know which there are, not how long they run.
function selectTimers({ running, paused }: TimersView) {
  return [...(running === null ? [] : [running]), ...paused].map(({ id, state, ticketId, ticketNumber }) => ({
    id,
    state,
    ticketId,
    ticketNumber,
  }));
}

const STEP_ICONS = {
  escalate: IconPhoneCall,
  accept: IconPhoneCall,
  decline: IconPhoneCall,
  confirm: IconPhoneCall,
  'second-line': IconStairsUp,
  'first-line': IconStairsUp,
  'pass-over': IconAlertTriangle,
  'follow-up': IconCalendarEvent,
} as const satisfies Record<HandlingStep, Icon>;

const ESCALATION_STEPS = {
  none: ['escalate'],
  requested: ['accept', 'decline'],
  accepted: ['confirm'],
} as const satisfies Record<TicketView['escalation']['kind'], readonly HandlingStep[]>;

/** What can be decided about how a ticket is handled. */
function stepsOf({ state, escalation, handling, timeCriticalCategory }: TicketView): readonly HandlingStep[] {
  if (state === 'solved') return ['follow-up'];
  return [
    ...ESCALATION_STEPS[escalation.kind],
    handling.line === 'first' ? 'second-line' : 'first-line',
    ...(timeCriticalCategory === null ? [] : (['pass-over'] as const)),
    'follow-up',
  ];
}

/** Every command that makes sense right now. */
export function useCommands(ticketId: string | null): PaletteCommand[] {
  const { t } = useTranslation();
  const { t: tHandling } = useTranslation('handling');
  const { t: tLinks } = useTranslation('links');
  const { t: tLimit } = useTranslation('limit');
  const {
    stopTimer,
    startTimerEarlier,
    registerTicket,
    registerEscalation,
    handleTicket,
    splitTicket,
    mergeTicket,
    decideLimit,
    startCapture,
    focusQueue,
    openUnfiled,
    openTimesheet,
    openReports,
    openSync,
    openSettings,
  } = useWorkbenchActions();
  const { toggle, startEarlier, switchToLastPaused } = useTimerToggle();
  const timers = useTimers(selectTimers) ?? [];
  const hasPortal = useHasPortal();
  const isOffline = useQuery({ ...syncQuery, select: selectIsSwitchedOffline }).data ?? false;
  const ticket = useQuery({ ...ticketQuery(ticketId ?? ''), enabled: ticketId !== null }).data;
  const number = ticket?.number;
  const setOffline = useCommand('sync:set-offline');
  const syncNow = useCommand('sync:now');
  const write = useCommand('settings:write');

  const command = (id: string, icon: Icon, label: string, run: () => void): PaletteCommand => {
    const CommandIcon = icon;
    return { id, label, run, leftSection: <CommandIcon size={18} stroke={1.5} aria-hidden /> };
  };
  const commands: PaletteCommand[] = [];
  if (ticketId !== null && number !== undefined && !timers.some((timer) => timer.ticketId === ticketId)) {
    commands.push(command('start', IconPlayerPlay, t('palette.startOn', { number }), () => toggle(ticketId)));
  }
  const [lastPaused] = timers.filter(({ state }) => state === 'paused');
  const running = timers.find(({ state }) => state === 'running');
  if (lastPaused !== undefined && running !== undefined) {
    const label = t('palette.switchTo', { number: lastPaused.ticketNumber });
    commands.push(command('switch', IconArrowsExchange, label, switchToLastPaused));
  }
  for (const timer of timers) {
    const name = { number: timer.ticketNumber };
    commands.push(
      timer.state === 'running'
        ? command(`pause ${timer.id}`, IconPlayerPause, t('palette.pause', name), () => toggle(timer.ticketId))
        : command(`resume ${timer.id}`, IconPlayerPlay, t('palette.resume', name), () => toggle(timer.ticketId)),
      command(`stop ${timer.id}`, IconPlayerStop, t('palette.stop', name), () => stopTimer(timer.id)),
    );
  }
  if (ticketId !== null && number !== undefined && running?.ticketId !== ticketId) {
    for (const minutes of EARLIER_MINUTES) {
      const label = t('palette.startEarlier', { number, time: formatMinutes(minutes) });
      commands.push(command(`start ${minutes}`, IconClockPlay, label, () => startEarlier(ticketId, minutes)));
    }
    const label = t('palette.startEarlierOther', { number });
    commands.push(command('start earlier', IconClockPlay, label, () => startTimerEarlier(ticketId)));
  }
  if (ticketId !== null && ticket !== undefined) {
    const isReached = ticket.meter.reachedPermille >= 1000;
    const label = isReached
      ? tLimit('decideOn', { number: ticket.number })
      : t('palette.askForTime', { number: ticket.number });
    commands.push(command('limit', IconClockHour4, label, () => decideLimit(ticketId)));
    for (const step of stepsOf(ticket)) {
      const stepLabel = tHandling(`palette.${step}`, { number: ticket.number });
      commands.push(command(step, STEP_ICONS[step], stepLabel, () => handleTicket(step, ticketId)));
    }
    const name = { number: ticket.number };
    commands.push(command('split', IconArrowsSplit, tLinks('palette.split', name), () => splitTicket(ticketId)));
    if (ticket.links.duplicateOf === null) {
      commands.push(command('merge', IconCopy, tLinks('palette.merge', name), () => mergeTicket(ticketId)));
    }
  }
  commands.push(
    command('new ticket', IconTicket, t('palette.newTicket'), registerTicket),
    command('escalate new', IconPhoneCall, tHandling('palette.escalateNew'), registerEscalation),
    command('capture', IconCamera, t('palette.capture'), () => startCapture()),
    command('queue', IconListDetails, t('palette.goQueue'), focusQueue),
    command('unfiled', IconPhoto, t('palette.goUnfiled'), openUnfiled),
    command('timesheet', IconCalendarTime, t('palette.goTimesheet'), openTimesheet),
    command('reports', IconChartBar, t('palette.goReports'), openReports),
    command('sync', IconRefresh, t(hasPortal ? 'palette.goSync' : 'palette.goLists'), openSync),
    command('settings', IconSettings, t('palette.goSettings'), openSettings),
  );
  if (hasPortal) {
    commands.push(
      isOffline
        ? command('online', IconCloud, t('palette.goOnline'), () => setOffline.mutate({ isOffline: false }))
        : command('offline', IconCloudOff, t('palette.goOffline'), () => setOffline.mutate({ isOffline: true })),
      command('sync-now', IconRefresh, t('palette.syncNow'), () => syncNow.mutate({})),
    );
  }
  commands.push(
    command('light', IconSun, t('palette.themeLight'), () => write.mutate({ theme: 'light' })),
    command('dark', IconMoon, t('palette.themeDark'), () => write.mutate({ theme: 'dark' })),
    command('system', IconDeviceDesktop, t('palette.themeSystem'), () => write.mutate({ theme: 'system' })),
    command('sv', IconLanguage, t('palette.languageSv'), () => write.mutate({ language: 'sv' })),
    command('en', IconLanguage, t('palette.languageEn'), () => write.mutate({ language: 'en' })),
  );
  return commands;
}

function selectIsSwitchedOffline({ connection }: SyncView): boolean {
  return connection.kind === 'switched-offline';
}
