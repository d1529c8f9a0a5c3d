import { expressionsOf, type FlowGraph } from '@patchbay/shared/flows';
import {
  documentShape,
  driftOf,
  mergeShapes,
  shapeChanges,
  type PartShapes,
} from '@patchbay/shared/mapping';
import type { ProductionShapes } from '@patchbay/shared/runs';

import type { Query } from '#db';
import { findFlow } from '#flows';
import type { Ctx } from '#http';
import { loadVersion } from '#versions';

import { shapesOfRun } from './run-shapes.ts';

/** What is known of the payloads of a flow; `at` is when the last run that was looked at was made. */
export interface KnownShapes {
  versionId: string;
  runId: string;
  runs: number;
  usual: PartShapes;
  latest: PartShapes;
  at: number;
}

/** The usual shape is that of the first runs that were looked at. */
const LEARNED_FROM = 50;

interface Row {
  version_id: string;
  run_id: string;
  runs: number;
  usual: string;
  latest: string;
  at: number;
}

interface NewestRun {
  id: string;
  version_id: string;
  created_at: number;
  input: string;
}

/** Of runs that were not looked at yet, the newest are. */
const LOOKED_AT = 3;

/** What is known of a flow's payloads, the newest runs of its live version included. */
export async function readShapes(query: Query, flow: string): Promise<KnownShapes | undefined> {
  const [row] = await query<Row>('select * from payload_shape where flow_id = ?', [flow]);
  const runs = await query<NewestRun>(
    `select r.id, r.version_id, r.created_at, r.input from run r
     join flow f on f.id = r.flow_id and f.live_version_id = r.version_id
     where r.flow_id = ? and r.status in ('done', 'failed') and r.id > ?
     order by r.id desc limit ?`,
    [flow, row?.run_id ?? '', LOOKED_AT],
  );
  let now: KnownShapes | undefined = row && read(row);
  for (const run of runs.toReversed()) {
    const { graph } = await loadVersion(query, run.version_id);
    now = learn(now, { run, graph, parts: await shapesOfRun(query, run, graph) });
  }
  return now;
}

function read({ version_id: versionId, run_id: runId, runs, usual, latest, at }: Row): KnownShapes {
  return { versionId, runId, runs, usual: partsIn(usual), latest: partsIn(latest), at };
}

function partsIn(text: string): PartShapes {
  return JSON.parse(text) as PartShapes;
}

interface Looked {
  run: NewestRun;
  graph: FlowGraph;
  parts: PartShapes;
}

/**
 * What is known with one more run. Differences are learned at first, but never those that a mapping
 * of the flow feels: these stay until somebody says they are right, or publishes a new version.
 */
function learn(known: KnownShapes | undefined, { run, graph, parts }: Looked): KnownShapes {
  const newest = { versionId: run.version_id, runId: run.id, at: run.created_at };
  if (!known) return { ...newest, runs: 1, usual: parts, latest: parts };
  const latest = { ...known.latest, ...parts };
  if (known.versionId !== run.version_id)
    return { ...newest, runs: 1, usual: mergeParts(known.usual, known.latest), latest };
  const learns = known.runs < LEARNED_FROM && !isFelt(graph, known.usual, known.latest);
  const usual = learns ? mergeParts(known.usual, known.latest) : known.usual;
  return { ...newest, runs: known.runs + 1, usual: { ...parts, ...usual }, latest };
}

function isFelt(graph: FlowGraph, usual: PartShapes, latest: PartShapes): boolean {
  const changes = shapeChanges(documentShape(usual), documentShape(latest));
  if (changes.length === 0) return false;
  return Object.values(graph.nodes).some((node) =>
    expressionsOf(node).some(({ text }) => driftOf(text, changes).length > 0),
  );
}

function mergeParts(one: PartShapes, other: PartShapes): PartShapes {
  const merged = { ...one };
  for (const [part, shape] of Object.entries(other)) {
    const known = merged[part];
    merged[part] = known ? mergeShapes(known, shape) : shape;
  }
  return merged;
}

export async function keepShapes(query: Query, flow: string, known: KnownShapes): Promise<void> {
  const { versionId, runId, runs, usual, latest, at } = known;
  await query(
    `insert into payload_shape (flow_id, version_id, run_id, runs, usual, latest, at)
     values (?, ?, ?, ?, ?, ?, ?) on conflict (flow_id) do update set
     version_id = excluded.version_id, run_id = excluded.run_id, runs = excluded.runs,
     usual = excluded.usual, latest = excluded.latest, at = excluded.at`,
    [flow, versionId, runId, runs, JSON.stringify(usual), JSON.stringify(latest), at],
  );
}

export function viewShapes(known: KnownShapes | undefined): ProductionShapes {
  if (!known) return { usual: {}, latest: {} };
  const { usual, latest, runId: run, at } = known;
  return { usual, latest, run, at };
}

/** Somebody says that payloads are right as they come now. */
export async function acceptShapes(ctx: Ctx, flow: string): Promise<{ ok: true }> {
  await findFlow(ctx.em, flow);
  const known = await readShapes(ctx.query, flow);
  if (!known) return { ok: true };
  const { usual, latest } = known;
  await keepShapes(ctx.query, flow, { ...known, usual: mergeParts(usual, latest) });
  ctx.audit(`flow:${flow}`, { run: known.runId });
  return { ok: true };
}
