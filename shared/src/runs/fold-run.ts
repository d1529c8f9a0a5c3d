import type { RunEvent, RunEventOf } from './event.ts';
import { emptyRunView, type RunView, type StepView } from './view.ts';

type StepEvent = Extract<RunEvent, { step: string; node: string }>;

/**
 * Folds events into a view. Events at or below the view's `seq` are passed over, so a reconnect
 * may send some twice. The view given is not changed.
 */
export function foldRun(events: Iterable<RunEvent>, from: RunView = emptyRunView()): RunView {
  const view: RunView = { ...from, steps: { ...from.steps } };
  for (const event of events) {
    if (event.seq <= view.seq) continue;
    view.seq = event.seq;
    if ('node' in event) view.steps[event.step] = foldStep(stepOf(view, event.step), event);
    else foldWhole(view, event);
  }
  if (view.status === 'running' || view.status === 'waiting')
    view.status = isResting(view) ? 'waiting' : 'running';
  return view;
}

/** Whether all that is under way waits for its time; a loop does what the steps in it do. */
function isResting({ steps }: RunView): boolean {
  const open = Object.values(steps).filter(({ endedAt }) => endedAt === undefined);
  const around = new Set(open.map(({ id }) => id.split('.').slice(0, -2).join('.')));
  const inner = open.filter(({ id }) => !around.has(id));
  return inner.length > 0 && inner.every(({ status }) => status !== 'running');
}

/** Own names alone: a step may be called "constructor". */
function stepOf({ steps }: RunView, id: string): StepView | undefined {
  return Object.hasOwn(steps, id) ? steps[id] : undefined;
}

function foldWhole(view: RunView, event: Exclude<RunEvent, StepEvent>): void {
  switch (event.type) {
    case 'run.started':
      view.status = 'running';
      view.startedAt ??= event.at;
      view.worker = event.worker;
      return;
    case 'run.responded':
      view.response = event.response;
      return;
    case 'run.done':
      view.output = event.output;
      return end(view, 'done', event.at);
    case 'run.failed':
      view.problem = event.problem;
      view.failedStep = event.step;
      return end(view, 'failed', event.at);
    case 'run.cancelled':
      return end(view, 'cancelled', event.at);
    case 'run.quarantined':
      view.problem = event.problem;
      return end(view, 'quarantined', event.at);
  }
}

/** Steps that were under way when the run ended did not finish: say so. */
function end(view: RunView, status: RunView['status'], at: number): void {
  view.status = status;
  view.endedAt = at;
  for (const [id, step] of Object.entries(view.steps)) {
    if (step.status !== 'done' && step.status !== 'failed') {
      view.steps[id] = { ...step, status: 'cancelled', endedAt: at };
    }
  }
}

function foldStep(before: StepView | undefined, event: StepEvent): StepView {
  const step: StepView = before ?? {
    id: event.step,
    node: event.node,
    status: 'running',
    attempt: 1,
    startedAt: 'startedAt' in event ? event.startedAt : event.at,
    failures: [],
  };
  switch (event.type) {
    case 'step.started':
      return {
        ...step,
        status: 'running',
        attempt: event.attempt,
        input: event.input ?? step.input,
        paused: undefined,
      };
    case 'step.done':
      return {
        ...step,
        status: 'done',
        port: event.port,
        output: event.output,
        endedAt: event.at,
        paused: undefined,
      };
    case 'step.retrying':
      return { ...withFailure(step, event), status: 'retrying', until: event.dueAt };
    case 'step.failed':
      return {
        ...withFailure(step, event),
        status: 'failed',
        handled: event.handled,
        origin: event.origin,
        endedAt: event.at,
      };
    case 'step.waiting':
      return {
        ...step,
        status: 'waiting',
        until: event.until,
        child: event.child,
        paused: event.paused,
      };
  }
}

function withFailure(step: StepView, event: RunEventOf<'step.retrying' | 'step.failed'>): StepView {
  const { attempt, at, problem } = event;
  return { ...step, attempt, problem, failures: [...step.failures, { attempt, at, problem }] };
}
