import type { LineView } from '@ipc/timesheet-views';
import { memo } from 'react';
import { classNames } from '../../../ui/class-names';
import { SyncIcon } from '../../../ui/SyncMark';
import type { AxisBlock } from '../axis-layout';
import { formatWorked, useLineWords } from '../line-words';
import { VerdictIcon } from '../VerdictIcon';
import { acrossDay } from './across-day';
import styles from './LineBlock.module.css';

const cx = classNames(styles);

/** Beside another block there is no room for sentences. */
const NARROW_PERCENT = 50;

interface LineBlockProps {
  readonly line: LineView;
  readonly block: AxisBlock;
  /** How many rows of words there is room for. */
  readonly rows: number;
  /** A later stretch of a line whose first one is the button. */
  readonly isContinued: boolean;
  readonly isChosen: boolean;
  readonly isTabStop: boolean;
}

/** One stretch of a line on the axis. The first stretch is the line's button; the others belong to it. */
export const LineBlock = memo(function LineBlock(props: LineBlockProps) {
  const { line, block, rows, isContinued, isChosen, isTabStop } = props;
  const words = useLineWords();
  const name = words.whole(line);
  const style = {
    top: `${block.topPercent}%`,
    height: `${block.heightPercent}%`,
    ...acrossDay(block),
  };
  const className = cx(
    'block',
    line.verdict,
    isContinued && 'continued',
    block.isOnTop && 'onTop',
    isChosen && 'chosen',
  );
  const inside = (
    <>
      <span className={cx('time')} style={{ height: `${block.timeShare * 100}%` }}>
        {block.heldShare > 0 && <span className={cx('held')} style={{ height: `${block.heldShare * 100}%` }} />}
      </span>
      <span className={cx('words')}>
        <span className={cx('first')}>
          <VerdictIcon verdict={line.verdict} />
          <span className={cx('clip')}>
            <strong>{words.subject(line)}</strong>
            <span className={cx('rest')}>
              {rows === 1 ? ` ${formatWorked(line.workedSeconds)}` : ` ${line.ticketTitle ?? ''}`}
            </span>
          </span>
          <span className={cx('sync')} data-sync={line.sync}>
            <SyncIcon state={line.sync} />
          </span>
        </span>{' '}
        {rows > 1 && (
          <span className={cx('clip')}>
            {words.hours(line)} · {formatWorked(line.workedSeconds)}
          </span>
        )}{' '}
        {rows > 2 && block.widthPercent > NARROW_PERCENT && (
          <span className={cx('more')} style={{ WebkitLineClamp: rows - 2 }}>
            {line.description}
          </span>
        )}{' '}
        <span className={cx('unseen')}>{words.unseen(line)}</span>
      </span>
    </>
  );
  if (isContinued) {
    return (
      <div className={className} style={style} title={name} data-line-id={line.id} aria-hidden>
        {inside}
      </div>
    );
  }
  return (
    <button
      type="button"
      className={className}
      style={style}
      title={name}
      aria-pressed={isChosen}
      tabIndex={isTabStop ? 0 : -1}
      data-line-id={line.id}
      data-verdict={line.verdict}
      data-held={line.heldSeconds > 0}
    >
      {inside}
    </button>
  );
});
