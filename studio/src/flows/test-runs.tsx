import type { FlowNode } from '@patchbay/shared/flows';
import { loopOf } from '@patchbay/shared/flows';
import { useAtomValue } from 'jotai';
import { CircleDot, Play, Repeat1, SkipForward, StepForward } from 'lucide-react';
import { useState } from 'react';

import { Button, Input, Switch } from '#ui';

import { graphAtom } from './canvas.atoms.ts';
import { WhenDrawing } from './editor-read-only.tsx';
import { runIdAtom } from './editor.atoms.ts';
import { useTestStart } from './test-start.ts';
import { useChangeWorkbench } from './use-workbench.ts';
import { nodeStaleAtom, nodeStopAtom } from './workbench.atoms.ts';

/** Runs the draft around one step: up to it, from it, one item of its loop, step by step. */
export function TestRuns({ node }: { node: FlowNode }) {
  const base = useAtomValue(runIdAtom);
  const { start, busy } = useTestStart();
  const upTo = { until: node.id };
  return (
    <section aria-label="Run around this step" className="flex flex-col gap-2">
      <div className="flex flex-wrap gap-2">
        <Button
          size="sm"
          icon={<Play />}
          busy={busy}
          onClick={() =>
            void start({ script: upTo, base: base ? { run: base, node: node.id } : undefined })
          }
        >
          Run up to here
        </Button>
        <Button
          size="sm"
          icon={<SkipForward />}
          disabled={!base}
          onClick={() => base && void start({ base: { run: base, node: node.id, keep: 'all' } })}
        >
          Run from here
        </Button>
        <Button
          size="sm"
          icon={<StepForward />}
          onClick={() =>
            void start({
              script: { stepping: true },
              base: base ? { run: base, node: node.id } : undefined,
            })
          }
        >
          Step through
        </Button>
      </div>
      <p className="text-sm text-ink-3">
        {base
          ? 'Steps before it are taken from the run below, unless they are missing or stale.'
          : 'Without a run below, everything before it runs too.'}
      </p>
      <OneItem node={node} base={base} />
      <WhenDrawing>
        <BreakpointSwitch node={node} />
      </WhenDrawing>
      <StaleNote id={node.id} />
    </section>
  );
}

function OneItem({ node, base }: { node: FlowNode; base: string | undefined }) {
  const graph = useAtomValue(graphAtom);
  const { start, busy } = useTestStart();
  const [index, setIndex] = useState(0);
  const loop = node.kind === 'loop' ? node.id : loopOf(graph, node);
  if (loop === undefined) return null;
  const run = (): void =>
    void start({
      script: { until: node.id, only: { [loop]: index } },
      base: base ? { run: base, node: loop } : undefined,
    });
  return (
    <div className="flex items-center gap-2">
      <Button size="sm" icon={<Repeat1 />} busy={busy} onClick={run}>
        Run one item
      </Button>
      <label className="flex items-center gap-2 text-sm text-ink-2">
        index
        <Input
          size="sm"
          type="number"
          min={0}
          value={index}
          onChange={(event) => setIndex(Math.max(0, Math.trunc(event.target.valueAsNumber || 0)))}
          className="w-20"
        />
      </label>
    </div>
  );
}

function BreakpointSwitch({ node }: { node: FlowNode }) {
  const isSet = useAtomValue(nodeStopAtom(node.id));
  const { change } = useChangeWorkbench();
  return (
    <label className="flex items-center gap-2">
      <Switch
        aria-label="Stop test runs before this step"
        checked={isSet}
        onChange={(on) => change({ pins: {}, breakpoints: { [node.id]: on } })}
      />
      <CircleDot aria-hidden className="size-4 text-fail" />
      Stop test runs before this step
    </label>
  );
}

function StaleNote({ id }: { id: string }) {
  const reason = useAtomValue(nodeStaleAtom(id));
  if (!reason) return null;
  return (
    <p role="status" className="rounded-md bg-wait-soft px-3 py-1.5 text-sm text-wait">
      The result shown is stale. {reason}
    </p>
  );
}
