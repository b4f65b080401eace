import { fail, type Outcome, succeed } from '@core/outcome';

export type AddressFailure = 'address-invalid' | 'address-not-encrypted';

/**
 * Reads what a person typed as the address of a portal. Only `https` is accepted, and `http` for this computer itself:
 * the key travels with every request. A page's address pasted from a browser is cut down to its server, because Odoo
 * always lives at the root of one.
 *
 * @example checkPortalAddress('portal.furulund.example/odoo/project/5') // https://portal.furulund.example/
 */
export function checkPortalAddress(text: string): Outcome<URL, AddressFailure> {
  const trimmed = text.trim();
  // A bare host name is what people type; anything with a scheme is taken as it stands.
  const url = parseUrl(/^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`);
  if (url === null || url.hostname === '') return fail('address-invalid');
  // Credentials in an address would end up in windows and logs.
  if (url.username !== '' || url.password !== '') return fail('address-invalid');
  if (url.protocol === 'http:') {
    return isLoopbackHost(url.hostname) ? succeed(new URL(url.origin)) : fail('address-not-encrypted');
  }
  return url.protocol === 'https:' ? succeed(new URL(url.origin)) : fail('address-invalid');
}

/** Whether a host name, as `URL.hostname` writes it, is this computer and nothing else. */
function isLoopbackHost(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}

function parseUrl(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null;
}
