import type { TermsNumber } from './documents';
import type { TermsRow } from './row';
import type { Rule } from './rule';
import { RULES, type RuleName } from './rules';
import { SENTENCES_000 } from './sentences-000';
import { SENTENCES_001 } from './sentences-001';
import { SENTENCES_002 } from './sentences-002';
import { SENTENCES_003 } from './sentences-003';
import { SENTENCES_004 } from './sentences-004';

/** A document of the terms with what became of its sentences. */
export interface TermsPart {
  readonly number: TermsNumber;
  readonly title: string;
  readonly rows: readonly TermsRow[];
}

/** The five documents, in order. */
export const PARTS: readonly TermsPart[] = [
  { number: '000', title: 'How to get support, and article 5.1', rows: SENTENCES_000 },
  { number: '001', title: 'Using our support', rows: SENTENCES_001 },
  { number: '002', title: 'The older Swedish terms', rows: SENTENCES_002 },
  { number: '003', title: 'Odoo SA’s own support', rows: SENTENCES_003 },
  { number: '004', title: 'Maintenance and support', rows: SENTENCES_004 },
];

/** The rules that a row names; none where it gives a reason. */
export function rulesOfRow([, answer]: TermsRow): readonly RuleName[] {
  if (typeof answer === 'string') return [answer];
  return 'kind' in answer ? [] : answer;
}

const INTRODUCTION = `# Terms of service

Every sentence of the five documents that Fyra's rules come from, in order, with what has become of it. The documents are
in \`test/fixtures/terms\`; a number such as 001 is what their file names begin with. *Not applicable* says why a sentence
asks nothing of Fyra, and a dash in the last column that no screen uses the rule yet.

The page is written from the lists in \`test/main/docs/terms\` by \`vitest run test/main/docs --project main --update\`. The
tests there hold it to the documents both ways. Behind every rule stands a test, and in every run a piece of the rule's
code is turned into its opposite to see that test fail; the rows of the coverage tables are turned one by one.`;

const SIGNS_OF_MARKUP = /[*_`|<>[\]]/gu;

/** Text as it may stand in a cell, whatever mark-up it looks like. */
function cell(text: string): string {
  return text.replace(SIGNS_OF_MARKUP, (sign) => `\\${sign}`);
}

/** What {@link cell} was given. */
export function textOfCell(written: string): string {
  return written.replace(/\\([*_`|<>[\]])/gu, '$1');
}

function testCell({ test: { file, name } }: Rule): string {
  return `[${file.split('/').at(-1)}](../test/${file}): ${cell(name)}`;
}

/** Cells of one row. What a rule says may hold mark-up of its own. */
function writeRow(row: TermsRow): string {
  const [sentence, answer] = row;
  const rules = rulesOfRow(row).map((name): Rule => RULES[name]);
  const cells =
    typeof answer === 'object' && 'kind' in answer
      ? [`*not applicable:* ${cell(answer.text)}`, '–', '–']
      : [
          rules.map(({ says, code }) => `[${says}](../${code})`).join('<br>'),
          rules.map(testCell).join('<br>'),
          [...new Set(rules.map(({ screen }) => screen ?? '–'))].join('<br>'),
        ];
  return `| ${[cell(sentence), ...cells].join(' | ')} |`;
}

function writePart({ number, title, rows }: TermsPart): string {
  return [
    `## ${number}: ${title}`,
    '',
    '| sentence | rule | test | on screen |',
    '|---|---|---|---|',
    ...rows.map(writeRow),
  ].join('\n');
}

/** The whole of `docs/terms.md`. */
export function writeTermsPage(): string {
  return `${[INTRODUCTION, ...PARTS.map(writePart)].join('\n\n')}\n`;
}
