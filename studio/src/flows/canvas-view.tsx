import {
  Background,
  BackgroundVariant,
  MiniMap,
  ReactFlow,
  useStore,
  type ReactFlowProps,
} from '@xyflow/react';
import { useAtomValue, useSetAtom, useStore as useAtoms } from 'jotai';
import { useEffect } from 'react';

import { CanvasEdge } from './canvas-edge.tsx';
import { CanvasGroup, CanvasLoop } from './canvas-holder.tsx';
import { CanvasNode } from './canvas-node.tsx';
import { CanvasNote } from './canvas-note.tsx';
import { CanvasSprite } from './canvas-sprite.tsx';
import { edgesAtom, farAtom, graphAtom, nodeRunAtom, nodesAtom } from './canvas.atoms.ts';
import { GRID } from './node-geometry.ts';
import { KINDS } from './node-kinds.ts';
import type { CanvasEdge as Wire, CanvasNode as Box } from './to-xyflow.ts';

const NODE_TYPES = { card: CanvasNode, loop: CanvasLoop, group: CanvasGroup, note: CanvasNote };
const EDGE_TYPES = { wire: CanvasEdge };
/** From here on only what is in sight is in the page. */
export const MANY = 300;
const FAR = 0.5;
/** Each node is a rectangle of the map, and beyond this the map costs more than it shows. */
const MOST_IN_MAP = 1500;

interface CanvasViewProps extends ReactFlowProps<Box, Wire> {
  /** With how many nodes a map of the whole is worth its place. */
  mapFrom?: number;
}

/** The drawn graph: the same for editing and for looking at a run. */
export function CanvasView({ mapFrom = 4, children, ...rest }: CanvasViewProps) {
  const nodes = useAtomValue(nodesAtom);
  const edges = useAtomValue(edgesAtom);
  return (
    <>
      <CanvasSprite />
      <ReactFlow<Box, Wire>
        nodes={nodes}
        edges={edges}
        nodeTypes={NODE_TYPES}
        edgeTypes={EDGE_TYPES}
        onlyRenderVisibleElements={nodes.length > MANY}
        minZoom={0.05}
        maxZoom={2}
        snapToGrid
        snapGrid={[GRID, GRID]}
        nodesFocusable={false}
        edgesFocusable={false}
        disableKeyboardA11y
        deleteKeyCode={null}
        panActivationKeyCode={null}
        selectionKeyCode="Shift"
        multiSelectionKeyCode={['Meta', 'Control', 'Shift']}
        zoomOnDoubleClick={false}
        elevateNodesOnSelect={false}
        {...rest}
      >
        <Background
          variant={BackgroundVariant.Dots}
          gap={GRID}
          size={1.4}
          color="var(--color-line-strong)"
        />
        <FarWatcher />
        {nodes.length >= mapFrom && nodes.length <= MOST_IN_MAP && <CanvasMiniMap />}
        {children}
      </ReactFlow>
    </>
  );
}

/** Tells the cards when one looks from afar; a boolean, so they change once, not on every frame. */
function FarWatcher() {
  const far = useStore((state) => state.transform[2] < FAR);
  const setFar = useSetAtom(farAtom);
  useEffect(() => setFar(far), [far, setFar]);
  return null;
}

function CanvasMiniMap() {
  const store = useAtoms();
  const colorOf = ({ id }: Box): string => {
    const kind = store.get(graphAtom).nodes[id]?.kind;
    if (kind === 'loop' || kind === 'group') return 'var(--color-idle-soft)';
    const status = store.get(nodeRunAtom(id))?.status;
    if (status === 'failed') return 'var(--color-fail)';
    if (status === 'done') return 'var(--color-ok)';
    return kind && kind !== 'action' ? KINDS[kind].color : 'var(--color-control)';
  };
  return (
    <MiniMap
      pannable
      zoomable
      ariaLabel="Map of the whole flow"
      nodeColor={colorOf}
      nodeBorderRadius={12}
      maskColor="color-mix(in srgb, var(--color-ink) 8%, transparent)"
      style={{ width: 168, height: 112 }}
    />
  );
}
