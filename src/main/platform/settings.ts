import { randomBytes } from 'node:crypto';
import { lastRegionSchema } from '@core/capture/last-region';
import { DEFAULT_SHORTCUTS } from '@core/shortcuts/shortcuts';
import { DEFAULT_UNANSWERED_DAYS } from '@core/ticket/queue-view';
import { ticketProfileKindSchema } from '@core/ticket/ticket-mapping';
import { type KeyKeeping, keyKeepingSchema } from '@ipc/app-views';
import { type Settings, settingsSchema } from '@ipc/settings-views';
import Store from 'electron-store';
import { z } from 'zod';

/** A portal that was set up on this computer. Its key is kept elsewhere. */
const portalAccountSchema = z.object({
  /** Names the folder that holds everything recorded for this portal. */
  id: z.string().regex(/^[a-z0-9-]{1,80}$/),
  /** `lists`: no portal. */
  kind: z.enum(['practice', 'odoo', 'lists']),
  address: z.string(),
  database: z.string(),
  /** What servers before Odoo 19 ask for beside the key; empty where it is not needed. */
  login: z.string().default(''),
  userId: z.int(),
  userName: z.string(),
  serverVersion: z.string(),
  keepKey: keyKeepingSchema,
  ticketProfile: ticketProfileKindSchema.default('project-tasks'),
});
export type PortalAccount = z.infer<typeof portalAccountSchema>;
export type { KeyKeeping };

const storedSchema = z.object({
  settings: settingsSchema,
  accounts: z.array(portalAccountSchema),
  currentAccountId: z.string().nullable(),
  isOffline: z.boolean(),
  practiceKey: z.string(),
  windowBounds: z.object({ x: z.int(), y: z.int(), width: z.int(), height: z.int() }).nullable(),
  /** Where the person put the small window with the timer; null before it was ever moved. */
  floatingPlace: z.object({ x: z.int(), y: z.int() }).nullable(),
  /** Where a region was drawn last; null before the first. */
  lastRegion: lastRegionSchema.nullable(),
  /** Whether the person has been told that closing the window while a timer runs does not end the app. */
  knowsClosingHides: z.boolean(),
});
export type Stored = z.infer<typeof storedSchema>;

const defaults: Stored = {
  settings: {
    language: 'system',
    theme: 'system',
    partnerName: '',
    partnerEmail: '',
    partnerPhone: '',
    syncEveryMinutes: 5,
    captureHidesWorkbench: true,
    watchesClipboard: true,
    shredOriginalsOnceSent: false,
    idleThresholdMinutes: 5,
    afterHoursQuestion: true,
    warnAtPercents: [75, 87.5, 93.75],
    requireDescription: true,
    descriptionTemplates: [],
    replyTemplates: { written: [], removed: [] },
    floatingWindow: 'when-hidden',
    warningSound: false,
    notifyNewTickets: true,
    notifyReplies: true,
    notifyEscalations: true,
    notifyTargets: true,
    notifyOutsideServiceHours: false,
    unansweredDays: DEFAULT_UNANSWERED_DAYS,
    targetLeadMinutes: 30,
    closesOnEves: false,
    closedDays: [],
    shortcuts: DEFAULT_SHORTCUTS,
  },
  accounts: [],
  currentAccountId: null,
  isOffline: false,
  practiceKey: '',
  windowBounds: null,
  lastRegion: null,
  floatingPlace: null,
  knowsClosingHides: false,
};

/** Each setting that can be read, over the defaults. */
function readSettings(raw: unknown): Settings {
  const whole = settingsSchema.safeParse(raw);
  return whole.success ? whole.data : readEachSetting(raw);
}

/** What a start does for a file of another version, or a broken one: reading value by value takes many times as long. */
function readEachSetting(raw: unknown): Settings {
  const given = z.record(z.string(), z.unknown()).catch({}).parse(raw);
  let settings = defaults.settings;
  const keepIfReadable = (changed: object) => {
    const tried = settingsSchema.safeParse({ ...settings, ...changed });
    if (tried.success) settings = tried.data;
  };
  for (const [name, value] of Object.entries(given)) {
    if (name !== 'shortcuts') keepIfReadable({ [name]: value });
  }
  const shortcuts = z.record(z.string(), z.unknown()).catch({}).parse(given['shortcuts']);
  for (const [action, keys] of Object.entries(shortcuts)) {
    if (action in settings.shortcuts) keepIfReadable({ shortcuts: { ...settings.shortcuts, [action]: keys } });
  }
  return settings;
}

/** Each account that can be read: a broken one must not hide what was recorded for the others. */
function readAccounts(raw: unknown): PortalAccount[] {
  const given = z.array(z.unknown()).catch([]).parse(raw);
  return given.flatMap((account) => portalAccountSchema.safeParse(account).data ?? []);
}

export interface SettingsStore {
  read(): Stored;
  write(changes: Partial<Stored>): Stored;
}

/**
 * Settings in one file of the app's own folder. What cannot be read (written by hand, cut by a full disk) falls back to
 * its default, value by value; recorded time is never kept here.
 */
export function createSettingsStore(folder: string): SettingsStore {
  const store = new Store<Record<string, unknown>>({ cwd: folder, name: 'settings', clearInvalidConfig: true });

  function readFile(): Stored {
    const raw = store.store;
    const pick = <Key extends keyof Stored>(key: Key): Stored[Key] => {
      const parsed = storedSchema.shape[key].safeParse(raw[key]);
      return parsed.success ? (parsed.data as Stored[Key]) : defaults[key];
    };
    return {
      settings: readSettings(raw['settings']),
      accounts: readAccounts(raw['accounts']),
      currentAccountId: pick('currentAccountId'),
      isOffline: pick('isOffline'),
      practiceKey: pick('practiceKey'),
      windowBounds: pick('windowBounds'),
      lastRegion: pick('lastRegion'),
      floatingPlace: pick('floatingPlace'),
      knowsClosingHides: pick('knowsClosingHides'),
    };
  }

  // Nobody else writes the file while the app runs, and what is asked at every beat is not read from a disk.
  let kept = readFile();

  function write(changes: Partial<Stored>): Stored {
    const next = { ...kept, ...changes };
    store.set(next);
    kept = next;
    return next;
  }

  if (kept.practiceKey === '') write({ practiceKey: randomBytes(20).toString('hex') });
  return { read: () => kept, write };
}
