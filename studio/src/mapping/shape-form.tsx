import { buildShape } from '@patchbay/shared/mapping';
import { Plus } from 'lucide-react';

import { ExpressionInput, ScalarInput, startValue, type Seen } from '#form';
import { Button, Checkbox, Field, Select } from '#ui';

import { beginShape, SHAPE_WORDS, shownShape, slotsOf, type ShownShape } from './shape-parts.ts';
import type { TargetNode } from './target-tree.ts';

interface ShapeFormProps {
  node: TargetNode;
  /** What makes the field now; empty when nothing does. */
  code: string;
  onChange: (code: string) => void;
  /** What bare names mean here, for completion. */
  context: Seen;
  /** Of all shapes only these. */
  kinds?: readonly ShownShape[];
}

/** How a field is made: a source value, a fixed one, or one of a few small shapes. */
export function ShapeForm({ node, code, onChange, context, kinds }: ShapeFormProps) {
  const shape = code === '' ? undefined : shownShape(code);
  const choose = (kind: ShownShape): void => {
    const begun =
      kind === 'constant' ? JSON.stringify(firstValue(node)) : buildShape(beginShape(kind, code));
    onChange(begun);
  };
  return (
    <div className="flex flex-col gap-2">
      <Select
        size="sm"
        aria-label={`How ${node.title} is made`}
        placeholder="Draw a line, or choose how it is made…"
        choices={choicesFor(shape?.kind, kinds)}
        value={shape?.kind}
        onChange={choose}
      />
      {shape?.kind === 'constant' ? (
        <ConstantField node={node} value={shape.value} onChange={onChange} />
      ) : (
        shape && <Slots code={code} onChange={onChange} context={context} />
      )}
    </div>
  );
}

function choicesFor(kind: ShownShape | undefined, kinds?: readonly ShownShape[]) {
  const offered = Object.entries(SHAPE_WORDS).map(([value, label]) => ({
    value: value as ShownShape,
    label,
  }));
  // A source value is chosen by drawing a line.
  return offered.filter(
    ({ value }) => value === kind || (value !== 'path' && (kinds?.includes(value) ?? true)),
  );
}

function firstValue({ schema, type }: TargetNode): unknown {
  const start = startValue(schema, schema) ?? schema.enum?.[0];
  if (start !== undefined) return start;
  if (type === 'number') return 0;
  return type === 'yes/no' ? true : '';
}

interface ConstantFieldProps {
  node: TargetNode;
  value: unknown;
  onChange: (code: string) => void;
}

function ConstantField({ node, value, onChange }: ConstantFieldProps) {
  return (
    <Field label="Value">
      {(control) => (
        <ScalarInput
          name={node.title}
          schema={node.schema}
          value={value}
          onChange={(next) => onChange(JSON.stringify(next ?? ''))}
          control={control}
        />
      )}
    </Field>
  );
}

function Slots({ code, onChange, context }: Omit<ShapeFormProps, 'node' | 'kinds'>) {
  const shape = shownShape(code);
  const slots = slotsOf(shape);
  return (
    <>
      {slots.map(({ label, text, put }, i) => (
        <Field key={`${shape.kind} ${i}`} label={label}>
          {(control) => (
            <ExpressionInput
              {...control}
              value={text}
              document={context.value}
              documentType={context.type}
              onChange={(next) => onChange(buildShape(put(next)))}
            />
          )}
        </Field>
      ))}
      {shape.kind === 'sort' && (
        <Checkbox
          label="Largest first"
          checked={shape.terms.every(({ descending }) => descending)}
          onChange={(descending) => {
            const terms = shape.terms.map((term) => ({ ...term, descending }));
            onChange(buildShape({ ...shape, terms }));
          }}
        />
      )}
      {shape.kind === 'concat' && (
        <Button
          size="sm"
          variant="ghost"
          icon={<Plus />}
          className="self-start"
          onClick={() =>
            onChange(buildShape({ ...shape, parts: [...shape.parts, { text: '""' }] }))
          }
        >
          Add a part
        </Button>
      )}
    </>
  );
}
