import { verdictSchema } from '@core/billing/kind-of-work';
import type { HoursReportView } from '@ipc/requests/reports';
import { BarChart } from '@mantine/charts';
import '@mantine/charts/styles.layer.css';
import { useTranslation } from 'react-i18next';
import { formatSpent } from '../../ui/format';
import { useFormat } from '../../ui/use-format';
import { hourTicks } from './hour-ticks';
import { type Grouping, type NamedHours, namedHours } from './report-tables';

/** More bars than that are not read one by one; the table has them all. */
const MOST_BARS = 12;
const BAR_HEIGHT_PX = 30;
const AXIS_HEIGHT_PX = 60;
const NAME_WIDTH_PX = 190;
const SECONDS_PER_HOUR = 3600;

/** Every verdict has a colour of its own, and the legend its name. */
const COLORS = {
  chargeable: 'petrol.5',
  included: 'blue.4',
  'always-separate': 'violet.4',
  'not-charged': 'gray.5',
  undecided: 'yellow.5',
} as const;

interface HoursChartProps {
  readonly report: HoursReportView;
  readonly grouping: Grouping;
}

/** Worked hours as bars, coloured by what the terms say of them. The table below says the same in figures. */
export function HoursChart({ report, grouping }: HoursChartProps) {
  const { t } = useTranslation(['reports', 'common']);
  const format = useFormat();
  const rows = namedHours(report, grouping, t, format);
  const isOverTime = grouping === 'time';
  const shown = isOverTime ? rows : rows.slice(0, MOST_BARS);
  const ticks = hourTicks(Math.max(0, ...shown.map(({ workedSeconds }) => workedSeconds)) / SECONDS_PER_HOUR);
  const hoursAxis = { ticks, domain: [0, ticks.at(-1) ?? 0] };
  const verdicts = verdictSchema.options.filter((verdict) => report.sum.secondsByVerdict[verdict] > 0);
  return (
    <div aria-hidden>
      <BarChart
        h={isOverTime ? 220 : AXIS_HEIGHT_PX + BAR_HEIGHT_PX * shown.length}
        data={shown.map(toBar)}
        dataKey="name"
        type="stacked"
        orientation={isOverTime ? 'horizontal' : 'vertical'}
        series={verdicts.map((verdict) => ({
          name: verdict,
          label: t(`common:verdict.${verdict}`),
          color: COLORS[verdict],
        }))}
        withLegend
        gridAxis={isOverTime ? 'x' : 'y'}
        valueFormatter={(hours) => formatSpent(hours * SECONDS_PER_HOUR)}
        {...(isOverTime ? { yAxisProps: hoursAxis } : { xAxisProps: hoursAxis, yAxisProps: { width: NAME_WIDTH_PX } })}
        maxBarWidth={36}
        barChartProps={{ accessibilityLayer: false }}
        barProps={{ isAnimationActive: false }}
        tooltipAnimationDuration={0}
      />
    </div>
  );
}

/** A bar in hours: the axis counts in them. */
function toBar({ name, secondsByVerdict }: NamedHours): Record<string, string | number> {
  const hours = Object.entries(secondsByVerdict).map(([verdict, seconds]) => [verdict, seconds / SECONDS_PER_HOUR]);
  return { name, ...Object.fromEntries(hours) };
}
