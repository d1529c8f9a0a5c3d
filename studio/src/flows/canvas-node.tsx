import type { FlowNode } from '@patchbay/shared/flows';
import { useAtomValue } from 'jotai';
import { memo } from 'react';

import { cx } from '#ui';

import { CanvasBenchMark } from './canvas-bench-mark.tsx';
import { CanvasHandles } from './canvas-handles.tsx';
import { CanvasIcon } from './canvas-icon.tsx';
import { CanvasMark, FailureChip } from './canvas-mark.tsx';
import { CanvasTitle } from './canvas-title.tsx';
import { useNodeWords } from './canvas-words.ts';
import { farAtom, nodeAtom, nodeProblemsAtom, nodeRunAtom } from './canvas.atoms.ts';
import { labelledPorts, PORT_ROW } from './node-geometry.ts';

interface CanvasNodeProps {
  id: string;
  selected?: boolean;
}

/** A step on the canvas. Reads its own atoms, so that only it is drawn anew when it changes. */
export const CanvasNode = memo(function CanvasNode({ id, selected = false }: CanvasNodeProps) {
  const node = useAtomValue(nodeAtom(id));
  const far = useAtomValue(farAtom);
  if (!node) return null;
  return far ? (
    <FarCard node={node} selected={selected} />
  ) : (
    <Card node={node} selected={selected} />
  );
});

interface CardProps {
  node: FlowNode;
  selected: boolean;
}

function Card({ node, selected }: CardProps) {
  const run = useAtomValue(nodeRunAtom(node.id));
  const problems = useAtomValue(nodeProblemsAtom(node.id));
  const { line, wrong } = useNodeWords(node);
  return (
    <div
      className={cx('pb-card', selected && 'pb-selected', (problems || wrong) && 'pb-warned')}
      data-run={run?.status}
    >
      <div className="flex h-16 items-center gap-2.5 pr-2.5 pl-3">
        <CanvasIcon node={node} />
        <div className="min-w-0 flex-1">
          <CanvasTitle node={node} />
          <p className={cx('truncate text-sm', wrong ? 'text-fail' : 'text-ink-3')}>
            {wrong ?? line}
          </p>
        </div>
        <CanvasMark node={node} />
      </div>
      <PortRows node={node} />
      <CanvasHandles node={node} selected={selected} />
      <FailureChip id={node.id} />
      <CanvasBenchMark id={node.id} />
    </div>
  );
}

/** The names of several exits, each beside its handle. */
function PortRows({ node }: { node: FlowNode }) {
  const ports = labelledPorts(node);
  if (ports.length === 0) return null;
  return (
    <ul className="border-t border-line">
      {ports.map((port) => (
        <li
          key={port.id}
          className="truncate pr-4 pl-3 text-right text-sm text-ink-2"
          style={{ height: PORT_ROW, lineHeight: `${PORT_ROW}px` }}
        >
          {port.label || 'Unnamed case'}
        </li>
      ))}
    </ul>
  );
}

/** Seen from afar only icon and title matter, and a thousand of them must stay light. */
function FarCard({ node, selected }: CardProps) {
  const run = useAtomValue(nodeRunAtom(node.id));
  return (
    <div className={cx('pb-card pb-far', selected && 'pb-selected')} data-run={run?.status}>
      <CanvasIcon node={node} />
      <span className="pb-far-title">{node.title}</span>
      <CanvasHandles node={node} selected={false} />
    </div>
  );
}
