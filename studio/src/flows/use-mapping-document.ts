import type { Json, JsonObject } from '@patchbay/shared/base';
import { loopOf, type FlowNode } from '@patchbay/shared/flows';
import { useAtomValue } from 'jotai';
import { useEffect, useMemo, useState } from 'react';

import { evaluateLocally } from '#lib';

import { graphAtom } from './canvas.atoms.ts';
import { sampleAtom } from './editor.atoms.ts';
import { chosenSampleAtom } from './mapping.atoms.ts';

/** The document a step's expressions are tried on: the chosen sample, in a loop with its first item. */
export function useMappingDocument(node: FlowNode): JsonObject {
  const last = useAtomValue(sampleAtom);
  const chosen = useAtomValue(chosenSampleAtom);
  return useWithItem(node, chosen?.document ?? last);
}

/** The same of a document that is given. */
export function useWithItem(node: FlowNode, document: JsonObject): JsonObject {
  const item = useFirstItem(node, document);
  return useMemo(
    () => (item === undefined || 'item' in document ? document : { item, index: 0, ...document }),
    [document, item],
  );
}

/** What the loop around a step would hand it first. */
function useFirstItem(node: FlowNode, document: JsonObject): Json | undefined {
  const graph = useAtomValue(graphAtom);
  const [item, setItem] = useState<Json>();
  const loop = graph.nodes[loopOf(graph, node) ?? ''];
  const list = loop?.kind === 'loop' ? loop.input : undefined;
  useEffect(() => {
    if (list === undefined) return undefined;
    let current = true;
    void evaluateLocally([list], document).then(([result]) => {
      const value = result?.ok ? result.value : undefined;
      if (current) setItem(Array.isArray(value) ? value[0] : value);
    });
    return () => {
      current = false;
    };
  }, [list, document]);
  return list === undefined ? undefined : item;
}
