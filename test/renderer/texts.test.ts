import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { kindOfWorkSchema } from '@core/billing/kind-of-work';
import { describe, expect, it } from 'vitest';
import { kindOfWorkGroups } from '../../src/renderer/src/ui/kinds-of-work';

const FOLDER = resolve('src/renderer/src/app/locales');

type Texts = { readonly [key: string]: string | Texts };

function flatten(texts: Texts, prefix = ''): [string, string][] {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${prefix}${key}`, value] as [string, string]] : flatten(value, `${prefix}${key}.`),
  );
}

function read(language: string, file: string): Map<string, string> {
  return new Map(flatten(JSON.parse(readFileSync(resolve(FOLDER, language, file), 'utf8')) as Texts));
}

const placeholders = (text: string) => [...text.matchAll(/{{(\w+)}}/g)].map(([, name]) => name).sort();

const files = readdirSync(resolve(FOLDER, 'sv')).filter((name) => name.endsWith('.json'));

describe.each(files)('the texts in %s', (file) => {
  const swedish = read('sv', file);
  const english = read('en', file);

  it('have the same keys in both languages', () => {
    expect([...english.keys()].sort()).toEqual([...swedish.keys()].sort());
  });

  it('take the same values in both languages', () => {
    for (const [key, text] of swedish)
      expect([key, placeholders(english.get(key) ?? '')]).toEqual([key, placeholders(text)]);
  });

  it('are never empty', () => {
    for (const [key, text] of [...swedish, ...english]) expect([key, text.trim()]).not.toEqual([key, '']);
  });
});

describe('kinds of work', () => {
  it('are each offered once', () => {
    const offered = kindOfWorkGroups.flatMap(([, kinds]) => kinds);
    expect([...offered].sort()).toEqual([...kindOfWorkSchema.options].sort());
  });
});
