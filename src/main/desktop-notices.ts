import type { CopyFailure } from './db/verified-copy';
import type { Recording } from './heartbeats';
import type { DesktopAction, DesktopTimers } from './platform/desktop-action';
import { newsWords } from './platform/news-words';
import type { Notice } from './platform/notification-plan';
import { createNotifications, type Notifications } from './platform/notifications';
import type { SettingsStore } from './platform/settings';
import { momentText, shortDuration, type Texts } from './platform/texts';
import { type AskingTimers, listTimerQuestions, type TimerQuestion } from './platform/timer-questions';
import { answerOverrun } from './usecases/answer-overrun';
import type { NewsToTell } from './usecases/tell-news';
import type { KeyWarning } from './usecases/tell-of-key';
import type { FourHourWarning, PackWarning, Workbench } from './usecases/workbench';

const SECONDS_PER_MINUTE = 60;

export interface DesktopNoticeParts {
  readonly settings: SettingsStore;
  readonly texts: () => Texts;
  /** Whether somebody has the main window in front, and so sees there what a notice would say. */
  readonly isLookedAt: () => boolean;
  readonly act: (action: DesktopAction) => void;
  /** Carries out a use case in the background. */
  readonly record: (work: (workbench: Workbench) => Promise<unknown>) => void;
  readonly logError: (what: string, error: unknown) => void;
}

/** What a person in another program is told of. */
export interface DesktopNotices extends Pick<Notifications, 'shown' | 'answer' | 'closeAll'> {
  warn(warning: FourHourWarning, running: DesktopTimers['running']): void;
  warnOfPack(warning: PackWarning): void;
  /** Tells of everything together. News of one ticket leads to it. */
  tellOfNews(news: NewsToTell): void;
  /** The API key expires soon, or has expired. */
  warnOfKey(warning: KeyWarning): void;
  /** Heartbeats began to fail, or reach the disk again. */
  tellOfRecording(recording: Recording): void;
  /** The daily backup could not be made. */
  tellOfBackup(failure: CopyFailure): void;
  /** Tells of questions that were not there before. */
  tellOfQuestions(asking: AskingTimers): void;
  /** Takes the questions that are there for seen, as at the start, when the window comes up with them. */
  noteQuestions(asking: AskingTimers): void;
  /** Once only: whoever has read it knows where the app is. */
  tellThatTimerRunsOn(ticketNumber: string): void;
}

/** Puts warnings and questions into words, and lets their buttons act. */
export function createDesktopNotices(parts: DesktopNoticeParts): DesktopNotices {
  const notifications = createNotifications((reason) => parts.logError('notification', reason));
  let toldQuestions: ReadonlySet<string> = new Set();

  /** A notice whose only button, and whose click, shows the main window. */
  function tell(notice: Pick<Notice, 'title' | 'body' | 'urgency' | 'name'> & { withSound?: boolean }): void {
    const texts = parts.texts();
    notifications.notify({
      ...notice,
      actions: [{ id: 'show', label: texts.showWorkbench }],
      clickHint: texts.clickShows,
      onAction: () => parts.act({ kind: 'show' }),
    });
  }

  function ask(question: TimerQuestion): void {
    const { timerId } = question;
    notifications.notify({
      title: question.title,
      body: question.body,
      actions: question.actions,
      clickHint: parts.texts().clickShows,
      onAction: (actionId) => {
        if (actionId !== 'still-working') parts.act({ kind: 'show' });
        else parts.record((workbench) => answerOverrun(workbench, { timerId, answer: 'still-working' }));
      },
      urgency: 'normal',
      name: question.key,
    });
  }

  function listQuestions(asking: AskingTimers): readonly TimerQuestion[] {
    return listTimerQuestions(asking, parts.texts());
  }

  function noteAll(questions: readonly TimerQuestion[]): void {
    // One that was answered and comes up again is a new one.
    toldQuestions = new Set(questions.map(({ key }) => key));
  }

  return {
    shown: notifications.shown,
    answer: notifications.answer,
    closeAll: notifications.closeAll,

    warn: (warning, running) => {
      const texts = parts.texts();
      const { ticketId, countedSeconds, leftSeconds } = warning;
      const counted = shortDuration(countedSeconds);
      const limit = shortDuration(countedSeconds + leftSeconds);
      const timer = running?.ticketId === ticketId ? running : null;
      notifications.notify({
        title: texts.warningTitle(warning.ticketNumber),
        body:
          leftSeconds > 0 ? texts.warningBody(counted, limit, shortDuration(leftSeconds)) : texts.limitBody(counted),
        actions: [{ id: 'open', label: texts.open }, ...(timer ? [{ id: 'pause', label: texts.pause }] : [])],
        clickHint: texts.clickOpens,
        onAction: (actionId) => {
          if (actionId === 'pause' && timer) parts.act({ kind: 'pause', timerId: timer.id });
          else parts.act({ kind: 'open', ticketId });
        },
        urgency: leftSeconds > 0 ? 'normal' : 'critical',
        withSound: parts.settings.read().settings.warningSound,
        name: `four-hour-rule ${ticketId}`,
      });
    },

    warnOfPack: ({ customerId, customerName, leftMinutes }) => {
      const texts = parts.texts();
      tell({
        title: texts.packTitle(customerName),
        body: leftMinutes > 0 ? texts.packBody(shortDuration(leftMinutes * SECONDS_PER_MINUTE)) : texts.packEmptyBody,
        urgency: 'normal',
        withSound: parts.settings.read().settings.warningSound,
        name: `pack ${customerId}`,
      });
    },

    tellOfNews: (news) => {
      const texts = parts.texts();
      const { title, body, ticketId } = newsWords(news, texts);
      if (ticketId === null) {
        tell({ title, body, urgency: 'normal' });
        return;
      }
      notifications.notify({
        title,
        body,
        actions: [{ id: 'open', label: texts.open }],
        clickHint: texts.clickOpens,
        onAction: () => parts.act({ kind: 'open', ticketId }),
        urgency: 'normal',
      });
    },

    warnOfKey: ({ days, expiresAt }) => {
      const { keyTitle, keyBody } = parts.texts();
      tell({ title: keyTitle[days], body: keyBody(momentText(expiresAt)), urgency: 'normal', name: 'key' });
    },

    tellOfRecording: ({ kind }) => {
      if (kind === 'working') return;
      const { notSavedTitle, notSavedBody } = parts.texts();
      tell({ title: notSavedTitle, body: notSavedBody, urgency: 'critical', name: 'recording' });
    },

    tellOfBackup: ({ kind }) => {
      const texts = parts.texts();
      tell({ title: texts.noBackupTitle, body: texts.noBackupBody[kind], urgency: 'critical', name: 'backup' });
    },

    tellOfQuestions: (asking) => {
      const questions = listQuestions(asking);
      if (!parts.isLookedAt()) {
        for (const question of questions) if (!toldQuestions.has(question.key)) ask(question);
      }
      noteAll(questions);
    },
    noteQuestions: (asking) => noteAll(listQuestions(asking)),

    tellThatTimerRunsOn: (ticketNumber) => {
      if (parts.settings.read().knowsClosingHides) return;
      parts.settings.write({ knowsClosingHides: true });
      const { runsOnTitle, runsOnBody } = parts.texts();
      tell({ title: runsOnTitle(ticketNumber), body: runsOnBody, urgency: 'normal', name: 'runs-on' });
    },
  };
}
