import { TARGET_NAMES } from '@core/sla/targets';
import type { AttainmentView } from '@ipc/requests/reports';
import { BarChart } from '@mantine/charts';
import '@mantine/charts/styles.layer.css';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../ui/use-format';
import { attainmentBars } from './attainment-table';

/** Every target has a colour of its own, and the legend its name. */
const COLORS = {
  assignment: 'petrol.5',
  'assignment-at-latest': 'blue.4',
  'first-line': 'violet.4',
  'second-line': 'yellow.5',
  all: 'gray.5',
} as const;

/** The goal of most targets; the table has that of each. */
const USUAL_GOAL_PERCENT = 80;

/** Attained per cent of each target, month by month, beside the goal. The table below has the same figures. */
export function AttainmentChart({ attained }: { readonly attained: readonly AttainmentView[] }) {
  const { t } = useTranslation('reports');
  const format = useFormat();
  const shown = TARGET_NAMES.filter((name) => attained.some(({ target, count }) => target === name && count > 0));
  if (shown.length === 0) return null;
  return (
    <div aria-hidden>
      <BarChart
        h={240}
        data={attainmentBars(attained, format)}
        dataKey="month"
        series={shown.map((name) => ({ name, label: t(`attainment.target.${name}`), color: COLORS[name] }))}
        withLegend
        unit=" %"
        yAxisProps={{ domain: [0, 100] }}
        referenceLines={[
          { y: USUAL_GOAL_PERCENT, label: t('attainment.goal', { percent: USUAL_GOAL_PERCENT }), color: 'red.5' },
        ]}
        maxBarWidth={28}
        barChartProps={{ accessibilityLayer: false }}
        barProps={{ isAnimationActive: false }}
        tooltipAnimationDuration={0}
      />
    </div>
  );
}
