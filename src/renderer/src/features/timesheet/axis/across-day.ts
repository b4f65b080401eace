import type { AxisBlock } from '../axis-layout';

/** Where a block stands across its day. A strip on the right stays free: overlaps are marked there. */
export function acrossDay({ leftPercent, widthPercent }: AxisBlock) {
  return {
    left: `calc((100% - var(--margin)) * ${leftPercent / 100})`,
    width: `calc((100% - var(--margin)) * ${widthPercent / 100})`,
  };
}
