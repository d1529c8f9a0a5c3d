import type { FlowGraph } from '@patchbay/shared/flows';
import { iterationOf } from '@patchbay/shared/runs';
import type { StepStatus, StepView } from '@patchbay/shared/runs';

import { formatNumber } from '#lib';

import type { Pass, RunTree } from './waterfall-tree.ts';

/** One line of the waterfall: a step, or a pass of a loop. */
export interface WaterfallRow {
  /** A step's id, or a pass's key. */
  key: string;
  title: string;
  /** `4` of the fourth pass, `2.4` where the loop around it is not shown. */
  pass?: string;
  depth: number;
  /** The line it stands below. */
  parent?: string;
  /** Which of its siblings it is, from 1, and how many they are. */
  place: [at: number, of: number];
  status: StepStatus;
  attempt: number;
  startedAt: number;
  endedAt?: number;
  /** Id of the step that is shown with it. */
  shows: string;
  /** Of a loop. */
  passes?: { all: number; failed: number };
  /** Of what can be opened. */
  isOpen?: boolean;
}

/** What the person opened and closed, by key; the rest is as it is by itself. */
export type Folding = ReadonlyMap<string, boolean>;

/** A loop with more passes is folded by itself; opened, it shows those that failed first. */
const FEW_PASSES = 10;

type Spot = Pick<WaterfallRow, 'depth' | 'parent' | 'place' | 'pass'>;

/** The lines that are open: steps in the order they began, below a loop its passes. */
export function waterfallRows(tree: RunTree, graph: FlowGraph, folding: Folding): WaterfallRow[] {
  const rows: WaterfallRow[] = [];
  const addSteps = (steps: StepView[], depth: number, parent?: string): void =>
    steps.forEach((step, i) => addStep(step, { depth, parent, place: [i + 1, steps.length] }));
  const addStep = (step: StepView, spot: Spot): void => {
    const passes = tree.passes.get(step.id);
    const row = stepRow(step, graph, spot);
    rows.push(row);
    if (!passes) return;
    const failed = passes.filter(({ status }) => status === 'failed');
    row.passes = { all: passes.length, failed: failed.length };
    row.isOpen = folding.get(row.key) ?? isFew(passes);
    if (row.isOpen) addPasses(isFew(passes) ? passes : failedFirst(passes), row);
  };
  const addPasses = (passes: Pass[], loop: WaterfallRow): void => {
    const isOneStep = bodySize(graph, loop.shows) <= 1;
    passes.forEach((pass, i) => {
      const spot: Spot = { depth: loop.depth + 1, parent: loop.key, place: [i + 1, passes.length] };
      const [only, ...more] = pass.steps;
      // The pass through a body of one step is that step: nothing is to be opened.
      if (isOneStep && only && more.length === 0)
        return addStep(only, { ...spot, pass: String(pass.index + 1) });
      const isOpen = folding.get(pass.key) ?? isFew(passes);
      rows.push({ ...passRow(pass), ...spot, isOpen });
      if (isOpen) addSteps(pass.steps, loop.depth + 2, pass.key);
    });
  };
  addSteps(tree.steps.get('') ?? [], 0);
  return rows;
}

function isFew(passes: Pass[]): boolean {
  return passes.length <= FEW_PASSES;
}

function failedFirst(passes: Pass[]): Pass[] {
  const { yes = [], no = [] } = Object.groupBy(passes, ({ status }) =>
    status === 'failed' ? 'yes' : 'no',
  );
  return [...yes, ...no];
}

/** How many nodes stand in the loop of a step. */
function bodySize({ nodes }: FlowGraph, loop: string): number {
  const node = loop.split('.').at(-1);
  return Object.values(nodes).filter(({ parent, kind }) => parent === node && kind !== 'note')
    .length;
}

function stepRow(step: StepView, { nodes }: FlowGraph, spot: Spot): WaterfallRow {
  const { id, node, status, attempt, startedAt, endedAt } = step;
  const title = nodes[node]?.title ?? node;
  // A run may hold a pass without its loop, as one that began in the middle of it does.
  const around = spot.depth === 0 ? iterationOf(id).map((index) => index + 1) : [];
  const pass = around.length > 0 ? around.join('.') : undefined;
  return { key: id, title, pass, status, attempt, startedAt, endedAt, shows: id, ...spot };
}

function passRow({ key, index, status, startedAt, endedAt, telling }: Pass) {
  const title = `Pass ${formatNumber(index + 1)}`;
  return { key, title, status, attempt: 1, startedAt, endedAt, shows: telling };
}
