import type { Payload } from '@patchbay/shared/base';
import type { FlowGraph } from '@patchbay/shared/flows';
import type { RunView, StepView } from '@patchbay/shared/runs';

import { JsonView } from '#ui';

import { PayloadView } from './payload-view.tsx';
import { stepReads, type StepReads } from './step-reads.ts';

interface StepInputProps {
  graph: FlowGraph;
  view: RunView;
  step: StepView;
  runId: string;
  /** What the run was started with. */
  input: Payload | undefined;
}

/** What went into a step: its journaled input, else what its expressions read. */
export function StepInput({ graph, view, step, runId, input }: StepInputProps) {
  const reads = step.input ? undefined : stepReads({ graph, view, step, input });
  if (reads) return <WhatItRead reads={reads} />;
  return (
    <PayloadView
      runId={runId}
      payload={step.input}
      label="Input"
      none="Nothing was recorded: this step takes no input."
    />
  );
}

function WhatItRead({ reads }: { reads: StepReads }) {
  const isEmpty = Object.keys(reads.document).length === 0;
  return (
    <div className="flex h-full min-h-0 flex-col">
      <Expressions expressions={reads.expressions} />
      {reads.large.length > 0 && (
        <p className="border-b border-line px-3 py-1 text-sm text-ink-3">
          Too large to show beside it: {reads.large.join(', ')}. The step that made it has it.
        </p>
      )}
      <div className="min-h-0 flex-1">
        {isEmpty && reads.large.length === 0 ? (
          <p className="p-3 text-ink-3">It read nothing: the expression stands for itself.</p>
        ) : (
          <JsonView value={reads.document} label="What it read" />
        )}
      </div>
    </div>
  );
}

function Expressions({ expressions }: Pick<StepReads, 'expressions'>) {
  return (
    <dl
      aria-label="Expression"
      tabIndex={0}
      className="max-h-[40%] shrink-0 overflow-y-auto border-b border-line bg-canvas px-3 py-2"
    >
      {expressions.map(({ label, text }, i) => (
        <div key={`${i}`} className="pb-1 last:pb-0">
          <dt className="text-sm text-ink-3">{label ?? 'Expression'}</dt>
          <dd className="font-mono text-sm break-words whitespace-pre-wrap text-ink-2">{text}</dd>
        </div>
      ))}
    </dl>
  );
}
