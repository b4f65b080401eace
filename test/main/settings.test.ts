import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEFAULT_SHORTCUTS } from '@core/shortcuts/shortcuts';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { SettingsStore } from '../../src/main/platform/settings';
import { makeFolder } from '../support/workbench';

// The settings' library asks Electron's package where Electron is, which would look for a download. It never runs it.
let openSettings: (folder: string) => SettingsStore;
beforeAll(async () => {
  vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', 'nowhere');
  openSettings = (await import('../../src/main/platform/settings')).createSettingsStore;
});
afterAll(() => {
  vi.unstubAllEnvs();
});

const DEFAULTS = {
  language: 'system',
  theme: 'system',
  partnerName: '',
  partnerEmail: '',
  partnerPhone: '',
  syncEveryMinutes: 5,
  captureHidesWorkbench: true,
  watchesClipboard: true,
  idleThresholdMinutes: 5,
  afterHoursQuestion: true,
  warnAtPercents: [75, 87.5, 93.75],
  requireDescription: true,
  shredOriginalsOnceSent: false,
  descriptionTemplates: [],
  replyTemplates: { written: [], removed: [] },
  floatingWindow: 'when-hidden',
  warningSound: false,
  notifyNewTickets: true,
  notifyReplies: true,
  notifyEscalations: true,
  notifyTargets: true,
  notifyOutsideServiceHours: false,
  unansweredDays: 7,
  targetLeadMinutes: 30,
  closesOnEves: false,
  closedDays: [],
  shortcuts: DEFAULT_SHORTCUTS,
};

const ACCOUNT = {
  id: 'odoo-0123456789abcdef',
  kind: 'odoo',
  ticketProfile: 'project-tasks',
  address: 'https://portal.example/',
  database: '',
  login: '',
  userId: 5,
  userName: 'Maja Lindqvist',
  serverVersion: '19.0',
  keepKey: 'keyring',
} as const;

const fileIn = (folder: string) => join(folder, 'settings.json');

/** A folder whose settings file holds this. */
function folderWith(content: string): string {
  const folder = makeFolder();
  writeFileSync(fileIn(folder), content);
  return folder;
}

describe('the settings', () => {
  it('are the defaults on a new computer, with a practice key of its own', () => {
    const [first, second] = [openSettings(makeFolder()).read(), openSettings(makeFolder()).read()];
    expect(first).toMatchObject({ settings: DEFAULTS, accounts: [], currentAccountId: null, isOffline: false });
    expect(first.practiceKey).toMatch(/^[0-9a-f]{40}$/);
    expect(second.practiceKey).not.toBe(first.practiceKey);
  });

  it('are there again at the next start', () => {
    const folder = makeFolder();
    const store = openSettings(folder);
    const written = store.write({ accounts: [ACCOUNT], currentAccountId: ACCOUNT.id, isOffline: true });
    expect(openSettings(folder).read()).toEqual(written);
  });

  it('keep the rest when one is changed', () => {
    const store = openSettings(makeFolder());
    store.write({ isOffline: true });
    store.write({ settings: { ...store.read().settings, theme: 'dark' } });
    expect(store.read()).toMatchObject({ isOffline: true, settings: { ...DEFAULTS, theme: 'dark' } });
  });
});

describe('a change that cannot be written', () => {
  it('is told of, and what was kept before holds', () => {
    const folder = makeFolder();
    const store = openSettings(folder);
    const before = store.write({ isOffline: true });
    // Nothing can be written into a folder that has become a file.
    rmSync(folder, { recursive: true });
    writeFileSync(folder, '');
    expect(() => store.write({ isOffline: false })).toThrow();
    expect(store.read()).toEqual(before);
  });
});

describe('a settings file that is broken', () => {
  it.each([
    ['cut short', '{"settings": {"theme": "da'],
    ['empty', ''],
    ['no object', '[1, 2, 3]'],
    ['no text', '\u0000\u0001'],
  ])('falls back to the defaults when it is %s', (_how, content) => {
    expect(openSettings(folderWith(content)).read()).toMatchObject({ settings: DEFAULTS, accounts: [] });
  });

  it.each([
    ['accounts', [{ ...ACCOUNT, id: '../../elsewhere' }], []],
    ['accounts', 'none', []],
    ['currentAccountId', 7, null],
    ['isOffline', 'yes', false],
    ['windowBounds', { x: 0.5, y: 0, width: 800, height: 600 }, null],
    ['floatingPlace', { x: 10 }, null],
    ['knowsClosingHides', 'no', false],
  ])('falls back for %s alone when that is %j', (key, value, fallback) => {
    const whole = {
      accounts: [ACCOUNT],
      currentAccountId: ACCOUNT.id,
      isOffline: true,
      practiceKey: 'k',
      windowBounds: null,
      floatingPlace: { x: 10, y: 20 },
      knowsClosingHides: true,
    };
    const store = openSettings(folderWith(JSON.stringify({ ...whole, [key]: value })));
    expect(store.read()).toMatchObject({ ...whole, [key]: fallback });
  });

  it('falls back for one setting alone when that is wrong', () => {
    const settings = { theme: 'dark', syncEveryMinutes: 100_000, partnerName: 'Furulund' };
    const store = openSettings(folderWith(JSON.stringify({ settings })));
    expect(store.read().settings).toEqual({ ...DEFAULTS, theme: 'dark', partnerName: 'Furulund' });
  });

  it.each([
    ['idleThresholdMinutes', 61],
    ['warnAtPercents', [93.75, 75]],
    ['warnAtPercents', [75, 75]],
    ['warnAtPercents', [100]],
    ['descriptionTemplates', Array(51).fill('Möte')],
    ['descriptionTemplates', ['']],
    ['replyTemplates', { written: [{ id: '../x', name: 'Hej', sv: '', en: '' }], removed: [] }],
    ['floatingWindow', 'sometimes'],
    ['shortcuts', 'none'],
  ])('keeps the default of %s rather than %j', (name, value) => {
    const store = openSettings(folderWith(JSON.stringify({ settings: { [name]: value } })));
    expect(store.read().settings).toEqual(DEFAULTS);
  });

  it('falls back for the keys of one action alone', () => {
    const shortcuts = { toggle: 'Alt+F9', stop: 7, explode: 'F10' };
    const store = openSettings(folderWith(JSON.stringify({ settings: { shortcuts } })));
    expect(store.read().settings.shortcuts).toEqual({ ...DEFAULT_SHORTCUTS, toggle: 'Alt+F9' });
  });

  it('gets what a newer app added as its default', () => {
    const store = openSettings(folderWith(JSON.stringify({ settings: { theme: 'light' } })));
    expect(store.read().settings).toEqual({ ...DEFAULTS, theme: 'light' });
  });

  it('loses one broken account, not the others', () => {
    const accounts = [ACCOUNT, { ...ACCOUNT, id: 'odoo-fedcba9876543210', userId: 'five' }];
    expect(openSettings(folderWith(JSON.stringify({ accounts }))).read().accounts).toEqual([ACCOUNT]);
  });

  it('keeps an account from before servers that ask for a login were spoken to', () => {
    const { login: _login, ...older } = ACCOUNT;
    const written = JSON.stringify({ accounts: [older] });
    expect(openSettings(folderWith(written)).read().accounts).toEqual([ACCOUNT]);
  });
});
