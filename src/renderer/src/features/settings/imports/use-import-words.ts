import { agreementKindSchema } from '@core/billing/agreement';
import { termsVersionSchema } from '@core/billing/held-agreement';
import type { PreviewRowView, RowProblemView } from '@ipc/requests/imports';
import { useTranslation } from 'react-i18next';

/** Stands where an agreement is open on a side. */
const OPEN = '.';
const dateOf = (text: string) => (text === OPEN ? '' : text);

/** The words for what becomes of a row. */
export function useImportWords() {
  const { t } = useTranslation(['imports', 'common']);

  const value = (field: PreviewRowView['changes'][number]['field'], text: string): string => {
    if (text === '') return t('imports:nothing');
    if (field !== 'agreement') return text;
    return text.split(',').map(agreement).join(', ');
  };

  /** Kind, terms and dates, as a change of agreements tells them. */
  const agreement = (text: string): string => {
    const [kindText, termsText, from = OPEN, until = OPEN] = text.split(' ');
    const kind = agreementKindSchema.safeParse(kindText);
    const terms = termsVersionSchema.safeParse(termsText);
    if (!kind.success || !terms.success) return text;
    const dates =
      from === OPEN && until === OPEN ? [] : [t('imports:dates', { from: dateOf(from), until: dateOf(until) })];
    const under = terms.data === 'current' ? [] : [t(`common:terms.${terms.data}`)];
    const detail = [...dates, ...under].join(', ');
    const name = t(`common:agreement.${kind.data}`);
    return detail === '' ? name : `${name} (${detail})`;
  };

  return {
    change: ({ field, before, after }: PreviewRowView['changes'][number]): string =>
      t('imports:change', {
        field: t(`imports:field.${field}`),
        before: value(field, before),
        after: value(field, after),
      }),
    problem: (problem: RowProblemView): string => {
      switch (problem.kind) {
        case 'said-otherwise':
          return t('imports:problem.said-otherwise', { row: problem.row });
        case 'more-cells-than-headers':
          return t('imports:problem.more-cells-than-headers', { text: problem.text });
        default:
          return t(`imports:problem.${problem.kind}`, {
            field: t(`imports:field.${problem.field}`),
            text: problem.text,
          });
      }
    },
  };
}
