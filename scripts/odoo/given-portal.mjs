/** An Odoo somebody runs already, named by environment variables. */

const variables = {
  url: 'FYRA_ODOO_URL',
  consultant: 'FYRA_ODOO_API_KEY',
  colleague: 'FYRA_ODOO_COLLEAGUE_API_KEY',
  admin: 'FYRA_ODOO_ADMIN_API_KEY',
};

/** The server the environment names, or undefined when it names none. */
export function givenPortal(environment = process.env) {
  if (!environment[variables.url]) return undefined;
  const missing = Object.values(variables).filter((name) => !environment[name]);
  if (missing.length > 0) {
    throw new Error(`${variables.url} names an Odoo to test against, but ${missing.join(', ')} must be set as well.`);
  }
  return {
    url: environment[variables.url].replace(/\/+$/, ''),
    database: environment.FYRA_ODOO_DATABASE || undefined,
    logins: {
      consultant: { apiKey: environment[variables.consultant] },
      colleague: { apiKey: environment[variables.colleague] },
      admin: { apiKey: environment[variables.admin] },
    },
    close: async () => undefined,
  };
}
