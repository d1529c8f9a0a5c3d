import type { FlowGraph } from '@patchbay/shared/flows';
import type { RunView } from '@patchbay/shared/runs';
import { ReactFlowProvider } from '@xyflow/react';
import { createStore, Provider } from 'jotai';
import { useEffect, useState } from 'react';

import { CanvasNames } from './canvas-names.tsx';
import { CanvasView } from './canvas-view.tsx';
import { nodesAtom, readOnlyAtom, showGraph, showRun } from './canvas.atoms.ts';

/** It is shown whole in a small place, where a map of a few steps would only cover them. */
const MAP_FROM = 40;

interface RunCanvasProps {
  graph: FlowGraph;
  view?: RunView;
  /** Id of the node that is marked. */
  selected?: string;
  onSelect?: (node: string | undefined) => void;
  /** The trigger that started the run. */
  trigger?: string;
}

/** A graph to look at, lit up by a run; nothing can be moved. */
export function RunCanvas({ graph, view, selected, onSelect, trigger }: RunCanvasProps) {
  const [store] = useState(() => {
    const made = createStore();
    made.set(readOnlyAtom, true);
    showGraph(made, graph);
    return made;
  });
  useEffect(() => {
    showGraph(store, graph);
    showRun(store, view, trigger);
    store.set(nodesAtom, (nodes) =>
      nodes.map((n) =>
        n.selected === (n.id === selected) ? n : { ...n, selected: n.id === selected },
      ),
    );
  }, [store, graph, view, selected, trigger]);
  return (
    <Provider store={store}>
      <ReactFlowProvider>
        <CanvasNames graph={graph} />
        <CanvasView
          fitView
          mapFrom={MAP_FROM}
          fitViewOptions={{ padding: 0.15, maxZoom: 1 }}
          nodesDraggable={false}
          nodesConnectable={false}
          elementsSelectable={false}
          onNodeClick={(_, node) => onSelect?.(node.id)}
          onPaneClick={() => onSelect?.(undefined)}
          panOnScroll
        />
      </ReactFlowProvider>
    </Provider>
  );
}
