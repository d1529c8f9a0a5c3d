import type { Payload } from '@patchbay/shared/base';
import { expressionsOf, isTrigger, type FlowGraph } from '@patchbay/shared/flows';
import { mergeShapes, referencesOf, shapeOfValue, type PartShapes } from '@patchbay/shared/mapping';
import type { RunEvent } from '@patchbay/shared/runs';

import type { Query } from '#db';

import { readEvents } from './follow-events.ts';
import { loadPayload } from './payloads.ts';

/** Passes of a loop that are looked at. */
const MOST_PASSES = 5;

/** Bytes of a value that lies aside and is fetched for a look; a larger one would cost too much. */
const MOST_BYTES = 4 * 1024 * 1024;

/** The shapes of what a run's expressions could read: its payload, and what its steps gave. */
export async function shapesOfRun(
  query: Query,
  run: { id: string; input: string },
  graph: FlowGraph,
): Promise<PartShapes> {
  const wanted = partsRead(graph);
  const parts: PartShapes = {};
  const put = async (part: string, payload: Payload): Promise<void> => {
    if (!wanted.has(part) || ('blob' in payload && payload.size > MOST_BYTES)) return;
    const shape = shapeOfValue(await loadPayload(query, run.id, payload));
    parts[part] = parts[part] ? mergeShapes(parts[part], shape) : shape;
  };
  await put('trigger', JSON.parse(run.input) as Payload);
  const passes = new Map<string, number>();
  for (const event of await readEvents(query, run.id, 0)) {
    const part = partOf(event, graph);
    if (event.type !== 'step.done' || part === undefined) continue;
    const seen = passes.get(part) ?? 0;
    passes.set(part, seen + 1);
    if (seen < MOST_PASSES) await put(part, event.output);
  }
  return parts;
}

function partOf(event: RunEvent, { nodes }: FlowGraph): string | undefined {
  const node = event.type === 'step.done' ? nodes[event.node] : undefined;
  return node && !isTrigger(node) ? `steps.${node.key}` : undefined;
}

const read = new WeakMap<FlowGraph, ReadonlySet<string>>();

/** Parts of the document that some expression of a graph reads. */
function partsRead(graph: FlowGraph): ReadonlySet<string> {
  const known = read.get(graph);
  if (known) return known;
  const all = Object.values(graph.nodes).flatMap((node) =>
    expressionsOf(node).map(({ text }) => referencesOf(text)),
  );
  const parts = new Set(all.flatMap(({ steps }) => [...steps].map((key) => `steps.${key}`)));
  if (all.some(({ whole, roots }) => whole || roots.has('trigger'))) parts.add('trigger');
  read.set(graph, parts);
  return parts;
}
