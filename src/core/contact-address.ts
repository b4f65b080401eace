/** A mail address as a link that opens the mail program; null for what is none. Nothing of it can add a field to the mail. */
export function mailLink(email: string): string | null {
  const address = email.trim();
  if (!/^[^\s@<>"'?&#%/\\:,;]+@[^\s@<>"'?&#%/\\:,;]+\.[^\s@<>"'?&#%/\\:,;.]+$/u.test(address)) return null;
  const [local = '', domain = ''] = address.split('@');
  return `mailto:${encodeURIComponent(local)}@${encodeURIComponent(domain)}`;
}

/** A telephone number as a link that calls it; null for what is none. Spaces, dashes and the (0) of `+46 (0)8` are dropped. */
export function telephoneLink(telephone: string): string | null {
  const dialled = telephone.replace(/\(0\)/g, '').replace(/[\s().\-–/]/gu, '');
  return /^\+?\d{3,20}$/.test(dialled) ? `tel:${dialled}` : null;
}
