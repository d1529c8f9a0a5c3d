import { PROBLEMS, type ProblemCode } from '@patchbay/shared/base';
import { portsOf, type FlowGraph, type FlowNode } from '@patchbay/shared/flows';
import type { Mock } from '@patchbay/shared/runs';
import type { TestDraft } from '@patchbay/shared/testing';
import { Plus, Trash2 } from 'lucide-react';

import { Button, Combobox, Field, IconButton, Input, Select } from '#ui';

import { JsonEditor } from './json-editor.tsx';
import type { TestPartProps } from './test-form.tsx';
import { stepsOf, titleOfStep } from './test-ground.ts';

const CODES = (Object.keys(PROBLEMS) as ProblemCode[])
  .filter((code) => PROBLEMS[code].fault === 'remote' || code === 'invalid_input')
  .map((code) => ({ value: code, label: code.replaceAll('_', ' ') }));

/** What stands in for steps: they are not performed, but give this, or fail like this. */
export function TestMocks({ draft, tested, onChange }: TestPartProps) {
  if (tested.kind !== 'flow') return null;
  const { graph } = tested;
  const entries = Object.entries(draft.mocks);
  const set = (next: [string, Mock][]): void =>
    onChange({ ...draft, mocks: Object.fromEntries(next) });
  const free = stepsOf(graph).filter(({ id }) => !Object.hasOwn(draft.mocks, id));
  return (
    <>
      {entries.length === 0 && (
        <p className="text-ink-3">
          Every step is really performed. Give those that call other systems a stand-in.
        </p>
      )}
      {entries.map(([step, mock], i) => (
        <MockRow
          key={step}
          graph={graph}
          step={step}
          mock={mock}
          free={free}
          onChange={(entry) => set(entries.with(i, entry))}
          onRemove={() => set(entries.toSpliced(i, 1))}
        />
      ))}
      <div>
        <Button
          size="sm"
          icon={<Plus />}
          disabled={free.length === 0}
          onClick={() => free[0] && set([...entries, [likeliest(free).id, { output: {} }]])}
        >
          Add a stand-in
        </Button>
      </div>
    </>
  );
}

/** Who calls other systems needs a stand-in first. */
function likeliest(free: FlowNode[]): FlowNode {
  return free.find(({ kind }) => kind === 'action' || kind === 'call') ?? (free[0] as FlowNode);
}

interface MockRowProps {
  graph: FlowGraph;
  step: string;
  mock: TestDraft['mocks'][string];
  free: FlowNode[];
  onChange: (entry: [string, Mock]) => void;
  onRemove: () => void;
}

function MockRow({ graph, step, mock, free, onChange, onRemove }: MockRowProps) {
  const node = graph.nodes[step.split('.').at(-1) ?? step];
  const own = node ? [{ value: step, label: wordsFor(step, node) }] : [];
  const choices = [...own, ...free.map((one) => ({ value: one.id, label: titleOfStep(one) }))];
  const fails = 'error' in mock;
  return (
    <div className="flex flex-col gap-3 rounded-md border border-line p-3">
      <div className="flex items-start gap-3">
        <Field
          label="Instead of"
          className="flex-1"
          error={node ? undefined : `The step “${step}” is no longer in the flow: choose another.`}
        >
          {(control) => (
            <Combobox
              {...control}
              choices={choices}
              value={step}
              onChange={(next) => onChange([next, mock])}
            />
          )}
        </Field>
        <Field label="It" className="w-40">
          {(control) => (
            <Select
              {...control}
              choices={KINDS}
              value={fails ? 'error' : 'output'}
              onChange={(kind) =>
                onChange([step, kind === 'error' ? { error: FAILURE } : { output: {} }])
              }
            />
          )}
        </Field>
        {!fails && node && (
          <PortField
            node={node}
            mock={mock}
            onPort={(port) => onChange([step, { ...mock, port }])}
          />
        )}
        <IconButton label="Remove this stand-in" onClick={onRemove} className="mt-6">
          <Trash2 />
        </IconButton>
      </div>
      {fails ? (
        <FailureFields error={mock.error} onChange={(error) => onChange([step, { error }])} />
      ) : (
        <JsonEditor
          label="Output"
          value={mock.output}
          onChange={(output) => onChange([step, { ...mock, output }])}
        />
      )}
    </div>
  );
}

const KINDS = [
  { value: 'output', label: 'gives' },
  { value: 'error', label: 'fails with' },
] as const;
const FAILURE = { message: 'The other system refused it.', code: 'rejected' as const };

/** A step inside a loop can have a stand-in for one pass: `each.2.step`. */
function wordsFor(step: string, node: FlowNode): string {
  const passes = step.split('.').filter((_, i) => i % 2 === 1);
  return passes.length === 0
    ? titleOfStep(node)
    : `${titleOfStep(node)}, item ${passes.join(', ')}`;
}

interface PortFieldProps {
  node: FlowNode;
  mock: Extract<Mock, { output: unknown }>;
  onPort: (port: string | undefined) => void;
}

function PortField({ node, mock, onPort }: PortFieldProps) {
  const ports = portsOf(node).filter(({ kind }) => kind === 'main');
  if (ports.length < 2) return null;
  return (
    <Field label="and leaves by" className="w-40">
      {(control) => (
        <Select
          {...control}
          choices={ports.map(({ id, label }) => ({ value: id, label: label || id }))}
          value={mock.port ?? ports[0]?.id}
          onChange={onPort}
        />
      )}
    </Field>
  );
}

interface FailureFieldsProps {
  error: Extract<Mock, { error: unknown }>['error'];
  onChange: (error: FailureFieldsProps['error']) => void;
}

function FailureFields({ error, onChange }: FailureFieldsProps) {
  return (
    <div className="grid grid-cols-[3fr_1fr] gap-3">
      <Field label="What it says" required>
        {(control) => (
          <Input
            {...control}
            value={error.message}
            onChange={(event) => onChange({ ...error, message: event.target.value })}
          />
        )}
      </Field>
      <Field label="Kind of failure">
        {(control) => (
          <Select
            {...control}
            choices={CODES}
            value={error.code}
            onChange={(code) => onChange({ ...error, code })}
          />
        )}
      </Field>
    </div>
  );
}
