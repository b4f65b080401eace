import { BUILT_IN_TEMPLATES } from '@core/ticket/built-in-templates';
import { markdownToMessageHtml } from '@core/ticket/message-markdown';
import {
  fillTemplate,
  offeredTemplates,
  type TemplateChanges,
  type TemplateValues,
  unfilledFields,
  withBuiltIn,
  withoutTemplate,
  withTemplate,
} from '@core/ticket/reply-template';
import { replyTemplateSchema } from '@ipc/template-views';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { termsDocument } from '../terms';

const VALUES: TemplateValues = {
  customer: 'Nordanvik Möbler AB',
  contact: 'Anna',
  ticket: 'T-1',
  title: 'Fakturan',
  consultant: 'Maja Lindqvist',
  partner: '',
  worked: '2 h',
  limit: null,
};
const UNCHANGED: TemplateChanges = { written: [], removed: [] };
const OWN = { id: 'own', name: 'Eget', sv: 'Hej', en: 'Hello' };

describe('a template that is filled in', () => {
  it('says what is known of the ticket', () => {
    expect(fillTemplate('{customer}: {contact}, {Ticket}', VALUES)).toBe('Nordanvik Möbler AB: Anna, T-1');
  });

  it('leaves in its braces what is empty, not known, or no field at all', () => {
    const filled = fillTemplate('{contact} {partner} {limit} {datum} {constructor}', VALUES);
    expect(filled).toBe('Anna {partner} {limit} {datum} {constructor}');
    expect(unfilledFields(filled)).toEqual(['{partner}', '{limit}', '{datum}', '{constructor}']);
  });

  it('counts nothing as to be filled that is code', () => {
    expect(unfilledFields('`{name}` och\n```\n{dict}\n```\n{datum} {datum}')).toEqual(['{datum}']);
  });

  it('shows what is filled in as it is, whatever signs it has', () => {
    const written = fc.string({ unit: fc.constantFrom('*', '_', '`', '[', ']', '~', '{', '}', '\\', 'a', ' ', 'x') });
    fc.assert(
      fc.property(written, (title) => {
        const shown = title.replace(/\s+/g, ' ').trim();
        fc.pre(shown !== '');
        const filled = fillTemplate('{title}', { ...VALUES, title });
        expect(markdownToMessageHtml(`T ${filled} T`)).toBe(`<p>T ${shown} T</p>`);
        expect(unfilledFields(filled)).toEqual([]);
      }),
    );
  });
});

describe('the templates that are offered', () => {
  const ids = BUILT_IN_TEMPLATES.map(({ id }) => id);
  const idsOf = (changes: TemplateChanges) => offeredTemplates(BUILT_IN_TEMPLATES, changes, 'sv').map(({ id }) => id);

  it('are the built-in ones by their names in the language of the window', () => {
    expect(offeredTemplates(BUILT_IN_TEMPLATES, UNCHANGED, 'en')[1]).toMatchObject({
      name: 'Limited access',
      origin: 'built-in',
    });
    expect(idsOf(UNCHANGED)).toEqual(ids);
  });

  it('have one’s own last, and a changed one in its place', () => {
    const changed = { ...OWN, id: 'limited-access' };
    const changes = withTemplate(withTemplate(UNCHANGED, OWN), changed);
    const offered = offeredTemplates(BUILT_IN_TEMPLATES, changes, 'sv');
    expect(offered.map(({ id }) => id)).toEqual([...ids, 'own']);
    expect(offered[1]).toEqual({ ...changed, origin: 'changed' });
    expect(offered.at(-1)).toEqual({ ...OWN, origin: 'own' });
    expect(withBuiltIn(changes, 'limited-access')).toEqual({ written: [OWN], removed: [] });
  });

  it('replace one that is written again where it stands', () => {
    const other = { ...OWN, id: 'other' };
    const changes = withTemplate(withTemplate(withTemplate(UNCHANGED, OWN), other), { ...OWN, name: 'Nytt' });
    expect(changes.written).toEqual([{ ...OWN, name: 'Nytt' }, other]);
  });

  it('lose one that is removed, and have it again once it is restored', () => {
    const [first] = offeredTemplates(BUILT_IN_TEMPLATES, withTemplate(UNCHANGED, { ...OWN, id: ids[0] ?? '' }), 'sv');
    const gone = withoutTemplate(UNCHANGED, first ?? expect.fail());
    expect(idsOf(gone)).toEqual(ids.slice(1));
    expect(withBuiltIn(gone, ids[0] ?? '')).toEqual(UNCHANGED);
    expect(withoutTemplate(withTemplate(UNCHANGED, OWN), { ...OWN, origin: 'own' })).toEqual(UNCHANGED);
  });
});

describe('the built-in templates', () => {
  it.each(BUILT_IN_TEMPLATES)('$id can be kept, and names no firm of ours', (template) => {
    expect(replyTemplateSchema.safeParse({ ...template, name: template.name.sv }).success).toBe(true);
    expect(`${template.sv}${template.en}`).not.toMatch(/linserv/i);
  });

  it('limits access as the terms do', () => {
    const words = BUILT_IN_TEMPLATES.find(({ id }) => id === 'limited-access')?.en ?? '';
    const terms = termsDocument('000');
    for (const quoted of [
      'We will do our best to help diagnose the problem and guide you, but resolution may require action from your internal IT team or other providers.',
      'Client settings',
      'Peripheral hardware',
    ]) {
      expect(terms).toContain(quoted);
      expect(words.toLowerCase()).toContain(quoted.toLowerCase());
    }
  });

  it('confirms an escalation with what it can cost', () => {
    const quoted = 'scalated issues may attract overtime charges without further notification';
    expect(termsDocument('000')).toContain(quoted);
    expect(BUILT_IN_TEMPLATES.find(({ id }) => id === 'escalation')?.en).toContain(quoted);
  });
});
