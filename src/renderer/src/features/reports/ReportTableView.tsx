import { cellText, isFigure, type ReportCell, type ReportTable } from '@core/reports/report-document';
import { classNames } from '../../ui/class-names';
import styles from './ReportTableView.module.css';

const cx = classNames(styles);

/** A table of a report, as it is exported too. */
export function ReportTableView({ table }: { readonly table: ReportTable }) {
  const { title, columns, rows, sums } = table;
  const cellsOf = (cells: readonly ReportCell[]) =>
    columns.map(({ header, kind }, index) => ({
      header,
      text: cellText(cells[index] ?? null, kind),
      className: cx(isFigure(kind) && 'figure'),
    }));
  return (
    <div className={cx('scroll')}>
      <table className={cx('table')} aria-label={title}>
        <thead>
          <tr>
            {columns.map(({ header, kind }) => (
              <th key={header} scope="col" className={cx(isFigure(kind) && 'figure')}>
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells) => (
            <tr key={cells.join('\n')}>
              {cellsOf(cells).map(({ header, text, className }, index) =>
                index === 0 ? (
                  <th key={header} scope="row">
                    {text}
                  </th>
                ) : (
                  <td key={header} className={className}>
                    {text}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
        {sums !== null && (
          <tfoot>
            <tr>
              {cellsOf(sums).map(({ header, text, className }) => (
                <td key={header} className={className}>
                  {text}
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  );
}
