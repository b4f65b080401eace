import { Lexer, type MarkedToken, type Token, Tokenizer } from 'marked';
import { assertNever } from '../assert-never';
import { escapeHtml, formatMessageHtml } from './message-html';

/** How a picture of this app is named in what a person writes: `![words](picture:<its id>)`. */
const PICTURE_SCHEME = 'picture:';

/** Where a link may lead to. Everything else stays the text that was typed. */
const LINK = /^(?:https?:\/\/|mailto:|tel:)\S+$/i;

/** Nobody quotes or lists deeper than this; a text that does is taken as plain text. */
const DEEPEST = 20;

/** A heading in a letter stands below those of the page that it is read on. */
const HIGHEST_HEADING = 3;
const LOWEST_HEADING = 6;

/** Writes the HTML that stands for a picture; null for one that is unknown. `words` are plain text. */
export type PictureHtml = (id: string, words: string) => string | null;

/** Plain Markdown: HTML is text like any other, and nothing that was typed disappears. */
class PlainTokenizer extends Tokenizer {
  override html() {
    return undefined;
  }
  override tag() {
    return undefined;
  }
  /** A definition of a link would vanish from the text where nothing refers to it. */
  override def() {
    return undefined;
  }
  override table() {
    return undefined;
  }
}

/**
 * What a person wrote in Markdown as the HTML that is sent: paragraphs, line breaks, bold, italic, struck out, code, quotes,
 * lists, headings, rules and links to `http(s)`, `mailto` and `tel`. HTML in it is shown as it was typed, and so is what
 * leads anywhere else. A line break stays one. Pictures of this app become what `pictureHtml` says; those elsewhere become
 * links. Only the tags written here can come out of it.
 */
export function markdownToMessageHtml(markdown: string, pictureHtml: PictureHtml = () => null): string {
  const text = markdown.replaceAll('\r\n', '\n').trim();
  if (text === '') return '';
  if (isTooDeep(text)) return formatMessageHtml(text);
  const tokens = new Lexer({ gfm: true, breaks: true, tokenizer: new PlainTokenizer() }).lex(text);
  return writeAll(tokens, pictureHtml);
}

/** The pictures of this app that a text shows, in order, each once. */
export function picturesInMarkdown(markdown: string): readonly string[] {
  const ids = new Set<string>();
  markdownToMessageHtml(markdown, (id) => {
    ids.add(id);
    return '';
  });
  return [...ids];
}

/** How a picture of this app is written into a text. */
export function pictureMarkdown(id: string, words: string): string {
  return `![${words.replace(/[[\]\\\n]/g, ' ').trim()}](${PICTURE_SCHEME}${id})`;
}

/** Whether a line opens more levels than anybody means: each of them costs time and depth to read. */
function isTooDeep(text: string): boolean {
  return text.split('\n').some((line) => {
    const opening = /^(?:\s|>|[-*+]\s|\d{1,9}[.)]\s)*/.exec(line)?.[0] ?? '';
    return opening.replace(/[\s\d)]/g, '').length > DEEPEST;
  });
}

function writeAll(tokens: readonly Token[], pictureHtml: PictureHtml): string {
  return tokens.map((token) => write(token as MarkedToken, pictureHtml)).join('');
}

function write(token: MarkedToken, pictureHtml: PictureHtml): string {
  const inner = (tokens: readonly Token[] | undefined) => writeAll(tokens ?? [], pictureHtml);
  switch (token.type) {
    case 'space':
    case 'def':
      return '';
    case 'paragraph':
      return `<p>${inner(token.tokens)}</p>`;
    case 'heading': {
      const level = Math.min(token.depth + HIGHEST_HEADING - 1, LOWEST_HEADING);
      return `<h${level}>${inner(token.tokens)}</h${level}>`;
    }
    case 'blockquote':
      return `<blockquote>${inner(token.tokens)}</blockquote>`;
    case 'list': {
      const items = token.items.map((item) => `<li>${inner(item.tokens)}</li>`).join('');
      if (!token.ordered) return `<ul>${items}</ul>`;
      const start = token.start === 1 || token.start === '' ? '' : ` start="${token.start}"`;
      return `<ol${start}>${items}</ol>`;
    }
    case 'list_item':
      return inner(token.tokens);
    case 'checkbox':
      return token.checked ? '[x] ' : '[ ] ';
    case 'code':
      return `<pre>${escapeHtml(token.text)}</pre>`;
    case 'hr':
      return '<hr>';
    case 'strong':
      return `<strong>${inner(token.tokens)}</strong>`;
    case 'em':
      return `<em>${inner(token.tokens)}</em>`;
    case 'del':
      return `<s>${inner(token.tokens)}</s>`;
    case 'codespan':
      return `<code>${escapeHtml(token.text)}</code>`;
    case 'br':
      return '<br>';
    case 'link':
      return LINK.test(token.href)
        ? `<a href="${escapeHtml(token.href)}">${inner(token.tokens)}</a>`
        : escapeHtml(token.raw);
    case 'image':
      return writePicture(token, pictureHtml);
    case 'text':
      return token.tokens === undefined ? escapeHtml(token.text) : inner(token.tokens);
    case 'escape':
      return escapeHtml(token.text);
    case 'html':
    case 'table':
      return escapeHtml(token.raw);
    default:
      return assertNever(token);
  }
}

function writePicture({ href, text, raw }: { href: string; text: string; raw: string }, pictureHtml: PictureHtml) {
  if (href.startsWith(PICTURE_SCHEME)) {
    return pictureHtml(href.slice(PICTURE_SCHEME.length), text) ?? escapeHtml(raw);
  }
  return LINK.test(href)
    ? `<a href="${escapeHtml(href)}">${escapeHtml(text === '' ? href : text)}</a>`
    : escapeHtml(raw);
}
