import { formatHoursMinutes } from '@core/time/duration-text';

/** The few words outside the windows: desktop notifications, tray, native dialogs. */
export interface Texts {
  showWorkbench: string;
  capture: string;
  pause: string;
  quit: string;
  noTimer: string;
  timerRuns: (ticketNumber: string, worked: string) => string;
  timeLeft: (left: string) => string;
  limitReached: string;
  warningTitle: (ticketNumber: string) => string;
  warningBody: (counted: string, left: string) => string;
  limitBody: (counted: string) => string;
  open: string;
  cannotOpenTitle: string;
  cannotOpenNewer: (file: string) => string;
  cannotOpenOther: (file: string, message: string) => string;
}

const sv: Texts = {
  showWorkbench: 'Visa Fyra',
  capture: 'Ta skärmdump',
  pause: 'Pausa tidtagningen',
  quit: 'Avsluta',
  noTimer: 'Fyra – ingen tidtagning pågår',
  timerRuns: (ticketNumber, worked) => `${ticketNumber} · ${worked}`,
  timeLeft: (left) => `${left} kvar`,
  limitReached: 'gränsen nådd',
  warningTitle: (ticketNumber) => `${ticketNumber}: fyratimmarsregeln`,
  warningBody: (counted, left) => `${counted} av 4 timmar använda, ${left} kvar.`,
  limitBody: (counted) => `${counted} använda. Mer tid kräver kundens godkännande. Tidtagningen fortsätter.`,
  open: 'Öppna ärendet',
  cannotOpenTitle: 'Fyra kan inte öppna sin datafil',
  cannotOpenNewer: (file) =>
    `Filen är skriven av en nyare version av Fyra och har lämnats orörd. Installera den nyare versionen.\n\n${file}`,
  cannotOpenOther: (file, message) =>
    `Filen har lämnats som den är; ingenting har tagits bort. Kontrollera att disken inte är full och att filen går att läsa, och starta Fyra igen.\n\n${file}\n${message}`,
};

const en: Texts = {
  showWorkbench: 'Show Fyra',
  capture: 'Take a screen dump',
  pause: 'Pause the timer',
  quit: 'Quit',
  noTimer: 'Fyra – no timer is running',
  timerRuns: (ticketNumber, worked) => `${ticketNumber} · ${worked}`,
  timeLeft: (left) => `${left} left`,
  limitReached: 'limit reached',
  warningTitle: (ticketNumber) => `${ticketNumber}: the four-hour rule`,
  warningBody: (counted, left) => `${counted} of 4 hours used, ${left} left.`,
  limitBody: (counted) => `${counted} used. More time needs the customer's approval. The timer runs on.`,
  open: 'Open the ticket',
  cannotOpenTitle: 'Fyra cannot open its data file',
  cannotOpenNewer: (file) =>
    `The file was written by a newer version of Fyra and was left untouched. Install the newer version.\n\n${file}`,
  cannotOpenOther: (file, message) =>
    `The file was left as it is; nothing was removed. Check that the disk is not full and that the file can be read, then start Fyra again.\n\n${file}\n${message}`,
};

/** The words in one language. */
export function textsIn(language: 'sv' | 'en'): Texts {
  return language === 'sv' ? sv : en;
}

/** Whole minutes as `3 h 05` or `55 min`. */
export function shortDuration(seconds: number): string {
  const { hours, minutes } = formatHoursMinutes(seconds);
  return hours === 0 ? `${minutes} min` : `${hours} h ${String(minutes).padStart(2, '0')}`;
}
