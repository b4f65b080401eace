const KEPT_ELEMENTS = new Set(
  'a abbr b blockquote br code dd div dl dt em h1 h2 h3 h4 h5 h6 hr i img li ol p pre s small span strong sub sup table tbody td th thead tr u ul'.split(
    ' ',
  ),
);
/** Not only the tags go, but what is between them. */
const DROPPED_WITH_CONTENT =
  /<(script|style|iframe|object|embed|template|noscript|title|head)\b[\s\S]*?(<\/\1\s*>|$)/gi;
const TAG = /<(\/?)([a-z][a-z0-9]*)((?:"[^"]*"|'[^']*'|[^'">])*)>/gi;
const ATTRIBUTE = /([a-z-]+)\s*=\s*("([^"]*)"|'([^']*)'|([^\s"'>]+))/gi;
const KEPT_ATTRIBUTES = new Set(['href', 'src', 'alt', 'title', 'colspan', 'rowspan']);

/** Shows text as it is, whatever signs it holds. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&#34;')
    .replaceAll("'", '&#39;');
}

/**
 * Takes everything out of HTML that could run or load something, as Odoo does with what people send. The window
 * sanitises again by its own rules; this only has to give it the same to work on.
 */
export function sanitiseHtml(html: string): string {
  const withoutComments = html.replace(/<!--[\s\S]*?(-->|$)/g, '');
  const withoutPrograms = withoutComments.replace(DROPPED_WITH_CONTENT, '');
  let result = '';
  let position = 0;
  for (const match of withoutPrograms.matchAll(TAG)) {
    result += escapeText(withoutPrograms.slice(position, match.index));
    result += keepTag(match[1] ?? '', (match[2] ?? '').toLowerCase(), match[3] ?? '');
    position = match.index + match[0].length;
  }
  return result + escapeText(withoutPrograms.slice(position));
}

function keepTag(slash: string, name: string, attributes: string): string {
  if (!KEPT_ELEMENTS.has(name)) return '';
  if (slash !== '') return `</${name}>`;
  const kept = [...attributes.matchAll(ATTRIBUTE)].flatMap((match) => {
    const attribute = (match[1] ?? '').toLowerCase();
    const value = match[3] ?? match[4] ?? match[5] ?? '';
    if (!KEPT_ATTRIBUTES.has(attribute)) return [];
    if ((attribute === 'href' || attribute === 'src') && !/^(https?:|mailto:|tel:|\/(?!\/)|#)/i.test(value.trim()))
      return [];
    return [` ${attribute}="${value.replaceAll('"', '&#34;').replaceAll('<', '&lt;')}"`];
  });
  return `<${name}${kept.join('')}>`;
}

/** Signs outside of tags: entities stay, a lone `<` must not open a tag. */
function escapeText(text: string): string {
  return text.replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
