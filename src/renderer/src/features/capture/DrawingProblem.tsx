import type { ScreenshotView } from '@ipc/screenshot-views';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { classNames } from '../../ui/class-names';
import styles from './CaptureEditor.module.css';

const cx = classNames(styles);

/** Says why the marks of a draft are not shown, and what becomes of them. */
export function DrawingProblem({ problem }: { readonly problem: NonNullable<ScreenshotView['drawingProblem']> }) {
  const { t } = useTranslation('capture');
  return (
    <p className={cx('problem')} role="alert" data-testid="drawing-problem">
      <IconAlertTriangle size={16} stroke={1.75} aria-hidden />
      {t(`drawingProblem.${problem}`)}
    </p>
  );
}
