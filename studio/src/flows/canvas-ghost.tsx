import type { FlowGraph } from '@patchbay/shared/flows';
import { getBezierPath, Position, ViewportPortal } from '@xyflow/react';
import { useAtomValue } from 'jotai';

import { graphAtom } from './canvas.atoms.ts';
import { connectAtom } from './editor.atoms.ts';
import { absoluteOf, handlesOf, seenAs, type Point } from './node-geometry.ts';

const SIDES = { left: Position.Left, right: Position.Right, bottom: Position.Bottom };

/** The wire that Enter would draw while one connects by keyboard. */
export function CanvasGhost() {
  const connecting = useAtomValue(connectAtom);
  const graph = useAtomValue(graphAtom);
  if (!connecting?.to) return null;
  const from = placeOf(graph, connecting.from, connecting.port);
  const to = placeOf(graph, connecting.to, 'in');
  if (!from || !to) return null;
  const [path] = getBezierPath({
    sourceX: from.x,
    sourceY: from.y,
    sourcePosition: from.side,
    targetX: to.x,
    targetY: to.y,
    targetPosition: to.side,
    curvature: 0.3,
  });
  return (
    <ViewportPortal>
      <svg aria-hidden className="pb-ghost">
        <path d={path} />
      </svg>
    </ViewportPortal>
  );
}

function placeOf(
  graph: FlowGraph,
  id: string,
  port: string,
): (Point & { side: Position }) | undefined {
  const hidden = graph.nodes[id];
  const node = hidden && seenAs(graph, hidden);
  const exit = node === hidden ? port : 'out';
  const handle = node && handlesOf(node).find((one) => one.id === exit);
  if (!node || !handle) return undefined;
  const corner = absoluteOf(graph, node);
  return { x: corner.x + handle.x, y: corner.y + handle.y, side: SIDES[handle.side] };
}
