import type { TicketId, TimerId } from '@core/ids';
import type { TimersView } from '@ipc/views';
import { Activity, lazy, Suspense, useCallback, useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import { useTimers } from '../api/queries';
import { useEvent } from '../api/use-event';
import { QueuePane } from '../features/queue/QueuePane';
import { StatusBar } from '../features/sync/StatusBar';
import { TicketPane } from '../features/ticket/TicketPane';
import { RecordingFailed } from '../features/timer/RecordingFailed';
import { StopDialog } from '../features/timer/StopDialog';
import { TimerBar } from '../features/timer/TimerBar';
import { UnknownTimeBanner } from '../features/timer/UnknownTimeBanner';
import { Warnings } from '../features/timer/Warnings';
import { classNames } from '../ui/class-names';
import { FocusTargets, FocusTargetsProvider } from '../ui/focus-targets';
import { type WorkbenchActions, WorkbenchActionsProvider } from '../ui/workbench-actions';
import { parsePath, pathOfTicket } from './location';
import { NavRail } from './NavRail';
import { useWorkbenchKeys } from './use-workbench-keys';
import styles from './Workbench.module.css';

const SyncView = lazy(async () => ({ default: (await import('../features/sync/SyncView')).SyncView }));
const SettingsView = lazy(async () => ({ default: (await import('../features/settings/SettingsView')).SettingsView }));
const CaptureEditor = lazy(async () => ({
  default: (await import('../features/capture/CaptureEditor')).CaptureEditor,
}));
const CaptureDialog = lazy(async () => ({
  default: (await import('../features/capture/CaptureDialog')).CaptureDialog,
}));

// Nobody opens it in the first moments, and the library behind it need not be read for the first frame.
const CommandPalette = lazy(async () => ({ default: (await import('./CommandPalette')).CommandPalette }));

const cx = classNames(styles);

/** What the capture dialog was opened for. It stays mounted once opened, so that it can close gracefully. */
interface CaptureRequest {
  readonly isOpen: boolean;
  readonly ticketId: TicketId | null;
}

/** The workbench: navigation, timer bar, one view, status bar. */
export function Workbench() {
  const [path, navigate] = useLocation();
  const place = parsePath(path);
  // The ticket that was in view stays in view when somebody comes back to the queue.
  const [lastTicketId, setLastTicketId] = useState<string | null>(null);
  const routeTicketId = place.view === 'queue' ? place.ticketId : null;
  if (routeTicketId !== null && routeTicketId !== lastTicketId) setLastTicketId(routeTicketId);
  const ticketId = routeTicketId ?? lastTicketId;

  const [focusTargets] = useState(() => new FocusTargets());
  const [stoppingId, setStoppingId] = useState<TimerId | null>(null);
  const [capture, setCapture] = useState<CaptureRequest | null>(null);
  const runningTicketId = useTimers(selectRunningTicketId) ?? null;
  const closeStopDialog = useCallback(() => setStoppingId(null), []);

  const actions = useMemo<WorkbenchActions>(() => {
    const toQueue = () => navigate(pathOfTicket(ticketId));
    const toPage = (view: 'sync' | 'settings') => {
      if (place.view === view) return focusTargets.focus('page');
      focusTargets.expect('page');
      navigate(`/${view}`);
    };
    return {
      openTicket: (id, options) => {
        navigate(pathOfTicket(id), { replace: place.view === 'queue' });
        if (options?.focus === true) focusTargets.focus('ticket');
      },
      stopTimer: setStoppingId,
      startCapture: (id) => {
        const subject = id ?? (place.view === 'queue' ? (ticketId ?? runningTicketId) : runningTicketId);
        setCapture({ isOpen: true, ticketId: subject as TicketId | null });
      },
      focusSearch: () => {
        if (place.view !== 'queue') toQueue();
        focusTargets.focus('search');
      },
      focusQueue: () => {
        if (place.view !== 'queue') toQueue();
        focusTargets.focus('queue');
      },
      openSync: () => toPage('sync'),
      openSettings: () => toPage('settings'),
    };
  }, [navigate, place.view, ticketId, runningTicketId, focusTargets]);

  useWorkbenchKeys(actions, place.view !== 'capture');
  useEvent('app:show-ticket', (shown) => actions.openTicket(shown.ticketId, { focus: true }));
  useEvent('app:start-capture', () => actions.startCapture());

  return (
    <WorkbenchActionsProvider value={actions}>
      <FocusTargetsProvider value={focusTargets}>
        <div className={cx('frame')}>
          <NavRail view={place.view} queuePath={pathOfTicket(ticketId)} />
          <div className={cx('body')}>
            <TimerBar />
            <RecordingFailed />
            <Warnings />
            <UnknownTimeBanner />
            <main className={cx('main')}>
              <Activity mode={place.view === 'queue' ? 'visible' : 'hidden'}>
                <div className={cx('panes')}>
                  <QueuePane selectedId={ticketId} />
                  <TicketPane ticketId={ticketId} />
                </div>
              </Activity>
              <Suspense fallback={null}>
                {place.view === 'sync' && <SyncView />}
                {place.view === 'settings' && <SettingsView />}
                {place.view === 'capture' && (
                  <CaptureEditor key={place.screenshotId} screenshotId={place.screenshotId} />
                )}
              </Suspense>
            </main>
          </div>
          <StatusBar />
        </div>
        <StopDialog timerId={stoppingId} onClose={closeStopDialog} />
        {capture !== null && (
          <Suspense fallback={null}>
            <CaptureDialog
              opened={capture.isOpen}
              onClose={() => setCapture({ ...capture, isOpen: false })}
              ticketId={capture.ticketId}
            />
          </Suspense>
        )}
        <Suspense fallback={null}>
          <CommandPalette ticketId={place.view === 'queue' ? ticketId : null} />
        </Suspense>
      </FocusTargetsProvider>
    </WorkbenchActionsProvider>
  );
}

function selectRunningTicketId({ running }: TimersView): TicketId | null {
  return running?.ticketId ?? null;
}
