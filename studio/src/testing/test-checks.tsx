import type { Json } from '@patchbay/shared/base';
import type { Check, TestDraft } from '@patchbay/shared/testing';
import { Plus, Trash2 } from 'lucide-react';

import { CodeEditor } from '#form';
import { Button, Combobox, Field, IconButton, Input, Select } from '#ui';

import { JsonEditor } from './json-editor.tsx';
import type { TestPartProps } from './test-form.tsx';
import { stepsOf, titleOfStep, type Tested } from './test-ground.ts';

type Kind = Check['kind'];

const KINDS: { value: Kind; label: string }[] = [
  { value: 'equals', label: 'is exactly' },
  { value: 'includes', label: 'holds at least' },
  { value: 'schema', label: 'fits the schema' },
  { value: 'jsonata', label: 'meets a condition' },
];

/** What has to be true of what came out, check by check. */
export function TestChecks({ draft, tested, onChange }: TestPartProps) {
  const { checks } = draft;
  const set = (next: Check[]): void => onChange({ ...draft, checks: next });
  return (
    <>
      {checks.map((check, i) => (
        <CheckRow
          // One that goes takes its editors along.
          key={`${checks.length}-${i}-${check.kind}`}
          number={i + 1}
          check={check}
          tested={tested}
          scope={draft.scope}
          onChange={(next) => set(checks.with(i, next))}
          onRemove={() => set(checks.toSpliced(i, 1))}
        />
      ))}
      <div>
        <Button
          size="sm"
          icon={<Plus />}
          disabled={checks.length >= 50}
          onClick={() => set([...checks, checkOf('equals', draft.outcome)])}
        >
          Add a check
        </Button>
      </div>
    </>
  );
}

interface CheckRowProps {
  /** From 1. */
  number: number;
  check: Check;
  tested: Tested;
  scope: TestDraft['scope'];
  onChange: (check: Check) => void;
  onRemove: () => void;
}

function CheckRow({ number, check, tested, scope, onChange, onRemove }: CheckRowProps) {
  const isCondition = check.kind === 'jsonata';
  return (
    <div
      role="group"
      aria-label={`Check ${number}`}
      className="flex flex-col gap-3 rounded-md border border-line p-3"
    >
      <div className="flex items-start gap-3">
        <Field label={isCondition ? 'In words' : 'What'} className="flex-1">
          {(control) =>
            isCondition ? (
              <Input
                {...control}
                value={check.says ?? ''}
                placeholder="The total is positive"
                onChange={(event) => onChange({ ...check, says: event.target.value || undefined })}
              />
            ) : (
              <Combobox
                {...control}
                choices={valuesOf(tested, scope)}
                value={check.of}
                onChange={(of) => onChange({ ...check, of })}
              />
            )
          }
        </Field>
        <Field label="Check" className="w-44">
          {(control) => (
            <Select
              {...control}
              choices={KINDS}
              value={check.kind}
              onChange={(kind) => onChange(changed(check, kind))}
            />
          )}
        </Field>
        <IconButton label="Remove this check" onClick={onRemove} className="mt-6">
          <Trash2 />
        </IconButton>
      </div>
      <CheckValue check={check} onChange={onChange} />
    </div>
  );
}

function CheckValue({ check, onChange }: Pick<CheckRowProps, 'check' | 'onChange'>) {
  if (check.kind === 'jsonata')
    return (
      <Field
        label="Condition"
        help="JSONata over outcome, output, input, response, problem and steps; it passes when it gives true."
      >
        {() => (
          <CodeEditor
            label="Condition"
            value={check.expression}
            onChange={(expression) => onChange({ ...check, expression })}
            height={72}
          />
        )}
      </Field>
    );
  if (check.kind === 'schema')
    return (
      <JsonEditor
        label="Schema"
        help="JSON Schema 2020-12."
        value={check.schema as Json}
        onChange={(schema) => onChange({ ...check, schema: schema as Record<string, Json> })}
      />
    );
  return (
    <JsonEditor
      label="Expected"
      help={check.kind === 'includes' ? 'Fields that are not named may be anything.' : undefined}
      value={check.value}
      onChange={(value) => onChange({ ...check, value })}
    />
  );
}

/** The values a check can look at, with those of each step of a flow. */
function valuesOf(
  tested: Tested,
  { kind }: TestDraft['scope'],
): { value: string; label: string }[] {
  const ends = [
    { value: 'output', label: 'The output' },
    { value: 'problem', label: 'The problem it failed with' },
  ];
  if (kind === 'node') ends.push({ value: 'input', label: 'The input its mapping made' });
  if (kind !== 'flow' || tested.kind !== 'flow') return ends;
  const steps = stepsOf(tested.graph).flatMap((node) =>
    (['input', 'output', 'problem'] as const).map((part) => ({
      value: `steps.${node.key}.${part}`,
      label: `The ${part} of “${titleOfStep(node)}”`,
    })),
  );
  return [...ends, { value: 'response', label: 'The answer to the webhook' }, ...steps];
}

function checkOf(kind: Kind, outcome: TestDraft['outcome']): Check {
  const of = outcome === 'failed' ? 'problem' : 'output';
  return changed({ kind: 'equals', of, value: {} }, kind);
}

/** The same check in another way; what both ways have stays. */
function changed(check: Check, kind: Kind): Check {
  const of = 'of' in check ? check.of : 'output';
  const value = 'value' in check ? check.value : {};
  if (kind === 'jsonata') return { kind, expression: '' };
  return kind === 'schema' ? { kind, of, schema: { type: 'object' } } : { kind, of, value };
}
