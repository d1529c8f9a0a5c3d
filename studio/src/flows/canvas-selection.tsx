import { Panel } from '@xyflow/react';
import { useAtomValue } from 'jotai';
import {
  AlignCenterHorizontal,
  AlignCenterVertical,
  AlignEndHorizontal,
  AlignEndVertical,
  AlignHorizontalSpaceAround,
  AlignStartHorizontal,
  AlignStartVertical,
  AlignVerticalSpaceAround,
  Group,
  Trash2,
  Workflow,
  type LucideIcon,
} from 'lucide-react';

import { formatNumber } from '#lib';
import { IconButton } from '#ui';

import { selectedAtom } from './canvas.atoms.ts';
import * as command from './editor-commands.ts';
import { extractSelection } from './editor-extract.ts';
import { useEditor } from './editor-session.ts';
import { connectAtom } from './editor.atoms.ts';
import { ALIGNMENTS, type Alignment } from './graph-align.ts';

// lucide names an icon after its line: what stands along a vertical one has its left edges aligned.
const ICONS: Record<Alignment, LucideIcon> = {
  left: AlignStartVertical,
  center: AlignCenterVertical,
  right: AlignEndVertical,
  top: AlignStartHorizontal,
  middle: AlignCenterHorizontal,
  bottom: AlignEndHorizontal,
  row: AlignHorizontalSpaceAround,
  column: AlignVerticalSpaceAround,
};

/** What can be done with several selected nodes, above them all. */
export function CanvasSelection() {
  const editor = useEditor();
  const { nodes } = useAtomValue(selectedAtom);
  const isConnecting = useAtomValue(connectAtom) !== undefined;
  if (nodes.length < 2 || isConnecting) return null;
  return (
    <Panel position="top-center" className="m-3!">
      <div
        role="toolbar"
        aria-label="Selected nodes"
        className="flex items-center rounded-lg border border-line bg-panel p-0.5 shadow-card"
      >
        <span className="px-2 text-sm whitespace-nowrap text-ink-2 tabular-nums">
          {formatNumber(nodes.length)} selected
        </span>
        <Line />
        {(Object.keys(ALIGNMENTS) as Alignment[]).map((how) => {
          const Icon = ICONS[how];
          return (
            <IconButton
              key={how}
              label={ALIGNMENTS[how]}
              side="bottom"
              onClick={() => command.align(editor, how)}
            >
              <Icon />
            </IconButton>
          );
        })}
        <Line />
        <Deeds />
      </div>
    </Panel>
  );
}

function Deeds() {
  const editor = useEditor();
  return (
    <>
      <IconButton
        label="Group"
        shortcut="Mod+G"
        side="bottom"
        onClick={() => command.groupSelection(editor)}
      >
        <Group />
      </IconButton>
      <IconButton
        label="Move into a called flow"
        side="bottom"
        onClick={() => void extractSelection(editor)}
      >
        <Workflow />
      </IconButton>
      <IconButton
        label="Delete"
        shortcut="Delete"
        side="bottom"
        onClick={() => command.deleteSelection(editor)}
      >
        <Trash2 />
      </IconButton>
    </>
  );
}

function Line() {
  return <span aria-hidden className="mx-1 h-5 w-px bg-line" />;
}
