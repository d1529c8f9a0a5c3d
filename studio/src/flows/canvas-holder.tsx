import type { FlowNode, NodeOf } from '@patchbay/shared/flows';
import { NodeResizer } from '@xyflow/react';
import { useAtomValue } from 'jotai';
import { ChevronDown, ChevronRight } from 'lucide-react';
import { memo, useContext } from 'react';

import { cx, StatusGlyph } from '#ui';

import { CanvasHandles } from './canvas-handles.tsx';
import { CanvasIcon } from './canvas-icon.tsx';
import { CanvasMark, FailureChip } from './canvas-mark.tsx';
import { CanvasTitle } from './canvas-title.tsx';
import { useNodeWords } from './canvas-words.ts';
import {
  dropHolderAtom,
  farAtom,
  graphAtom,
  hidesSelectedAtom,
  insideRunAtom,
  nodeAtom,
  nodeRunAtom,
  readOnlyAtom,
} from './canvas.atoms.ts';
import { commit, EditorContext } from './editor-session.ts';
import { historyAtom } from './editor.atoms.ts';
import { resizeEdit } from './from-xyflow.ts';
import { foldEdit } from './graph-group.ts';
import { leastSize } from './graph-holders.ts';
import type { Rect } from './node-geometry.ts';

interface HolderProps {
  id: string;
  selected?: boolean;
}

/** A loop: a container whose body is drawn inside it. */
export const CanvasLoop = memo(function CanvasLoop({ id, selected = false }: HolderProps) {
  const node = useAtomValue(nodeAtom(id));
  const run = useAtomValue(nodeRunAtom(id));
  const dropping = useAtomValue(dropHolderAtom) === id;
  if (node?.kind !== 'loop') return null;
  return (
    <div
      className={cx('pb-holder pb-loop', selected && 'pb-selected', dropping && 'pb-dropping')}
      data-run={run?.status}
    >
      <HolderSize node={node} selected={selected} />
      <LoopHead node={node} />
      <CanvasHandles node={node} selected={selected} />
      <FailureChip id={id} />
    </div>
  );
});

function LoopHead({ node }: { node: NodeOf<'loop'> }) {
  const { line } = useNodeWords(node);
  const far = useAtomValue(farAtom);
  if (far) {
    return (
      <div className="pb-head">
        <CanvasIcon node={node} />
        <span className="pb-far-title flex-1">{node.title}</span>
      </div>
    );
  }
  return (
    <div className="pb-head">
      <CanvasIcon node={node} />
      <div className="min-w-0 flex-1">
        <CanvasTitle node={node} />
        <p className="truncate text-sm text-ink-3">{line}</p>
      </div>
      <CanvasMark node={node} />
      <span className="pr-2 text-sm text-ink-2">Done</span>
    </div>
  );
}

/** A group: nodes kept together; folded it is one card. */
export const CanvasGroup = memo(function CanvasGroup({ id, selected = false }: HolderProps) {
  const node = useAtomValue(nodeAtom(id));
  const dropping = useAtomValue(dropHolderAtom) === id;
  const far = useAtomValue(farAtom);
  const hides = useAtomValue(hidesSelectedAtom(id));
  const inside = useAtomValue(insideRunAtom(id));
  if (node?.kind !== 'group') return null;
  return (
    <div
      data-run={inside?.status}
      className={cx(
        'pb-holder pb-group',
        node.config.folded && 'pb-folded',
        (selected || hides) && 'pb-selected',
        dropping && 'pb-dropping',
      )}
    >
      {!node.config.folded && <HolderSize node={node} selected={selected} />}
      <div className="pb-head">
        <FoldButton node={node} />
        <div className="min-w-0 flex-1">
          {far ? (
            <p className="pb-far-title">{node.title}</p>
          ) : (
            <>
              <CanvasTitle node={node} />
              {node.config.folded && <Inside id={id} />}
            </>
          )}
        </div>
        {inside && <StatusGlyph status={inside.status} glyphOnly />}
      </div>
      <CanvasHandles node={node} selected={false} />
      {inside && !far && <FailureChip id={inside.node} />}
    </div>
  );
});

function Inside({ id }: { id: string }) {
  const graph = useAtomValue(graphAtom);
  const inside = Object.values(graph.nodes).filter((n) => n.parent === id).length;
  return <p className="text-sm text-ink-3">{inside} inside, folded away</p>;
}

function FoldButton({ node }: { node: NodeOf<'group'> }) {
  const editor = useContext(EditorContext);
  const isReadOnly = useAtomValue(readOnlyAtom);
  const { folded } = node.config;
  const Icon = folded ? ChevronRight : ChevronDown;
  const fold = (): void => {
    if (editor) commit(editor, foldEdit(editor.store.get(historyAtom).graph, node.id));
  };
  return (
    <button
      type="button"
      aria-label={folded ? 'Unfold group' : 'Fold group'}
      aria-expanded={!folded}
      disabled={!editor || isReadOnly}
      onClick={fold}
      className="nodrag flex size-6 items-center justify-center rounded-sm text-ink-2 hover:bg-hover"
    >
      <Icon aria-hidden className="size-4" />
    </button>
  );
}

/** Handles to resize with; a container never gets smaller than what it holds. */
export function HolderSize({ node, selected }: { node: FlowNode; selected: boolean }) {
  const editor = useContext(EditorContext);
  const readOnly = useAtomValue(readOnlyAtom);
  const graph = useAtomValue(graphAtom);
  if (!editor || readOnly) return null;
  const least = leastSize(graph, node.id);
  const end = (_: unknown, { x, y, width, height }: Rect): void =>
    commit(
      editor,
      resizeEdit(editor.store.get(historyAtom).graph, node.id, { x, y, width, height }),
    );
  return (
    <NodeResizer
      isVisible={selected}
      minWidth={least.width}
      minHeight={least.height}
      onResizeEnd={end}
    />
  );
}
