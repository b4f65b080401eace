import { agreementKindSchema } from '@core/billing/agreement';
import type { PreviewRowView, RowProblemView } from '@ipc/requests/imports';
import { useTranslation } from 'react-i18next';

/** The words for what becomes of a row. */
export function useImportWords() {
  const { t } = useTranslation(['imports', 'common']);

  const value = (field: PreviewRowView['changes'][number]['field'], text: string): string => {
    if (text === '') return t('imports:nothing');
    if (field !== 'agreement') return text;
    const kinds = text.split(',').flatMap((kind) => agreementKindSchema.options.filter((known) => known === kind));
    return kinds.map((kind) => t(`common:agreement.${kind}`)).join(', ');
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
