import { isObject, parseJson, type Json, type JsonObject } from '@patchbay/shared/base';
import { triggersOf, type FlowNode } from '@patchbay/shared/flows';
import {
  foldRun,
  getRun,
  listCaptures,
  listRuns,
  type Capture,
  type RunSummary,
} from '@patchbay/shared/runs';
import type { TestCase } from '@patchbay/shared/testing';
import { useQueries } from '@tanstack/react-query';
import { useAtom, useAtomValue } from 'jotai';
import { useState } from 'react';

import { CodeEditor } from '#form';
import { call, formatAgo, toProblem, useEndpoint } from '#lib';
import { madeUpSample, type SourceRoot } from '#mapping';
import { Button, Dialog, Select, statusLook, toastProblem, type Choice } from '#ui';

import { graphAtom } from './canvas.atoms.ts';
import { useEditor } from './editor-session.ts';
import { sampleAtom } from './editor.atoms.ts';
import { sampleOfCase, useCases } from './mapping-sample-cases.ts';
import { chosenSampleAtom } from './mapping.atoms.ts';
import { captureWords } from './start-captures.tsx';
import { wholeSample } from './use-live-run.ts';

interface MappingSampleProps {
  node: FlowNode;
  roots: readonly SourceRoot[];
}

const LAST = 'last';
const TYPED = 'typed';
const CASE = 'case:';
const MADE_UP = 'made-up';
const RUNS_OFFERED = 8;

/** On which data the mapping is tried: a run, a test's, a captured request's, typed, or made up. */
export function MappingSample({ roots }: MappingSampleProps) {
  const editor = useEditor();
  const last = useAtomValue(sampleAtom);
  const [chosen, setChosen] = useAtom(chosenSampleAtom);
  const [typing, setTyping] = useState(false);
  const { items: runs = [] } =
    useEndpoint(listRuns, { query: { flow: editor.flowId, limit: RUNS_OFFERED } }).data ?? {};
  const captures = useCaptures();
  const cases = useCases();
  const graph = useAtomValue(graphAtom);
  const document = chosen?.document ?? last;
  const take = async (id: string): Promise<void> => {
    if (id === LAST) return setChosen(undefined);
    if (id === TYPED) return setTyping(true);
    if (id === MADE_UP) return setChosen({ id, document: madeUp(roots) });
    const test = cases.find((one) => CASE + one.id === id);
    if (test) return setChosen({ id, document: sampleOfCase(test, last, graph) });
    const capture = captures.find((one) => one.id === id);
    const found = capture ? { ...last, trigger: capture.payload as Json } : await documentOfRun(id);
    setChosen({ id, document: found });
  };
  const choices = choicesOf({ runs, captures, cases });
  return (
    <>
      <span className="shrink-0 text-sm text-ink-3">Sample</span>
      <span className="w-52">
        <Select
          aria-label="Sample"
          choices={choices}
          value={chosen?.id ?? LAST}
          onChange={(id) => void take(id).catch((error: unknown) => toastProblem(toProblem(error)))}
        />
      </span>
      <Button size="sm" variant="ghost" onClick={() => setTyping(true)}>
        Edit
      </Button>
      {typing && (
        <TypedSample
          document={document}
          onClose={() => setTyping(false)}
          onTake={(next) => {
            setChosen({ id: TYPED, document: next });
            setTyping(false);
          }}
        />
      )}
    </>
  );
}

interface Samples {
  runs: RunSummary[];
  captures: Capture[];
  cases: TestCase[];
}

function choicesOf({ runs, captures, cases }: Samples): Choice[] {
  return [
    { value: LAST, label: 'Last run' },
    ...runs.map(({ id, createdAt, status }) => ({
      value: id,
      label: `Run ${formatAgo(createdAt)}`,
      hint: statusLook(status).word,
    })),
    ...captures.map(({ id, at, payload }) => ({
      value: id,
      label: `Captured ${formatAgo(at)}`,
      hint: captureWords(payload).slice(0, 60),
    })),
    ...cases.map(({ id, name }) => ({ value: CASE + id, label: `Test: ${name}` })),
    { value: MADE_UP, label: 'Made up from the schemas' },
    { value: TYPED, label: 'Typed…' },
  ];
}

function useCaptures() {
  const editor = useEditor();
  const hooks = triggersOf(useAtomValue(graphAtom)).filter(({ kind }) => kind === 'webhook');
  return useQueries({
    queries: hooks.map(({ id: node }) => {
      const input = { params: { id: editor.flowId, node } };
      return { queryKey: [listCaptures.name, input], queryFn: () => call(listCaptures, input) };
    }),
    combine: (results) => results.flatMap(({ data }) => data?.items ?? []),
  });
}

async function documentOfRun(id: string): Promise<JsonObject> {
  const { graph, events, input } = await call(getRun, { params: { id } });
  return wholeSample(id, graph, { view: foldRun(events), input });
}

/** A document that the schemas of all sources allow. */
function madeUp(roots: readonly SourceRoot[]): JsonObject {
  const document: JsonObject = {};
  const steps: JsonObject = {};
  for (const { path, schema, sample } of roots) {
    const value = schema ? madeUpSample(schema) : ((sample ?? null) as Json);
    const [first = '', key] = path;
    if (key === undefined) document[first] = value;
    else steps[key] = value;
  }
  return { ...document, steps };
}

interface TypedSampleProps {
  document: JsonObject;
  onClose: () => void;
  onTake: (document: JsonObject) => void;
}

function TypedSample({ document, onClose, onTake }: TypedSampleProps) {
  const [text, setText] = useState(() => JSON.stringify(document, null, 2));
  const parsed = parseJson(text);
  const value = parsed.ok && isObject(parsed.value) ? parsed.value : undefined;
  return (
    <Dialog
      open
      size="lg"
      dismissable={false}
      onClose={onClose}
      title="Sample data"
      description="What expressions see: trigger, steps, vars; inside a loop also item and index."
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" disabled={!value} onClick={() => value && onTake(value)}>
            Use it
          </Button>
        </>
      }
    >
      <CodeEditor
        label="Sample data"
        language="json"
        value={text}
        onChange={setText}
        height={420}
      />
      {!value && (
        <p role="alert" className="mt-1 text-sm text-fail">
          {parsed.ok ? 'An object with trigger and steps is needed.' : parsed.problem.message}
        </p>
      )}
    </Dialog>
  );
}
