import {
  IconArrowUpRight,
  IconCircle,
  IconCircleNumber1,
  IconCrop,
  IconHighlight,
  IconLine,
  IconPointer,
  IconScribble,
  IconSquare,
  IconSquareFilled,
  IconTypography,
  IconZoomInArea,
  type Icon as TablerIcon,
} from '@tabler/icons-react';
import type { Tool } from './editor-state';

/** A tool as the toolbar shows it. In the editor its key goes before the window's. */
export interface ToolEntry {
  readonly tool: Tool;
  readonly key: string;
  readonly icon: TablerIcon;
}

/** The tools, with the key of each. */
export const TOOLS: readonly ToolEntry[] = [
  { tool: 'select', key: 'v', icon: IconPointer },
  { tool: 'arrow', key: 'a', icon: IconArrowUpRight },
  { tool: 'line', key: 'l', icon: IconLine },
  { tool: 'rectangle', key: 'b', icon: IconSquare },
  { tool: 'ellipse', key: 'o', icon: IconCircle },
  { tool: 'freehand', key: 'p', icon: IconScribble },
  { tool: 'marker', key: 'm', icon: IconHighlight },
  { tool: 'text', key: 't', icon: IconTypography },
  { tool: 'step', key: 'n', icon: IconCircleNumber1 },
  { tool: 'redaction', key: 'r', icon: IconSquareFilled },
  { tool: 'callout', key: 'g', icon: IconZoomInArea },
  { tool: 'crop', key: 'x', icon: IconCrop },
];
