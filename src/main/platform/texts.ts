import type { NewsKind } from '@core/notices/news';
import type { TargetKind } from '@core/sla/response-target';
import type { KeyWarningDays } from '@core/sync/key-expiry';
import { formatHoursMinutes } from '@core/time/duration-text';
import type { Instant } from '@core/time/instant';
import { STOCKHOLM_ZONE } from '@core/time/stockholm';

/** The few words outside the windows: desktop notifications, tray, native dialogs. */
export interface Texts {
  showWorkbench: string;
  /** What tickets are in that come from a list without a project or team. */
  noGroup: string;
  capture: string;
  /** On a button beside the name of what is paused. */
  pause: string;
  pauseOn: (ticketNumber: string) => string;
  stopOn: (ticketNumber: string) => string;
  resumeOn: (ticket: string) => string;
  switchTo: (ticket: string) => string;
  startOn: (ticket: string) => string;
  paused: string;
  quit: string;
  noTimer: string;
  timerRuns: (ticketNumber: string, worked: string) => string;
  timeLeft: (left: string) => string;
  limitReached: string;
  warningTitle: (ticketNumber: string) => string;
  warningBody: (counted: string, limit: string, left: string) => string;
  limitBody: (counted: string) => string;
  packTitle: (customerName: string) => string;
  packBody: (left: string) => string;
  packEmptyBody: string;
  /** News of several tickets, as a heading. */
  newsCount: Record<NewsKind, (count: number) => string>;
  /** News of one ticket, behind its number. */
  newsOfOne: Record<NewsKind, (count: number) => string>;
  newsTarget: Record<TargetKind, (dueAt: string) => string>;
  newsMore: (count: number) => string;
  unknownTitle: (ticketNumber: string, time: string) => string;
  unknownBody: (from: string, until: string) => string;
  overrunTitle: (ticketNumber: string) => string;
  overrunBody: (reason: 'after-hours' | 'too-long', lastActivityAt: string) => string;
  notSavedTitle: string;
  notSavedBody: string;
  /** On a button: shows the question. */
  answer: string;
  /** On a button: the timer that has run for long is right. */
  stillWorking: string;
  /** On a button. */
  open: string;
  /** What a click on a notification does, where it has no buttons. */
  clickOpens: string;
  clickShows: string;
  runsOnTitle: (ticketNumber: string) => string;
  runsOnBody: string;
  noBackupTitle: string;
  noBackupBody: Record<'disk-full' | 'damaged' | 'not-writable', string>;
  keyTitle: Record<KeyWarningDays, string>;
  /** When the key expires, or expired. */
  keyBody: (expiresAt: string) => string;
  cannotOpenTitle: string;
  cannotOpenNewer: (file: string) => string;
  cannotOpenOther: (file: string, message: string) => string;
  damagedFile: (file: string) => string;
  /** The time of the backup, and of the last change of the file if that is known. */
  damagedBackup: (madeAt: string, lastChangeAt: string) => string;
  damagedNoBackup: string;
  notRestored: (message: string) => string;
  restoreBackup: (madeAt: string) => string;
  openFolder: string;
}

const sv: Texts = {
  showWorkbench: 'Visa Fyra',
  noGroup: 'Utan projekt',
  capture: 'Ta skärmdump',
  pause: 'Pausa',
  pauseOn: (ticketNumber) => `Pausa ${ticketNumber}`,
  stopOn: (ticketNumber) => `Stoppa ${ticketNumber} …`,
  resumeOn: (ticket) => `Återuppta ${ticket}`,
  switchTo: (ticket) => `Växla till ${ticket}`,
  startOn: (ticket) => `Starta på ${ticket}`,
  paused: 'Pausad',
  quit: 'Avsluta',
  noTimer: 'Fyra – ingen tidtagning pågår',
  timerRuns: (ticketNumber, worked) => `${ticketNumber} · ${worked}`,
  timeLeft: (left) => `${left} kvar`,
  limitReached: 'gränsen nådd',
  warningTitle: (ticketNumber) => `${ticketNumber}: fyratimmarsregeln`,
  warningBody: (counted, limit, left) => `${counted} av ${limit} använda, ${left} kvar.`,
  limitBody: (counted) => `${counted} använda. Mer tid kräver kundens godkännande. Tidtagningen fortsätter.`,
  packTitle: (customerName) => `${customerName}: supportpaketet`,
  packBody: (left) => `${left} är kvar av de förbetalda timmarna.`,
  packEmptyBody: 'De förbetalda timmarna är slut. Mer debiterbar tid väntar här tills kunden köper ett paket.',
  newsCount: {
    'new-ticket': (count) => (count === 1 ? '1 nytt ärende' : `${count} nya ärenden`),
    reply: (count) => `${count} svar`,
    escalation: (count) => (count === 1 ? '1 eskalering' : `${count} eskaleringar`),
    'time-critical': (count) => (count === 1 ? '1 tidskritiskt' : `${count} tidskritiska`),
    'target-soon': (count) => `${count} mål närmar sig`,
    'target-overdue': (count) => (count === 1 ? '1 mål passerat' : `${count} mål passerade`),
    'follow-up': (count) => (count === 1 ? '1 att följa upp' : `${count} att följa upp`),
  },
  newsOfOne: {
    'new-ticket': () => 'nytt ärende',
    reply: (count) => (count === 1 ? 'nytt svar' : `${count} nya svar`),
    escalation: () => 'eskalering',
    'time-critical': () => 'tidskritiskt',
    'target-soon': () => 'målet närmar sig',
    'target-overdue': () => 'målet är passerat',
    'follow-up': () => 'ska följas upp',
  },
  newsTarget: {
    assignment: (dueAt) => `Mål: påbörjas senast ${dueAt}.`,
    resolution: (dueAt) => `Mål: löst senast ${dueAt}.`,
  },
  newsMore: (count) => `${count} till`,
  unknownTitle: (ticketNumber, time) => `${ticketNumber}: ${time} okänd tid`,
  unknownBody: (from, until) => `Var det arbete, ${from}–${until}? Tiden räknas inte förrän du har svarat.`,
  overrunTitle: (ticketNumber) => `${ticketNumber}: arbetar du fortfarande?`,
  overrunBody: (reason, lastActivityAt) =>
    `Tidtagningen har gått ${reason === 'after-hours' ? 'förbi servicetiden' : 'i mer än tio timmar'}. Senast märktes du av ${lastActivityAt}.`,
  notSavedTitle: 'Tiden sparas inte',
  notSavedBody: 'Pågående tidtagning når inte disken. Det som sparats tidigare finns kvar.',
  answer: 'Svara',
  stillWorking: 'Arbetar fortfarande',
  open: 'Öppna',
  clickOpens: 'Klicka för att öppna ärendet.',
  clickShows: 'Klicka för att visa Fyra.',
  runsOnTitle: (ticketNumber) => `Tidtagningen på ${ticketNumber} fortsätter`,
  runsOnBody: 'Fyra är kvar bland ikonerna vid klockan. Där kan du visa Fyra igen, pausa eller avsluta.',
  noBackupTitle: 'Säkerhetskopian kunde inte göras',
  noBackupBody: {
    'disk-full': 'Disken är full. Tidigare säkerhetskopior finns kvar. Frigör utrymme; Fyra försöker igen.',
    damaged:
      'Datafilen eller kopian är skadad. Tidigare säkerhetskopior finns kvar. Starta om Fyra för att återställa.',
    'not-writable': 'Mappen för säkerhetskopior går inte att skriva i. Tidigare kopior finns kvar. Fyra försöker igen.',
  },
  keyTitle: {
    30: 'API-nyckeln går ut inom en månad',
    7: 'API-nyckeln går ut inom en vecka',
    1: 'API-nyckeln går ut inom ett dygn',
    0: 'API-nyckeln har gått ut',
  },
  keyBody: (expiresAt) =>
    `Den gäller till ${expiresAt}. Skapa en ny i Odoo under My Preferences, Säkerhet, och ange den i Fyra under Synk. Allt som väntar finns kvar.`,
  cannotOpenTitle: 'Fyra kan inte öppna sin datafil',
  cannotOpenNewer: (file) =>
    `Filen är skriven av en nyare version av Fyra och har lämnats orörd. Installera den nyare versionen.\n\n${file}`,
  cannotOpenOther: (file, message) =>
    `Filen har lämnats som den är; ingenting har tagits bort. Kontrollera att disken inte är full och att filen går att läsa, och starta Fyra igen.\n\n${file}\n${message}`,
  damagedFile: (file) => `Datafilen är skadad. Den har lämnats som den är och tas aldrig bort.\n\n${file}`,
  damagedBackup: (madeAt, lastChangeAt) =>
    `Den nyaste hela säkerhetskopian är från ${madeAt}. Det som registrerades mellan dess och ${lastChangeAt}, då filen senast ändrades, kan saknas efter en återställning. Den skadade filen läggs åt sidan och behålls. Det som väntade på att skickas söks först upp på portalen, så att ingen rad, bild eller kundmeddelande skickas två gånger.`,
  damagedNoBackup: 'Det finns ingen hel säkerhetskopia. Be din administratör om en kopia av mappen.',
  notRestored: (message) => `Återställningen gick inte att göra; ingenting har tagits bort.\n${message}`,
  restoreBackup: (madeAt) => `Återställ från ${madeAt}`,
  openFolder: 'Öppna mappen',
};

const en: Texts = {
  showWorkbench: 'Show Fyra',
  noGroup: 'Without a project',
  capture: 'Take a screen dump',
  pause: 'Pause',
  pauseOn: (ticketNumber) => `Pause ${ticketNumber}`,
  stopOn: (ticketNumber) => `Stop ${ticketNumber} …`,
  resumeOn: (ticket) => `Resume ${ticket}`,
  switchTo: (ticket) => `Switch to ${ticket}`,
  startOn: (ticket) => `Start on ${ticket}`,
  paused: 'Paused',
  quit: 'Quit',
  noTimer: 'Fyra – no timer is running',
  timerRuns: (ticketNumber, worked) => `${ticketNumber} · ${worked}`,
  timeLeft: (left) => `${left} left`,
  limitReached: 'limit reached',
  warningTitle: (ticketNumber) => `${ticketNumber}: the four-hour rule`,
  warningBody: (counted, limit, left) => `${counted} of ${limit} used, ${left} left.`,
  limitBody: (counted) => `${counted} used. More time needs the customer's approval. The timer runs on.`,
  packTitle: (customerName) => `${customerName}: the support pack`,
  packBody: (left) => `${left} of the prepaid hours are left.`,
  packEmptyBody: 'The prepaid hours are used up. More chargeable time waits here until the customer buys a pack.',
  newsCount: {
    'new-ticket': (count) => (count === 1 ? '1 new ticket' : `${count} new tickets`),
    reply: (count) => (count === 1 ? '1 reply' : `${count} replies`),
    escalation: (count) => (count === 1 ? '1 escalation' : `${count} escalations`),
    'time-critical': (count) => `${count} time-critical`,
    'target-soon': (count) => (count === 1 ? '1 target is close' : `${count} targets are close`),
    'target-overdue': (count) => (count === 1 ? '1 target missed' : `${count} targets missed`),
    'follow-up': (count) => (count === 1 ? '1 to follow up' : `${count} to follow up`),
  },
  newsOfOne: {
    'new-ticket': () => 'new ticket',
    reply: (count) => (count === 1 ? 'new reply' : `${count} new replies`),
    escalation: () => 'escalation',
    'time-critical': () => 'time-critical',
    'target-soon': () => 'the target is close',
    'target-overdue': () => 'the target is missed',
    'follow-up': () => 'to be followed up',
  },
  newsTarget: {
    assignment: (dueAt) => `Target: work begins by ${dueAt}.`,
    resolution: (dueAt) => `Target: resolved by ${dueAt}.`,
  },
  newsMore: (count) => `${count} more`,
  unknownTitle: (ticketNumber, time) => `${ticketNumber}: ${time} of unknown time`,
  unknownBody: (from, until) => `Was it work, ${from}–${until}? The time does not count before you have answered.`,
  overrunTitle: (ticketNumber) => `${ticketNumber}: are you still working?`,
  overrunBody: (reason, lastActivityAt) =>
    `The timer has run ${reason === 'after-hours' ? 'past the service hours' : 'for more than ten hours'}. The last sign of you was at ${lastActivityAt}.`,
  notSavedTitle: 'Time is not being saved',
  notSavedBody: 'The running timer does not reach the disk. What was saved before is kept.',
  answer: 'Answer',
  stillWorking: 'Still working',
  open: 'Open',
  clickOpens: 'Click to open the ticket.',
  clickShows: 'Click to show Fyra.',
  runsOnTitle: (ticketNumber) => `The timer on ${ticketNumber} runs on`,
  runsOnBody: 'Fyra is still among the icons by the clock. There you can show Fyra again, pause or quit.',
  noBackupTitle: 'The backup could not be made',
  noBackupBody: {
    'disk-full': 'The disk is full. Earlier backups are kept. Free some space; Fyra tries again.',
    damaged: 'The data file or the copy is damaged. Earlier backups are kept. Start Fyra again to restore.',
    'not-writable': 'The folder of the backups cannot be written to. Earlier backups are kept. Fyra tries again.',
  },
  keyTitle: {
    30: 'The API key expires within a month',
    7: 'The API key expires within a week',
    1: 'The API key expires within a day',
    0: 'The API key has expired',
  },
  keyBody: (expiresAt) =>
    `It is good until ${expiresAt}. Make a new one in Odoo under My Preferences, Security, and enter it in Fyra under Sync. Everything that waits is kept.`,
  cannotOpenTitle: 'Fyra cannot open its data file',
  cannotOpenNewer: (file) =>
    `The file was written by a newer version of Fyra and was left untouched. Install the newer version.\n\n${file}`,
  cannotOpenOther: (file, message) =>
    `The file was left as it is; nothing was removed. Check that the disk is not full and that the file can be read, then start Fyra again.\n\n${file}\n${message}`,
  damagedFile: (file) => `The data file is damaged. It was left as it is and is never removed.\n\n${file}`,
  damagedBackup: (madeAt, lastChangeAt) =>
    `The newest whole backup is from ${madeAt}. What was recorded between then and ${lastChangeAt}, when the file was last changed, can be missing after a restore. The damaged file is set aside and kept. What waited to be sent is looked for on the portal first, so that no line, picture or message to a customer is sent twice.`,
  damagedNoBackup: 'There is no whole backup. Ask your administrator for a copy of the folder.',
  notRestored: (message) => `The restore could not be done; nothing was removed.\n${message}`,
  restoreBackup: (madeAt) => `Restore from ${madeAt}`,
  openFolder: 'Open the folder',
};

/** The words in one language. */
export function textsIn(language: 'sv' | 'en'): Texts {
  return language === 'sv' ? sv : en;
}

const clock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: STOCKHOLM_ZONE,
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** A time of day in Stockholm: `14:10`. */
export function timeOfDay(at: Instant): string {
  return clock.format(at);
}

/** Whole minutes as `3 h 05` or `55 min`. */
export function shortDuration(seconds: number): string {
  const { hours, minutes } = formatHoursMinutes(seconds);
  return hours === 0 ? `${minutes} min` : `${hours} h ${String(minutes).padStart(2, '0')}`;
}

const dayAndClock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: STOCKHOLM_ZONE,
  dateStyle: 'short',
  timeStyle: 'short',
});

/** A moment in Stockholm: `2026-11-26 14:10`. */
export function momentText(at: Instant): string {
  return dayAndClock.format(at);
}
