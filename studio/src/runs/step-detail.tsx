import type { Payload } from '@patchbay/shared/base';
import type { FlowGraph, FlowNode } from '@patchbay/shared/flows';
import { hasEnded, iterationOf, type RunView, type StepView } from '@patchbay/shared/runs';
import type { RemedyContext } from '@patchbay/shared/testing';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

import { count } from '#lib';
import { RemedyNote, SaveTest } from '#testing';
import { Badge, Duration, EmptyState, StatusGlyph, TimeAgo } from '#ui';

import { PayloadView } from './payload-view.tsx';
import { StepInput } from './step-input.tsx';

export interface StepDetailProps {
  graph: FlowGraph;
  view: RunView;
  /** Id of the step; without one it asks to choose. */
  step: string | undefined;
  runId: string;
  /** What the run was started with. */
  input: Payload | undefined;
  /** The flow, so that a remedy can lead to the step in it. */
  flowId?: string;
  /** Runs it again once what made it fail is mended. */
  onAgain?: () => void;
}

/** A step in full: status, every attempt, what went in beside what came out. */
export function StepDetail({ graph, view, step: id, runId, input, ...rest }: StepDetailProps) {
  const { flowId, onAgain } = rest;
  const step = id === undefined ? undefined : view.steps[id];
  if (!step) {
    return (
      <EmptyState title="Choose a step">
        Its input and output are shown here side by side.
      </EmptyState>
    );
  }
  const node = graph.nodes[step.node];
  return (
    <div key={step.id} className="flex h-full min-h-0 flex-col">
      <StepHead
        step={step}
        title={node?.title ?? step.node}
        save={
          hasEnded(view.status) &&
          isAction(node) !== undefined && (
            <SaveTest run={runId} step={step.id} isAction={isAction(node)} />
          )
        }
      />
      <Attempts step={step} context={contextOf(graph, step, flowId)} onAgain={onAgain} />
      <div className="grid min-h-0 flex-1 grid-cols-2 divide-x divide-line">
        <StepInput graph={graph} view={view} step={step} runId={runId} input={input} />
        <PayloadView
          runId={runId}
          payload={step.output}
          label="Output"
          none={noOutput(step)}
          rootPath={node ? `steps.${node.key}` : undefined}
        />
      </div>
    </div>
  );
}

function contextOf(graph: FlowGraph, step: StepView, flow?: string): RemedyContext {
  const node = graph.nodes[step.node];
  const connection = node?.kind === 'action' ? node.config.connection : undefined;
  return { flow, node: step.node, connection };
}

function noOutput(step: StepView): string {
  if (step.status === 'failed') return 'It failed, so nothing came out.';
  if (step.status === 'cancelled') return 'The run ended before anything came out.';
  return 'Nothing has come out yet.';
}

/** Whether the step calls an action; undefined for what cannot be tested alone. */
function isAction(node: FlowNode | undefined): boolean | undefined {
  if (!node || !('input' in node)) return undefined;
  return node.kind === 'action' && node.config.connection !== undefined;
}

interface StepHeadProps {
  step: StepView;
  title: string;
  save: ReactNode;
}

function StepHead({ step, title, save }: StepHeadProps) {
  const pass = iterationOf(step.id).map((index) => index + 1);
  return (
    <div className="flex min-h-9 shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-b border-line px-3 py-1">
      <h2 className="min-w-0 truncate font-semibold">{title}</h2>
      {pass.length > 0 && <Note>{`pass ${pass.join('.')}`}</Note>}
      <StatusGlyph status={step.status} />
      <Note>
        <Duration from={step.startedAt} to={step.endedAt} />
      </Note>
      <Note>
        <TimeAgo at={step.startedAt} />
      </Note>
      {step.port && step.port !== 'out' && <Badge>{`left by “${step.port}”`}</Badge>}
      {step.handled && <Badge tone="wait">went on by the error port</Badge>}
      {step.until !== undefined && isResting(step) && (
        <Note>
          goes on <TimeAgo at={step.until} />
        </Note>
      )}
      {step.child && (
        <Link
          to="/runs/$runId"
          params={{ runId: step.child }}
          className="text-accent hover:underline"
        >
          Open the run it called
        </Link>
      )}
      <span className="flex-1" />
      {save}
    </div>
  );
}

function isResting({ status }: StepView): boolean {
  return status === 'waiting' || status === 'retrying';
}

function Note({ children }: { children: ReactNode }) {
  return <span className="text-sm text-ink-3">{children}</span>;
}

interface AttemptsProps {
  step: StepView;
  context: RemedyContext;
  onAgain?: () => void;
}

/** The failed tries before the last, and the last Problem in full. */
function Attempts({ step, context, onAgain }: AttemptsProps) {
  const { failures } = step;
  const last = failures.at(-1);
  if (!last) return null;
  return (
    <div className="max-h-48 shrink-0 overflow-y-auto border-b border-line p-2">
      <RemedyNote
        problem={last.problem}
        context={context}
        onAgain={step.status === 'failed' ? onAgain : undefined}
        tone={step.status === 'done' ? 'wait' : 'fail'}
      />
      {failures.length > 1 && (
        <details className="mt-2 px-1">
          <summary className="text-sm text-ink-2">
            {count(failures.length, 'failed attempt')}
          </summary>
          <ol className="mt-1 flex flex-col gap-1">
            {failures.map((failure) => (
              <li key={failure.attempt} className="flex gap-3 text-sm text-ink-2">
                <span className="w-18 shrink-0">{`Attempt ${failure.attempt}`}</span>
                <span className="w-20 shrink-0 text-ink-3">
                  <TimeAgo at={failure.at} />
                </span>
                <span className="min-w-0 break-words">{failure.problem.message}</span>
              </li>
            ))}
          </ol>
        </details>
      )}
    </div>
  );
}
