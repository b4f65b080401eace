const replacements: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as it may stand between tags or in a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => replacements[character] ?? character);
}

/** What a person typed as simple paragraphs: an empty line begins a new one, a line break stays one. */
export function formatMessageHtml(text: string): string {
  return text
    .trim()
    .split(/\n\s*\n/)
    .filter((paragraph) => paragraph.trim() !== '')
    .map((paragraph) => `<p>${escapeHtml(paragraph.trim()).replaceAll('\n', '<br>')}</p>`)
    .join('');
}

/** Where a picture comes from, line by line: its title, and its address as a link where it is a web address. */
export function formatScreenshotSource({ title, address }: { title: string; address: string }): string[] {
  const isLink = /^https?:\/\//i.test(address);
  const escaped = escapeHtml(address);
  return [
    title === '' ? '' : `<strong>${escapeHtml(title)}</strong>`,
    address === '' ? '' : isLink ? `<a href="${escaped}">${escaped}</a>` : escaped,
  ].filter((line) => line !== '');
}

/** The words that go with a screen dump: the message, then the picture's title and its address. */
export function formatScreenshotMessageHtml(parts: { text: string; title: string; address: string }): string {
  const lines = formatScreenshotSource(parts);
  return `${formatMessageHtml(parts.text)}${lines.length === 0 ? '' : `<p>${lines.join('<br>')}</p>`}`;
}
