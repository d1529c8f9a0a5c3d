import type { Json, JsonObject, Payload } from '@patchbay/shared/base';
import type { FlowGraph } from '@patchbay/shared/flows';
import {
  emptyRunView,
  foldRun,
  getPayload,
  getRun,
  hasEnded,
  type RunView,
} from '@patchbay/shared/runs';
import { useAtomValue } from 'jotai';
import { useEffect } from 'react';

import { call, followRun, queryClient, refresh, toProblem, type Problem } from '#lib';
import { toastProblem } from '#ui';

import { showRun } from './canvas.atoms.ts';
import type { Editor } from './editor-session.ts';
import {
  runGraphAtom,
  runIdAtom,
  runInputAtom,
  runLineAtom,
  runViewAtom,
  sampleAtom,
} from './editor.atoms.ts';
import { runPinsAtom } from './workbench.atoms.ts';

/** Follows the chosen run: its events light up the canvas, its values become samples. */
export function useLiveRun(editor: Editor): void {
  const run = useAtomValue(runIdAtom, { store: editor.store });
  useEffect(() => {
    if (!run) return reset(editor);
    const gone = new AbortController();
    let stop: (() => void) | undefined;
    reset(editor);
    load(editor, run, gone.signal).then(
      (end) => {
        if (gone.signal.aborted) end();
        else stop = end;
      },
      (error: unknown) => {
        if (!gone.signal.aborted) fail(editor, toProblem(error));
      },
    );
    return () => {
      gone.abort();
      stop?.();
    };
  }, [editor, run]);
}

function reset({ store }: Editor): void {
  store.set(runViewAtom, undefined);
  store.set(runLineAtom, undefined);
  showRun(store, undefined);
}

function fail(editor: Editor, problem: Problem): void {
  editor.store.set(runIdAtom, undefined);
  toastProblem(problem);
}

/** Shows what is known and follows the rest; returns how to stop. */
async function load(editor: Editor, run: string, signal: AbortSignal): Promise<() => void> {
  const { store } = editor;
  const record = await call(getRun, { params: { id: run } }, signal);
  let view = foldRun(record.events, emptyRunView());
  const show = (): void => {
    store.set(runViewAtom, view);
    showRun(store, view, record.run.triggerNode);
    if (!hasEnded(view.status)) return;
    store.set(sampleAtom, sampleOf(record.graph, view, record.input));
    if (holdsLarge(view, record.input)) addLarge().catch(() => undefined);
  };
  const addLarge = async (): Promise<void> => {
    const whole = await wholeSample(run, record.graph, { view, input: record.input });
    if (!signal.aborted) store.set(sampleAtom, whole);
  };
  store.set(runGraphAtom, record.graph);
  store.set(runInputAtom, record.input);
  store.set(runPinsAtom, record.pins);
  show();
  if (hasEnded(view.status)) {
    // It may have ended before we came to follow it.
    void refresh(queryClient, ['runs.list']);
    return () => undefined;
  }
  return followRun({
    run,
    after: view.seq,
    onEvents: (events) => {
      view = foldRun(events, view);
      show();
      if (hasEnded(view.status)) void refresh(queryClient, ['runs.list', 'flows.list']);
    },
    onState: (state) => store.set(runLineAtom, state),
  });
}

/** The document expressions of this run saw; of loops, the first item. */
export function sampleOf(graph: FlowGraph, view: RunView, input: Payload): JsonObject {
  const steps: JsonObject = {};
  for (const step of Object.values(view.steps)) {
    const key = graph.nodes[step.node]?.key;
    const value = valueOf(step.output);
    if (key && value !== undefined && !(key in steps)) steps[key] = value;
  }
  return { trigger: valueOf(input) ?? null, steps, vars: graph.vars as JsonObject };
}

/** The same with the values that are kept beside the journal, fetched. */
export async function wholeSample(
  run: string,
  graph: FlowGraph,
  { view, input }: { view: RunView; input: Payload },
): Promise<JsonObject> {
  const fetched = async (payload: Payload): Promise<Payload> =>
    'blob' in payload
      ? { value: await call(getPayload, { params: { id: run, blob: payload.blob } }) }
      : payload;
  const steps = await Promise.all(
    Object.entries(view.steps).map(async ([id, step]) => {
      const { output } = step;
      return [id, output ? { ...step, output: await fetched(output) } : step] as const;
    }),
  );
  return sampleOf(graph, { ...view, steps: Object.fromEntries(steps) }, await fetched(input));
}

function holdsLarge({ steps }: RunView, input: Payload): boolean {
  const outputs = Object.values(steps).map(({ output }) => output);
  return [input, ...outputs].some((payload) => payload && 'blob' in payload);
}

function valueOf(payload: Payload | undefined): Json | undefined {
  return payload && 'value' in payload ? payload.value : undefined;
}
