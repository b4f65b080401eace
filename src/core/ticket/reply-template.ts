import type { Language } from '../language';

/** What of a ticket a template can speak of. In the text each stands in braces: `{customer}`. */
export const TEMPLATE_FIELDS = [
  'customer',
  'contact',
  'ticket',
  'title',
  'consultant',
  'partner',
  'worked',
  'limit',
] as const;
export type TemplateField = (typeof TEMPLATE_FIELDS)[number];

/** A text that is written again and again, in both languages that customers are written to in. Markdown. */
export interface ReplyTemplate {
  readonly id: string;
  readonly name: string;
  readonly sv: string;
  readonly en: string;
}

/** One that comes with the app: its name is in the language of the window, not in the customer's. */
export interface BuiltInTemplate extends Omit<ReplyTemplate, 'name'> {
  readonly name: Readonly<Record<Language, string>>;
}

/** What a person did to the list: their own templates and their versions of built-in ones, and which of those are gone. */
export interface TemplateChanges {
  /** One with the id of a built-in template stands in its place. */
  readonly written: readonly ReplyTemplate[];
  /** Ids of built-in templates that are not offered. */
  readonly removed: readonly string[];
}

/** A template as it is offered. */
export interface OfferedTemplate extends ReplyTemplate {
  readonly origin: 'built-in' | 'changed' | 'own';
}

/** The templates that are offered: the built-in ones in their order as far as they are kept, then the person's own. */
export function offeredTemplates(
  builtIn: readonly BuiltInTemplate[],
  { written, removed }: TemplateChanges,
  language: Language,
): readonly OfferedTemplate[] {
  const builtInIds = new Set(builtIn.map(({ id }) => id));
  const kept = builtIn.filter(({ id }) => !removed.includes(id));
  return [
    ...kept.map((template): OfferedTemplate => {
      const changed = written.find(({ id }) => id === template.id);
      return changed
        ? { ...changed, origin: 'changed' }
        : { ...template, name: template.name[language], origin: 'built-in' };
    }),
    ...written.filter(({ id }) => !builtInIds.has(id)).map((template) => ({ ...template, origin: 'own' as const })),
  ];
}

/** Keeps a template; one of the same id is replaced where it stands. */
export function withTemplate({ written, removed }: TemplateChanges, template: ReplyTemplate): TemplateChanges {
  const isKnown = written.some(({ id }) => id === template.id);
  return {
    written: isKnown ? written.map((known) => (known.id === template.id ? template : known)) : [...written, template],
    removed: removed.filter((id) => id !== template.id),
  };
}

/** Takes a template out of what is offered. A version of a built-in one goes with it. */
export function withoutTemplate(
  { written, removed }: TemplateChanges,
  { id, origin }: OfferedTemplate,
): TemplateChanges {
  return {
    written: written.filter((template) => template.id !== id),
    removed: origin === 'own' ? removed : [...removed, id],
  };
}

/** Gives a built-in template its own words again. */
export function withBuiltIn({ written, removed }: TemplateChanges, builtInId: string): TemplateChanges {
  return {
    written: written.filter(({ id }) => id !== builtInId),
    removed: removed.filter((id) => id !== builtInId),
  };
}

/** What is known of a ticket for the fields of a template; null or empty: not known. */
export type TemplateValues = Readonly<Record<TemplateField, string | null>>;

const FIELD = /\{(\p{L}{1,30})\}/gu;
const CODE = /```[\s\S]*?```|`[^`\n]*`/g;

/**
 * The text with what is known filled in. A field that is not known stays in its braces, to be filled by hand. Signs that
 * Markdown would take for its own are kept from it in what is filled in.
 */
export function fillTemplate(text: string, values: TemplateValues): string {
  return text.replace(FIELD, (braced, name: string) => {
    const field = TEMPLATE_FIELDS.find((known) => known === name.toLowerCase());
    const value = field === undefined ? null : values[field]?.replace(/\s+/gu, ' ').trim();
    return value ? value.replace(/[\\`*_~[\]{}]/g, '\\$&') : braced;
  });
}

/** What in a text still waits to be filled in, each once, as it stands there: `{date}`. What is written as code does not. */
export function unfilledFields(text: string): readonly string[] {
  const words = text.replace(CODE, ' ').replace(/\\./g, ' ');
  return [...new Set(Array.from(words.matchAll(FIELD), ([braced]) => braced))];
}
