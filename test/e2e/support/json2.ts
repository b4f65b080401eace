/** Asks a portal directly, beside the app: what does it really hold? */
export interface PortalAccess {
  readonly address: string;
  readonly database: string;
  readonly apiKey: string;
}

/** One JSON-2 call. Throws what the portal answered when it is no success. */
export async function json2(portal: PortalAccess, model: string, method: string, body: object): Promise<unknown> {
  const response = await fetch(new URL(`/json/2/${model}/${method}`, portal.address), {
    method: 'POST',
    headers: {
      authorization: `bearer ${portal.apiKey}`,
      'content-type': 'application/json',
      ...(portal.database === '' ? {} : { 'x-odoo-database': portal.database }),
    },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${model}/${method}: ${response.status} ${await response.text()}`);
  return response.json();
}
