import { isObject, parseJson, type ResultOf } from '@patchbay/shared/base';
import type { FlowNode } from '@patchbay/shared/flows';
import { startRun } from '@patchbay/shared/runs';
import { testNode } from '@patchbay/shared/testing';
import { useAtomValue } from 'jotai';
import { useState } from 'react';

import { useMay } from '#access';
import { CodeEditor } from '#form';
import { formatDuration } from '#lib';
import { Exchanges, RemedyNote } from '#testing';
import { Button, Field, JsonView, ProblemNote, StatusGlyph } from '#ui';

import { WhenDrawing } from './editor-read-only.tsx';
import { useEditor } from './editor-session.ts';
import { sampleAtom } from './editor.atoms.ts';
import { TestCaptures } from './test-captures.tsx';
import { TestDestruction } from './test-destruction.tsx';
import { TestPin, useLastOutput } from './test-pin.tsx';
import { TestRuns } from './test-runs.tsx';
import { useWithItem } from './use-mapping-document.ts';
import { useLastRunSample } from './use-sample.ts';
import { useStepTest } from './use-step-test.ts';

type Tested = ResultOf<typeof testNode>;

/** Runs one step alone, on data of the last run or typed; who may not sees what the last run gave. */
export function InspectorTest({ node }: { node: FlowNode }) {
  return useMay(testNode.permission) ? <StepTest node={node} /> : <LastRunOnly node={node} />;
}

function LastRunOnly({ node }: { node: FlowNode }) {
  const sample = useWithItem(node, useAtomValue(sampleAtom));
  const output = useLastOutput(node.id);
  const mayRun = useMay(startRun.permission);
  return (
    <div className="flex flex-col gap-3 p-4">
      <p className="text-ink-2">
        What expressions of this step saw in the last run. Testing it takes the role Editor.
      </p>
      <Shown title="Data" value={sample} />
      {output !== undefined && (
        <>
          <p className="text-ink-2">What it gave there.</p>
          <Shown title="Output" value={output} />
        </>
      )}
      {mayRun && <TestRuns node={node} />}
    </div>
  );
}

function StepTest({ node }: { node: FlowNode }) {
  const sample = useWithItem(node, useAtomValue(sampleAtom));
  const [typed, setTyped] = useState<string>();
  const text = typed ?? JSON.stringify(sample, null, 2);
  const parsed = parseJson(text);
  const test = useStepTest(node);
  const { problem, tested } = test;
  const run = (): void => {
    if (parsed.ok && isObject(parsed.value)) void test.start(parsed.value);
  };
  const wrong = parsed.ok
    ? isObject(parsed.value)
      ? undefined
      : 'An object with trigger and steps is needed.'
    : parsed.problem.message;
  return (
    <div className="flex flex-col gap-3 p-4">
      <DataField text={text} wrong={wrong} onChange={setTyped} />
      <TestCaptures
        onUse={(trigger) => {
          const now = parsed.ok && isObject(parsed.value) ? parsed.value : sample;
          setTyped(JSON.stringify({ ...now, trigger }, null, 2));
        }}
      />
      <div className="flex items-center gap-3">
        <Button
          variant="primary"
          busy={test.isPending}
          disabled={wrong !== undefined}
          onClick={run}
        >
          Test this step
        </Button>
        {node.kind === 'action' && (
          <p className="text-sm text-ink-3">It really calls the other system.</p>
        )}
      </div>
      {problem && <ProblemNote problem={problem} />}
      {tested && <TestResult tested={tested} node={node} onAgain={run} />}
      <TestDestruction test={test} node={node} />
      <WhenDrawing>
        <TestPin node={node} output={tested?.output} />
      </WhenDrawing>
      <TestRuns node={node} />
    </div>
  );
}

interface DataFieldProps {
  text: string;
  wrong?: string;
  /** Undefined: what the last run gave. */
  onChange: (text: string | undefined) => void;
}

function DataField({ text, wrong, onChange }: DataFieldProps) {
  const last = useLastRunSample(useEditor());
  const fetchLast = (): void => void last.load().then(() => onChange(undefined));
  return (
    <Field
      label="Data"
      help="What expressions see: trigger, steps, vars; inside a loop also item and index."
      error={wrong}
      aside={
        <Button size="sm" variant="ghost" busy={last.isLoading} onClick={fetchLast}>
          From the last run
        </Button>
      }
    >
      {() => (
        <CodeEditor
          label="Test data"
          language="json"
          value={text}
          onChange={onChange}
          height={180}
        />
      )}
    </Field>
  );
}

interface TestResultProps {
  tested: Tested;
  node: FlowNode;
  onAgain: () => void;
}

function TestResult({ tested, node, onAgain }: TestResultProps) {
  const { flowId } = useEditor();
  const connection = node.kind === 'action' ? node.config.connection : undefined;
  return (
    <section aria-label="Result" className="flex flex-col gap-3">
      <p className="flex items-center gap-2">
        <StatusGlyph status={tested.ok ? 'done' : 'failed'} />
        <span className="text-ink-3">{formatDuration(tested.ms)}</span>
        {tested.port && tested.port !== 'out' && (
          <span className="text-ink-3">leaves by {tested.port}</span>
        )}
      </p>
      {tested.problem && (
        <RemedyNote
          problem={tested.problem}
          context={{ flow: flowId, node: node.id, connection }}
          onAgain={onAgain}
        />
      )}
      {tested.exchanges.length > 0 && <Exchanges items={tested.exchanges} />}
      {tested.output !== undefined && <Shown title="Output" value={tested.output} />}
      {tested.input !== undefined && <Shown title="Input" value={tested.input} />}
    </section>
  );
}

function Shown({ title, value }: { title: string; value: unknown }) {
  return (
    <div className="h-56 overflow-hidden rounded-md border border-line">
      <JsonView value={value} label={title} />
    </div>
  );
}
