import type { PortalBench } from './portal-bench';

/**
 * The Odoo that the environment names. Tests that need it are asked for by name, so an address that is missing is a
 * failure and not a reason to pass them over.
 */
export function odooBench(transport: PortalBench['transport']): PortalBench & { readonly adminApiKey: string } {
  const apiKey = variable('FYRA_ODOO_API_KEY');
  const colleagueApiKey = variable('FYRA_ODOO_COLLEAGUE_API_KEY');
  return {
    address: new URL(variable('FYRA_ODOO_URL')),
    database: process.env['FYRA_ODOO_DATABASE'] || null,
    apiKey,
    colleagueApiKey,
    adminApiKey: variable('FYRA_ODOO_ADMIN_API_KEY'),
    logins: {
      [apiKey]: variable('FYRA_ODOO_LOGIN'),
      [colleagueApiKey]: variable('FYRA_ODOO_COLLEAGUE_LOGIN'),
    },
    transport,
    readsColleaguesLines: false,
    stop: async () => undefined,
  };
}

function variable(name: string): string {
  const value = process.env[name];
  if (value === undefined || value === '') {
    throw new Error(
      `${name} is not set. Start a portal with "node scripts/odoo/bench.mjs" and take it from its output.`,
    );
  }
  return value;
}
