import type { FlowGraph } from '@patchbay/shared/flows';
import { cutGraph } from '@patchbay/shared/flows';
import type { RunScript } from '@patchbay/shared/runs';

import { planOf, type Plan } from '#engine';

import type { RunRow } from './run-rows.ts';

const parsed = new WeakMap<RunRow, RunScript>();

/** How this run departs from a real one; undefined for every run that is not a test. */
export function scriptOf(run: RunRow): RunScript | undefined {
  if (!run.script) return undefined;
  const known = parsed.get(run);
  if (known) return known;
  const script = JSON.parse(run.script) as RunScript;
  parsed.set(run, script);
  return script;
}

/** The plan of a run: the whole graph, or the part that leads to where a test ends. */
export function planFor(graph: FlowGraph, script: RunScript | undefined): Plan {
  return planOf(script?.until === undefined ? graph : cutGraph(graph, script.until));
}
