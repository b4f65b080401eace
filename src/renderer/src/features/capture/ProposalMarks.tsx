import type { PrivateText } from '@core/capture/private-texts';
import { Rect } from 'react-konva';

/** On every picture, in both themes: amber with a dark edge, unlike the frame of what is selected. */
const PROPOSED = '#f5b301';
const EDGE = '#1f2428';

interface ProposalMarksProps {
  readonly proposals: readonly PrivateText[];
  /** The one that is talked about. */
  readonly pointed: PrivateText | null;
  /** Window pixels per picture pixel. */
  readonly scale: number;
}

/** Where in the picture a redaction is proposed. It is never in what is saved. */
export function ProposalMarks({ proposals, pointed, scale }: ProposalMarksProps) {
  return proposals.map((proposal) => {
    const isPointed = proposal === pointed;
    const { x, y } = proposal.box;
    const key = `${proposal.kind} ${x} ${y}`;
    return [
      <Rect
        key={`${key} edge`}
        {...proposal.box}
        stroke={EDGE}
        strokeWidth={(isPointed ? 5 : 3) / scale}
        {...(isPointed ? { fill: 'rgba(245, 179, 1, 0.35)' } : {})}
      />,
      <Rect
        key={key}
        {...proposal.box}
        stroke={PROPOSED}
        strokeWidth={(isPointed ? 3 : 1.5) / scale}
        dash={[6 / scale, 3 / scale]}
      />,
    ];
  });
}
