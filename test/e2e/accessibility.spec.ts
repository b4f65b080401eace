import { regionOfBrowser } from './support/annotate';
import { findings } from './support/axe';
import { LOOKS } from './support/looks';
import { openBrowser } from './support/real-browser';
import { expect, test } from './support/test';
import { aheadToAfternoon } from './support/working-day';

const MINUTE = 60_000;
const TICKET = 'Moms saknas på faktura INV/2026/00042';
const OTHER_TICKET = 'Kassan i butiken startar inte';

// Each looks at every view there is.
test.describe.configure({ timeout: 240_000 });

for (const { language, theme } of LOOKS) {
  test(`axe finds nothing on any view, ${theme}, ${language}`, async ({ launch, folder }) => {
    const fyra = await launch({ clockAheadMs: aheadToAfternoon() });
    await fyra.choose({ language, theme });
    const { window } = fyra;
    const expectClean = async (view: string) => expect(await findings(window), view).toEqual([]);
    const html = window.locator('html');
    await expect(html).toHaveAttribute('lang', language);
    await expect(html).toHaveAttribute('data-mantine-color-scheme', theme);
    await expectClean('first run');

    await fyra.practise();
    await expect(fyra.queue.rows().first()).toBeVisible();
    await expectClean('queue');
    await fyra.queue.open(TICKET);
    for (const tab of await fyra.ticket.tabs().all()) {
      await tab.click();
      await expect(tab).toHaveAttribute('aria-selected', 'true');
      await expectClean(`ticket: ${await tab.textContent()}`);
    }
    await fyra.openEarlierStarts();
    await expectClean('start from earlier');
    await window.keyboard.press('Escape');
    await fyra.startTimerOn(OTHER_TICKET);
    await fyra.startTimerOn(TICKET);
    await fyra.app.passTime(20 * MINUTE);
    await expect(fyra.warning()).toBeVisible();
    await expectClean('timer and warning');
    await fyra.app.hear('lock');
    await fyra.app.passTime(10 * MINUTE);
    await expect(fyra.timerBar.away()).toBeVisible();
    await expectClean('away');
    await fyra.app.hear('unlock');
    await expect(fyra.questions.answers()).toHaveCount(1);
    await expectClean('question');
    await fyra.app.passTime(55 * MINUTE);
    await fyra.openLimitDialog();
    for (const choice of await fyra.limitDialog.choices().all()) {
      await choice.click();
      await expect(choice).toHaveAttribute('aria-selected', 'true');
      await expectClean(`limit: ${await choice.textContent()}`);
    }
    await window.keyboard.press('Escape');
    await expect(fyra.limitDialog.dialog()).toBeHidden();
    await fyra.openStopDialog();
    await expectClean('stop');
    await window.keyboard.press('Escape');
    await expect(fyra.stopDialog.dialog()).toBeHidden();

    await fyra.writeLineOn(TICKET, await fyra.today(), 45 * 60);
    await fyra.goTo('/timesheet');
    await expect(fyra.timesheet.rows().filter({ hasText: /No description|Beskrivning saknas/ })).toHaveCount(1);
    await expectClean('timesheet: day');
    await window.keyboard.press('ArrowDown');
    await expectClean('timesheet: chosen line');
    await fyra.timesheet
      .view()
      .getByText(/^(Week|Vecka)$/)
      .click();
    await expectClean('timesheet: week');
    await window.keyboard.press('n');
    await expect(fyra.timesheet.form()).toBeVisible();
    await expectClean('timesheet: new line');
    await window.keyboard.press('Escape');
    await expect(fyra.timesheet.form()).toBeHidden();

    for (const path of ['/reports', '/sync', '/settings']) {
      await fyra.goTo(path);
      await expectClean(path);
    }
    await window
      .getByRole('navigation', { name: /^(Sections|Avsnitt)$/ })
      .getByRole('button', { name: 'Export' })
      .click();
    const reached = window.getByRole('heading', { name: 'Export' });
    await expect(reached).toBeFocused();
    await expect(reached).toBeInViewport();
    await expectClean('settings: a section of the index');
    for (const form of [/^(New price list|Ny prislista)$/, /^(Add support pack|Lägg till supportpaket)$/]) {
      await window.getByRole('button', { name: form }).click();
    }
    await expectClean('settings: price list and support pack');
    await fyra.goTo('/');
    await fyra.app.minimise();
    const floating = await fyra.floatingTimer();
    await expect(floating.window.locator('html')).toHaveAttribute('lang', language);
    await expect(floating.window.locator('html')).toHaveAttribute('data-mantine-color-scheme', theme);
    await expect(floating.meter()).toHaveAttribute('data-level', 'reached');
    await floating.openOthers();
    expect(await findings(floating.window), 'small window').toEqual([]);
    await fyra.app.restore();

    const browser = await openBrowser(folder);
    await fyra.openCapture();
    await expectClean('capture');
    const { from, to } = await regionOfBrowser();
    await fyra.captureDialog.takeRegion(from, to);
    await expect(fyra.captureEditor.canvas()).toBeVisible();
    await expectClean('editor');
    await browser.close();
  });
}
