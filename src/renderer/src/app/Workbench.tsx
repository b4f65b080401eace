import { ticketOfPicture } from '@core/capture/ticket-of-picture';
import type { TicketId, TimerId } from '@core/ids';
import type { TimersView } from '@ipc/timer-views';
import { Activity, lazy, Suspense, useCallback, useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import { useTimers } from '../api/queries';
import { useEvent } from '../api/use-event';
import { QuickCapture } from '../features/capture/QuickCapture';
import { QueuePane } from '../features/queue/QueuePane';
import { StatusBar } from '../features/sync/StatusBar';
import { TicketPane } from '../features/ticket/TicketPane';
import { PackWarnings } from '../features/timer/PackWarnings';
import { RecordingFailed } from '../features/timer/RecordingFailed';
import { TimerBar } from '../features/timer/TimerBar';
import { TimerQuestions } from '../features/timer/TimerQuestions';
import { UnknownTimeBanner } from '../features/timer/UnknownTimeBanner';
import { Warnings } from '../features/timer/Warnings';
import { classNames } from '../ui/class-names';
import { FocusTargets, FocusTargetsProvider } from '../ui/focus-targets';
import { Later } from '../ui/Later';
import { type TicketTab, type WorkbenchActions, WorkbenchActionsProvider } from '../ui/workbench-actions';
import { parsePath, pathOfTicket, pathOfTimesheet } from './location';
import { NavRail } from './NavRail';
import { PaletteOnKey } from './PaletteOnKey';
import { useDialogs } from './use-dialogs';
import { useUnfinishedCall } from './use-unfinished-call';
import { useWorkbenchKeys } from './use-workbench-keys';
import styles from './Workbench.module.css';
import { WorkbenchDialogs } from './WorkbenchDialogs';

const SyncView = lazy(async () => ({ default: (await import('../features/sync/SyncView')).SyncView }));
const TimesheetView = lazy(async () => ({
  default: (await import('../features/timesheet/TimesheetView')).TimesheetView,
}));
const ReportsView = lazy(async () => ({ default: (await import('../features/reports/ReportsView')).ReportsView }));
const SettingsView = lazy(async () => ({ default: (await import('../features/settings/SettingsView')).SettingsView }));
const CaptureEditor = lazy(async () => ({
  default: (await import('../features/capture/CaptureEditor')).CaptureEditor,
}));
const StopDialog = lazy(async () => ({ default: (await import('../features/timer/StopDialog')).StopDialog }));
const StartEarlierDialog = lazy(async () => ({
  default: (await import('../features/timer/StartEarlierDialog')).StartEarlierDialog,
}));
const StepsComposer = lazy(async () => ({
  default: (await import('../features/capture/steps/StepsComposer')).StepsComposer,
}));
const UnfiledPane = lazy(async () => ({ default: (await import('../features/capture/UnfiledPane')).UnfiledPane }));
const PictureInlet = lazy(async () => ({
  default: (await import('../features/capture/import/PictureInlet')).PictureInlet,
}));
const loadTakeInPicture = () => import('../features/capture/import/take-in-picture');
const loadFlattenDraft = () => import('../features/capture/flatten-draft');
const HandOverBanner = lazy(async () => ({
  default: (await import('../features/capture/HandOverBanner')).HandOverBanner,
}));

const cx = classNames(styles);

/** The workbench: navigation, timer bar, one view, status bar. */
export function Workbench() {
  const [path, navigate] = useLocation();
  const place = parsePath(path);
  // The ticket that was in view stays in view when somebody comes back to the queue.
  const [lastTicketId, setLastTicketId] = useState<string | null>(null);
  const routeTicketId = place.view === 'queue' ? place.ticketId : null;
  if (routeTicketId !== null && routeTicketId !== lastTicketId) setLastTicketId(routeTicketId);
  const ticketId = routeTicketId ?? lastTicketId;

  // So does the day of the timesheet.
  const [lastDate, setLastDate] = useState<string | null>(null);
  const date = place.view === 'timesheet' ? place.date : lastDate;
  if (date !== lastDate) setLastDate(date);

  const [focusTargets] = useState(() => new FocusTargets());
  const [stoppingId, setStoppingId] = useState<TimerId | null>(null);
  const [startingEarlierId, setStartingEarlierId] = useState<string | null>(null);
  const { dialogs, show } = useDialogs();
  const [tabRequest, setTabRequest] = useState<{ ticketId: string; tab: TicketTab } | null>(null);
  const runningTicketId = useTimers(selectRunningTicketId) ?? null;
  const pictureTicketId = ticketOfPicture({
    asked: null,
    running: runningTicketId,
    inView: place.view === 'queue' ? (ticketId as TicketId | null) : null,
  });
  useUnfinishedCall(useCallback(() => show({ register: { isOpen: true, escalates: false } }), [show]));
  const closeStopDialog = useCallback(() => setStoppingId(null), []);

  const actions = useMemo<WorkbenchActions>(() => {
    const toQueue = () => navigate(pathOfTicket(ticketId));
    const toPage = (view: 'timesheet' | 'reports' | 'sync' | 'settings', path = `/${view}`) => {
      if (place.view === view) return focusTargets.focus('page');
      focusTargets.expect('page');
      navigate(path);
    };
    // What a command without a ticket is about: the ticket in view, or else the one that is being timed.
    const subjectOf = (id: string | undefined) =>
      id ?? (place.view === 'queue' ? (ticketId ?? runningTicketId) : runningTicketId);
    return {
      openTicket: (id, options) => {
        setTabRequest(options?.tab === undefined ? null : { ticketId: id, tab: options.tab });
        navigate(pathOfTicket(id), { replace: place.view === 'queue' });
        if (options?.focus === true) focusTargets.focus('ticket');
      },
      stopTimer: setStoppingId,
      startTimerEarlier: setStartingEarlierId,
      registerTicket: () => show({ register: { isOpen: true, escalates: false } }),
      registerEscalation: () => show({ register: { isOpen: true, escalates: true } }),
      handleTicket: (step, id) => show({ handling: { isOpen: true, step, ticketId: id } }),
      splitTicket: (id) => {
        const subject = subjectOf(id);
        if (subject !== null) show({ link: { isOpen: true, step: 'split', ticketId: subject, keptId: null } });
      },
      mergeTicket: (id, keptId) => {
        const subject = subjectOf(id);
        if (subject !== null)
          show({ link: { isOpen: true, step: 'merge', ticketId: subject, keptId: keptId ?? null } });
      },
      startCapture: (id) => {
        show({ capture: { isOpen: true, ticketId: (id as TicketId | undefined) ?? pictureTicketId } });
      },
      decideLimit: (id) => {
        const subject = subjectOf(id);
        if (subject !== null) show({ limit: { isOpen: true, ticketId: subject } });
      },
      takeInPicture: async (...picture) => (await loadTakeInPicture()).takeInPicture(...picture),
      flattenDraft: async (...draft) => (await loadFlattenDraft()).flattenDraft(...draft),
      focusSearch: () => {
        if (place.view !== 'queue') toQueue();
        focusTargets.focus('search');
      },
      focusQueue: () => {
        if (place.view !== 'queue') toQueue();
        focusTargets.focus('queue');
      },
      openUnfiled: () => navigate('/unfiled'),
      openTimesheet: () => toPage('timesheet', pathOfTimesheet(date)),
      openReports: () => toPage('reports'),
      openSync: () => toPage('sync'),
      openSettings: () => toPage('settings'),
    };
  }, [navigate, place.view, ticketId, date, runningTicketId, pictureTicketId, focusTargets, show]);

  const showDate = useCallback(
    (shown: string | null) => navigate(pathOfTimesheet(shown), { replace: true }),
    [navigate],
  );

  useWorkbenchKeys(actions, place.view);
  useEvent('app:show-ticket', (shown) => actions.openTicket(shown.ticketId, { focus: true }));
  useEvent('app:stop-timer', ({ timerId }) => actions.stopTimer(timerId));

  return (
    <WorkbenchActionsProvider value={actions}>
      <FocusTargetsProvider value={focusTargets}>
        <div className={cx('frame')}>
          <NavRail view={place.view} queuePath={pathOfTicket(ticketId)} timesheetPath={pathOfTimesheet(date)} />
          <div className={cx('body')}>
            <TimerBar />
            <Later>
              <RecordingFailed />
              <Warnings />
              <PackWarnings />
              <TimerQuestions />
              <Suspense fallback={null}>
                <HandOverBanner screenshotId={place.view === 'capture' ? place.screenshotId : null} />
              </Suspense>
              {/* The timesheet asks the same questions in a list of its own. */}
              {place.view !== 'timesheet' && <UnknownTimeBanner />}
            </Later>
            <main className={cx('main')}>
              <Activity mode={place.view === 'queue' || place.view === 'unfiled' ? 'visible' : 'hidden'}>
                <div className={cx('panes')}>
                  <QueuePane selectedId={ticketId} />
                  {place.view === 'unfiled' ? (
                    <Suspense fallback={null}>
                      <UnfiledPane />
                    </Suspense>
                  ) : (
                    <Later>
                      <TicketPane ticketId={ticketId} tabRequest={tabRequest} />
                    </Later>
                  )}
                </div>
              </Activity>
              <Suspense fallback={null}>
                {place.view === 'timesheet' && <TimesheetView date={place.date} onShowDate={showDate} />}
                {place.view === 'reports' && <ReportsView />}
                {place.view === 'sync' && <SyncView />}
                {place.view === 'settings' && <SettingsView />}
                {place.view === 'steps' && <StepsComposer key={place.ticketId} ticketId={place.ticketId} />}
                {place.view === 'capture' && (
                  <CaptureEditor key={place.screenshotId} screenshotId={place.screenshotId} />
                )}
              </Suspense>
            </main>
          </div>
          <StatusBar />
        </div>
        <Later>
          <Suspense fallback={null}>
            <StopDialog timerId={stoppingId} onClose={closeStopDialog} />
            <StartEarlierDialog ticketId={startingEarlierId} onClose={() => setStartingEarlierId(null)} />
            <PictureInlet ticketId={pictureTicketId} />
          </Suspense>
          <PaletteOnKey ticketId={place.view === 'queue' ? ticketId : null} />
        </Later>
        <WorkbenchDialogs dialogs={dialogs} show={show} />
        <QuickCapture ticketId={pictureTicketId} />
      </FocusTargetsProvider>
    </WorkbenchActionsProvider>
  );
}

function selectRunningTicketId({ running }: TimersView): TicketId | null {
  return running?.ticketId ?? null;
}
