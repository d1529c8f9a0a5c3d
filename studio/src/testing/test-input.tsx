import { isObject, type JsonObject } from '@patchbay/shared/base';
import { getAction, type JsonSchema } from '@patchbay/shared/catalog';
import { Ancestry, isTrigger, loopOf, type FlowGraph } from '@patchbay/shared/flows';
import type { TestDraft } from '@patchbay/shared/testing';

import { SchemaForm, validateValue } from '#form';
import { useEndpoint } from '#lib';
import { Loading } from '#ui';

import { JsonEditor } from './json-editor.tsx';
import type { TestPartProps } from './test-form.tsx';
import { titleOfStep } from './test-ground.ts';

/** What goes in: the action's own form, the payload of a flow, or what a step's expressions see. */
export function TestInput({ draft, tested, onChange }: TestPartProps) {
  const { scope, input } = draft;
  const set = (next: TestDraft['input']): void => onChange({ ...draft, input: next });
  if (scope.kind === 'action') return <ActionInput scope={scope} input={input} onChange={set} />;
  if (scope.kind === 'flow' || tested.kind !== 'flow')
    return (
      <JsonEditor
        label="Payload"
        help="What expressions see as trigger."
        value={input}
        onChange={set}
        height={160}
      />
    );
  const schema = documentSchema(tested.graph, scope.node);
  return <SchemaForm schema={schema} value={objectOf(input)} onChange={set} />;
}

interface ActionInputProps {
  scope: Extract<TestDraft['scope'], { kind: 'action' }>;
  input: TestDraft['input'];
  onChange: (input: JsonObject) => void;
}

function ActionInput({ scope, input, onChange }: ActionInputProps) {
  const { connector: id, version, action } = scope;
  const found = useEndpoint(getAction, { params: { id, version, action } });
  if (found.isError)
    return (
      <JsonEditor
        label="Input"
        help={`${id} ${version} is not installed, so there is no form: this is the input as it is.`}
        value={input}
        onChange={(next) => onChange(objectOf(next))}
      />
    );
  if (!found.data) return <Loading what="the form" />;
  const schema = found.data.input;
  const value = objectOf(input);
  const errors = validateValue(schema, value);
  return <SchemaForm schema={schema} value={value} onChange={onChange} errors={errors} />;
}

function objectOf(input: TestDraft['input']): JsonObject {
  return isObject(input) ? input : {};
}

/** What the expressions of a step can read, as a form: each value is JSON. */
function documentSchema(graph: FlowGraph, id: string): JsonSchema {
  const node = graph.nodes[id];
  const before = [...new Ancestry(graph).all(id)].flatMap((one) => graph.nodes[one] ?? []);
  const steps = before.filter((one) => !isTrigger(one) && one.id !== id);
  const fields = steps.map((one, i): [string, JsonSchema] => [
    one.key,
    { title: `${titleOfStep(one)} (steps.${one.key})`, 'x-order': i },
  ]);
  const isInLoop = node !== undefined && loopOf(graph, node) !== undefined;
  return {
    type: 'object',
    properties: {
      trigger: { title: 'Trigger', description: 'What started the flow.', 'x-order': 1 },
      ...(fields.length > 0 && {
        steps: {
          type: 'object',
          title: 'Outputs of the steps before it',
          properties: Object.fromEntries(fields),
          'x-order': 2,
        },
      }),
      ...(isInLoop && {
        item: { title: 'Item', description: 'Of the loop around it.', 'x-order': 3 },
        index: { type: 'integer', title: 'Index', minimum: 0, 'x-order': 4 },
      }),
      vars: {
        title: 'Variables',
        description: 'Absent: those of the flow.',
        'x-order': 5,
        'x-advanced': true,
      },
    },
  };
}
