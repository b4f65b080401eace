import { describePortalContract } from './contract';

// These tests are asked for by name, so an address that is missing is a failure and not a reason to pass them over.
describePortalContract('Odoo', async () => ({
  address: new URL(variable('FYRA_ODOO_URL')),
  database: process.env['FYRA_ODOO_DATABASE'] || null,
  apiKey: variable('FYRA_ODOO_API_KEY'),
  colleagueApiKey: variable('FYRA_ODOO_COLLEAGUE_API_KEY'),
  readsColleaguesLines: false,
  stop: async () => undefined,
}));

function variable(name: string): string {
  const value = process.env[name];
  if (value === undefined || value === '') {
    throw new Error(
      `${name} is not set. Start a portal with "node scripts/odoo/bench.mjs" and take it from its output.`,
    );
  }
  return value;
}
