import type { Page } from '@playwright/test';
import type { PortalAccess } from '../support/json2';

/** The first-run page. */
export class Welcome {
  constructor(private readonly window: Page) {}

  heading() {
    return this.window.getByRole('heading', { name: 'Welcome to Fyra' });
  }

  async startPractising(): Promise<void> {
    await this.window.getByRole('button', { name: 'Start practising' }).click();
  }

  /** Begins to work without a portal, under this name. */
  async workFromLists(userName: string): Promise<void> {
    await this.window.getByLabel('Your name').fill(userName);
    await this.window.getByRole('button', { name: 'Work from exported lists' }).click();
  }

  async fillIn({ address, database, apiKey }: PortalAccess): Promise<void> {
    await this.window.getByLabel('Address').fill(address);
    await this.window.getByLabel('Database (optional)').fill(database);
    await this.window.getByLabel('API key').fill(apiKey);
  }

  async test(): Promise<void> {
    await this.window.getByRole('button', { name: 'Test connection' }).click();
  }

  answer() {
    return this.window.getByText('The connection works');
  }

  connectButton() {
    return this.window.getByRole('button', { name: 'Connect', exact: true });
  }

  async chooseFileForKey(): Promise<void> {
    await this.window.getByRole('radio', { name: 'In a file only I can read' }).check();
  }

  /** Tests the connection and takes it into use. */
  async connect(portal: PortalAccess, { profile }: { profile?: string } = {}): Promise<void> {
    await this.fillIn(portal);
    await this.test();
    await this.answer().waitFor();
    if (profile !== undefined) await this.window.getByRole('radio', { name: profile }).check();
    await this.connectButton().click();
  }
}
