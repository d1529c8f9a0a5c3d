import { hasEnded } from '@patchbay/shared/runs';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';

import { RunCanvas } from '#flows';
import { useAtHome } from '#lib';
import { RemedyNote } from '#testing';
import {
  buttonClass,
  EmptyState,
  Loading,
  Page,
  Panel,
  ProblemNote,
  Tabs,
  type TabItem,
} from '#ui';

import { PayloadView } from './payload-view.tsx';
import { RunActions, useRetry } from './run-actions.tsx';
import { RunHead } from './run-head.tsx';
import { StepDetail } from './step-detail.tsx';
import { useRun, type LiveRun, type RunRecord } from './use-run.ts';
import { Waterfall } from './waterfall.tsx';

/** One run: the graph as it ran, its steps over time, the chosen step in full. */
export function RunPage() {
  const { runId } = useParams({ from: '/runs/$runId' });
  const run = useRun(runId);
  const isAtHome = useAtHome(run.record?.run.project);
  if (run.record && isAtHome) return <LoadedRun run={run} record={run.record} />;
  if (!run.problem) return <Loading what="the run" />;
  return (
    <Page title="Run">
      <ProblemNote
        problem={run.problem}
        onAgain={run.refetch}
        action={
          <Link to="/runs" className={buttonClass('secondary', 'sm')}>
            All runs
          </Link>
        }
      />
    </Page>
  );
}

function LoadedRun({ run, record }: { run: LiveRun; record: RunRecord }) {
  const { view, isLost } = run;
  const { problem = record.run.problem } = view;
  return (
    <main className="flex h-full min-w-0 flex-col">
      <RunHead record={record} view={view} actions={<RunActions record={record} view={view} />} />
      {isLost && (
        <p role="status" className="bg-wait-soft px-6 py-1 text-wait">
          The connection was cut. It is being opened again; the run goes on meanwhile.
        </p>
      )}
      {problem && !view.failedStep && (
        <div className="mx-6 mb-3">
          <RemedyNote problem={problem} context={{ flow: record.run.flowId }} />
        </div>
      )}
      <RunPanes view={view} record={record} />
    </main>
  );
}

type Pane = 'step' | 'payload' | 'result';

function RunPanes({ view, record }: { view: LiveRun['view']; record: RunRecord }) {
  const { step } = useSearch({ from: '/runs/$runId' });
  const navigate = useNavigate({ from: '/runs/$runId' });
  const [pane, setPane] = useState<Pane>('step');
  const { graph } = record;
  const selected = step ?? view.failedStep ?? Object.keys(view.steps)[0];
  const select = (next: string | undefined): void => {
    setPane('step');
    // The page stays the same: where its lists are scrolled to is for them to say.
    void navigate({ search: { step: next }, replace: true, resetScroll: false });
  };
  return (
    <div className="grid min-h-0 flex-1 grid-rows-[minmax(180px,5fr)_minmax(240px,6fr)] gap-3 px-6 pb-4">
      <div className="grid min-h-0 grid-cols-[3fr_2fr] gap-3">
        <section
          aria-label="The graph as it ran"
          className="min-h-0 overflow-hidden rounded-lg border border-line bg-canvas"
        >
          <RunCanvas
            graph={graph}
            view={view}
            trigger={record.run.triggerNode}
            selected={selected === undefined ? undefined : view.steps[selected]?.node}
            onSelect={(node) => select(node === undefined ? undefined : stepOf(view, node))}
          />
        </section>
        <section
          aria-label="Steps over time"
          className="min-h-0 overflow-hidden rounded-lg border border-line bg-panel"
        >
          <Waterfall graph={graph} view={view} selected={selected} onSelect={select} />
        </section>
      </div>
      <RunData view={view} record={record} step={selected} pane={pane} onPane={setPane} />
    </div>
  );
}

/** The step to show for a node: where it failed, else its last. */
function stepOf(view: LiveRun['view'], node: string): string | undefined {
  const steps = Object.values(view.steps).filter((step) => step.node === node);
  return (steps.find((step) => step.status === 'failed') ?? steps.at(-1))?.id;
}

interface RunDataProps {
  view: LiveRun['view'];
  record: RunRecord;
  step: string | undefined;
  pane: Pane;
  onPane: (pane: Pane) => void;
}

function RunData({ view, record, step, pane, onPane }: RunDataProps) {
  const runId = record.run.id;
  const retry = useRetry(runId);
  const result = view.output ?? view.response;
  // What is mended is the draft until it is published; a run of what is live takes the newest version.
  const mended = record.run.version === undefined ? 'draft' : 'newest';
  const isOver = hasEnded(view.status) && view.status !== 'done';
  const items: TabItem<Pane>[] = [
    {
      value: 'step',
      label: 'Step',
      content: (
        <StepDetail
          graph={record.graph}
          view={view}
          step={step}
          runId={runId}
          input={record.input}
          flowId={record.run.flowId}
          onAgain={isOver ? () => retry.start('failed', mended) : undefined}
        />
      ),
    },
    {
      value: 'payload',
      label: 'Started with',
      content: (
        <PayloadView
          runId={runId}
          payload={record.input}
          label="Payload"
          none="It was started without a payload."
          rootPath="trigger"
        />
      ),
    },
    {
      value: 'result',
      label: 'Result',
      content: result ? (
        <PayloadView runId={runId} payload={result} label="Result" none="" />
      ) : (
        <EmptyState title="No result">The run has not come to its end.</EmptyState>
      ),
    },
  ];
  return (
    <Panel flush className="min-h-0 overflow-hidden [&>div]:h-full">
      <Tabs<Pane>
        label="Data of the run"
        className="h-full"
        value={pane}
        onChange={onPane}
        items={items}
      />
    </Panel>
  );
}
