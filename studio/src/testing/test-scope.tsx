import { isTrigger, type FlowGraph } from '@patchbay/shared/flows';
import type { TestDraft, TestScope as Scope } from '@patchbay/shared/testing';

import { Combobox, Field, Select, Switch, type Choice } from '#ui';

import type { TestPartProps } from './test-form.tsx';
import { stepsOf, titleOfStep } from './test-ground.ts';

const KINDS = [
  { value: 'flow', label: 'The whole flow' },
  { value: 'node', label: 'One step' },
  { value: 'mapping', label: 'The mapping of a step' },
] as const;
type Kind = (typeof KINDS)[number]['value'];

/** Which part is tested. */
export function TestScope({ draft, tested, onChange }: TestPartProps) {
  const { scope } = draft;
  const setScope = (next: Scope): void => onChange({ ...draft, scope: next });
  if (tested.kind === 'connection') {
    const { id: connector, version, actions } = tested.manifest;
    const choices = Object.entries(actions).map(([value, { title }]) => ({ value, label: title }));
    const change = (action: string): void =>
      onChange({
        ...draft,
        scope: { kind: 'action', connector, version, action },
        input: actions[action]?.sample ?? {},
      });
    const action = scope.kind === 'action' ? scope.action : undefined;
    return (
      <>
        <Picked label="Action" choices={choices} value={action} onChange={change} />
        {scope.kind === 'action' && actions[scope.action]?.effects.dryRun && (
          <label className="col-span-2 flex items-center gap-2">
            <Switch
              aria-label="Dry run"
              checked={scope.dryRun ?? false}
              onChange={(on) => setScope({ ...scope, dryRun: on || undefined })}
            />
            A dry run: it goes through everything and keeps nothing
          </label>
        )}
      </>
    );
  }
  const { graph } = tested;
  const value = scope.kind === 'flow' ? scope.trigger : 'node' in scope ? scope.node : undefined;
  return (
    <div className="grid grid-cols-2 gap-4">
      <Field label="What is tested">
        {(control) => (
          <Select
            {...control}
            choices={KINDS}
            value={scope.kind === 'action' ? undefined : scope.kind}
            onChange={(kind) => onChange(ofKind(draft, graph, kind))}
          />
        )}
      </Field>
      <Picked
        label={scope.kind === 'flow' ? 'Started by' : 'Step'}
        choices={placesOf(graph, scope)}
        value={value}
        onChange={(node) => setScope(at(scope, node))}
      />
    </div>
  );
}

interface PickedProps {
  label: string;
  choices: Choice[];
  value: string | undefined;
  onChange: (value: string) => void;
}

/** A choice that says when what was chosen is gone. */
function Picked({ label, choices, value, onChange }: PickedProps) {
  const isGone = value !== undefined && choices.every((one) => one.value !== value);
  return (
    <Field
      label={label}
      error={isGone ? `“${value}” is no longer there: choose another.` : undefined}
    >
      {(control) => <Combobox {...control} choices={choices} value={value} onChange={onChange} />}
    </Field>
  );
}

function placesOf(graph: FlowGraph, { kind }: Scope): Choice[] {
  const nodes = kind === 'flow' ? Object.values(graph.nodes).filter(isTrigger) : stepsOf(graph);
  return nodes.map((node) => ({ value: node.id, label: titleOfStep(node) }));
}

function ofKind(draft: TestDraft, graph: FlowGraph, kind: Kind): TestDraft {
  if (kind === draft.scope.kind) return draft;
  const known = 'node' in draft.scope ? draft.scope.node : undefined;
  const trigger = Object.values(graph.nodes).find(isTrigger)?.id ?? '';
  const node = known ?? stepsOf(graph)[0]?.id ?? '';
  const scope: Scope = kind === 'flow' ? { kind, trigger } : { kind, node };
  // A flow starts with a payload; a step sees the document that holds it.
  const wasFlow = draft.scope.kind === 'flow';
  const input = wasFlow ? { trigger: draft.input } : draft.input;
  return { ...draft, scope, input: kind === 'flow' ? triggerOf(draft.input) : input };
}

function triggerOf(input: TestDraft['input']): TestDraft['input'] {
  const isDocument = typeof input === 'object' && input !== null && 'trigger' in input;
  return isDocument ? (input.trigger ?? null) : input;
}

function at(scope: Scope, id: string): Scope {
  if (scope.kind === 'flow') return { kind: 'flow', trigger: id };
  return scope.kind === 'action' ? scope : { kind: scope.kind, node: id };
}
