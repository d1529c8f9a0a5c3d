import type { JsonSchema } from '@patchbay/shared/catalog';
import { Ancestry, type FlowGraph, type FlowNode } from '@patchbay/shared/flows';
import type { PartKnowledge } from '@patchbay/shared/mapping';
import { useEffect, useRef, useState } from 'react';

import { inferApart } from '#lib';

/** What is known of a step's output without looking at its expression. */
type KnownOf = (step: FlowNode) => PartKnowledge;
type Inferred = ReadonlyMap<string, JsonSchema>;

const NONE: Inferred = new Map();

/**
 * The output schemas, by key, of the map steps nothing else is known of: what their expressions must
 * give. Worked out beside the page, from the first step on, because each may read those before it.
 */
export function useInferred(graph: FlowGraph, before: FlowNode[], known: KnownOf): Inferred {
  const [inferred, setInferred] = useState(NONE);
  // It changes with every edit; what matters of it are the steps before.
  const now = useRef(graph);
  useEffect(() => {
    now.current = graph;
  }, [graph]);
  useEffect(() => {
    let current = true;
    void inferAll(now.current, before, known).then((found) => {
      if (current) setInferred((old) => (isSame(old, found) ? old : found));
    });
    return () => {
      current = false;
    };
  }, [before, known]);
  return inferred;
}

async function inferAll(graph: FlowGraph, before: FlowNode[], known: KnownOf): Promise<Inferred> {
  const ancestry = new Ancestry(graph);
  const depth = ({ id }: FlowNode): number => ancestry.all(id).length;
  const steps: Record<string, PartKnowledge> = {};
  const found = new Map<string, JsonSchema>();
  for (const step of before.toSorted((a, b) => depth(a) - depth(b))) {
    const part = known(step);
    steps[step.key] = part;
    if (step.kind !== 'map' || part.schema || part.sample !== undefined) continue;
    const output = await inferApart(step.input, { document: { steps: { ...steps } } });
    if (!output || Object.keys(output).length === 0) continue;
    steps[step.key] = { schema: output };
    found.set(step.key, output);
  }
  return found;
}

function isSame(one: Inferred, other: Inferred): boolean {
  return JSON.stringify([...one]) === JSON.stringify([...other]);
}
