import type { AttainmentView, HoursReportView, StandingReportView } from '@ipc/requests/reports';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../ui/use-format';
import { attainmentTable } from './attainment-table';
import { hoursTable, standingTables } from './report-tables';

/** The tables of all reports, as they are shown and exported. */
export function useReportTables(
  hours: HoursReportView | undefined,
  attained: readonly AttainmentView[] | undefined,
  standing: StandingReportView | undefined,
) {
  const { t } = useTranslation(['reports', 'common']);
  const format = useFormat();
  return useMemo(() => {
    const hoursTables =
      hours === undefined
        ? null
        : {
            time: hoursTable(hours, 'time', t, format),
            customer: hoursTable(hours, 'customer', t, format),
            kindOfWork: hoursTable(hours, 'kindOfWork', t, format),
            coverage: hoursTable(hours, 'coverage', t, format),
          };
    const attainment = attained === undefined ? null : attainmentTable(attained, t, format);
    const standingNow = standing === undefined ? [] : standingTables(standing, t, format);
    return {
      hours: hoursTables,
      attainment,
      standing: standingNow,
      /** Complete, or nothing. */
      all:
        hoursTables === null || attainment === null || standing === undefined
          ? []
          : [...Object.values(hoursTables), attainment, ...standingNow],
    };
  }, [hours, attained, standing, t, format]);
}
