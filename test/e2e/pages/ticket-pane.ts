import type { Locator, Page } from '@playwright/test';

/** The open ticket on the right. */
export class TicketPane {
  constructor(private readonly window: Page) {}

  pane(): Locator {
    return this.window.getByTestId('ticket-pane');
  }

  heading(title: string): Locator {
    return this.pane().getByRole('heading', { name: title });
  }

  stage(): Locator {
    return this.pane().getByTestId('stage');
  }

  async moveTo(stage: string): Promise<void> {
    await this.stage().click();
    await this.window.getByRole('menuitemradio', { name: stage, exact: true }).click();
  }

  star(): Locator {
    return this.pane().getByRole('button', { name: 'Star', exact: true });
  }

  assignee(): Locator {
    return this.pane().getByTestId('assignee');
  }

  async handOver(colleague: string, note: string): Promise<void> {
    await this.assignee().click();
    await this.window.getByRole('menuitem', { name: 'Hand over …' }).click();
    const dialog = this.window.getByRole('dialog', { name: /^Hand over / });
    await dialog.getByRole('combobox', { name: 'Colleague' }).fill(colleague);
    await this.window.getByRole('option', { name: colleague }).click();
    await dialog.getByRole('textbox', { name: 'What they need to know' }).fill(note);
    await dialog.getByRole('button', { name: 'Hand over' }).click();
    await dialog.waitFor({ state: 'detached' });
  }

  /** Splits or merges, from the menu in the header. */
  async linkMenu(choice: 'Split off a part …' | 'Merge as a duplicate …'): Promise<void> {
    await this.pane().getByTestId('link-menu').click();
    await this.pane().page().getByRole('menuitem', { name: choice }).click();
  }

  async rename(title: string): Promise<void> {
    await this.pane().getByRole('button', { name: 'Change the title' }).click();
    const field = this.pane().getByRole('textbox', { name: 'Title' });
    await field.fill(title);
    await field.press('Enter');
  }

  async startTimer(): Promise<void> {
    await this.pane()
      .getByRole('button', { name: /^(Start|Resume) timer$/ })
      .click();
  }

  tabs(): Locator {
    return this.pane().getByRole('tab');
  }

  async showTab(name: 'Overview' | 'Time' | 'Messages' | 'Screens' | 'Coverage'): Promise<void> {
    await this.pane()
      .getByRole('tab', { name: new RegExp(`^${name}`) })
      .click();
  }

  meter(): Locator {
    return this.pane().getByTestId('four-hour-meter');
  }

  /** The part of the meter that is other people's time. */
  colleagues(): Locator {
    return this.pane().getByRole('listitem').filter({ hasText: 'Colleagues' });
  }

  /** The limit, where it comes from, what waits and what was decided. */
  limit(): Locator {
    return this.pane().getByTestId('limit-section');
  }

  unapproved(): Locator {
    return this.limit().getByTestId('unapproved');
  }

  decision(): Locator {
    return this.limit().getByTestId('limit-decision');
  }

  history(): Locator {
    return this.limit().getByRole('list', { name: 'Approvals and estimates' }).getByRole('listitem');
  }

  charge(): Locator {
    return this.pane().getByTestId('charge');
  }

  /** The lines that were judged so. */
  linesOfVerdict(verdict: string): Locator {
    return this.pane()
      .getByRole('row')
      .filter({ has: this.pane().page().getByRole('button', { name: verdict, exact: true }) });
  }

  message(text: string): Locator {
    return this.pane().getByRole('article').filter({ hasText: text });
  }

  /** What the menu beside the start button offers. */
  async earlierStarts(): Promise<Locator> {
    await this.pane().getByRole('button', { name: 'Work began earlier' }).click();
    return this.pane().page().getByRole('menuitem');
  }

  line(description: string): Locator {
    return this.pane().getByRole('row').filter({ hasText: description });
  }

  /** Describes the first line that waits for it. */
  async describeLine(description: string): Promise<void> {
    await this.pane().getByRole('button', { name: 'Describe' }).first().click();
    await this.pane().getByRole('textbox', { name: 'Description' }).fill(description);
    await this.pane().getByRole('button', { name: 'Save description' }).click();
  }

  attachments(): Locator {
    return this.pane().getByTestId('attachments');
  }

  attachment(name: string): Locator {
    return this.attachments().getByTestId('attachment').filter({ hasText: name });
  }

  screenDumps(): Locator {
    return this.pane().getByRole('list', { name: 'Screen dumps' }).getByRole('listitem');
  }

  /** The box that messages are written in. */
  compose(): Locator {
    return this.pane().getByRole('form', { name: 'Write' });
  }

  async writeToCustomer(): Promise<void> {
    await this.showTab('Messages');
    await this.compose().getByText('To the customer', { exact: true }).click();
  }

  async chooseTemplate(name: string): Promise<void> {
    await this.compose().getByRole('button', { name: 'Template' }).click();
    await this.pane().page().getByRole('menuitem', { name }).click();
  }

  async writeNote(text: string): Promise<void> {
    await this.showTab('Messages');
    await this.pane().getByText('Internal note', { exact: true }).first().click();
    await this.pane().getByRole('textbox').fill(text);
    await this.pane().getByRole('button', { name: 'Save note' }).click();
  }
}
