import type { JsonSchema } from '@patchbay/shared/catalog';
import { fieldAt, readObject, removeField, setField } from '@patchbay/shared/mapping';
import type { ComponentType } from 'react';

import { Select } from '#ui';

import { AddName } from './add-name.tsx';
import { ExpressionField } from './expression-field.tsx';
import { literalPart } from './expression-spans.ts';
import { useExpressionTools, type ExpressionFieldsProps } from './expression-tools.ts';
import { Fold } from './fold.tsx';
import { discriminatorOf, fieldsOf, kindOf, resolve, type FormField } from './schema.ts';
import { variantIndex, variantsOf, variantStart, variantTitle } from './schema.ts';
import { useFormTools } from './tools.ts';
import { useKeyOptions } from './use-options.ts';

const Fields: ComponentType<ExpressionFieldsProps> = ExpressionFields;

/** The fields of one object constructor in the text, known and unknown. */
export function ExpressionFields({ schema, path }: ExpressionFieldsProps) {
  const { root } = useFormTools();
  const { text } = useExpressionTools();
  const own = resolve(schema, root);
  const found = path.length === 0 ? undefined : fieldAt(text, path);
  const start = found?.valueStart ?? 0;
  const end = found?.valueEnd ?? text.length;
  const present = path.length > 0 && !found ? undefined : readObject(text, start, end);
  const value = present ? literalPart(text, start, end) : {};
  const fields = fieldsOf(own, value, root);
  const rare = fields.filter((field) => field.schema['x-advanced'] === true);
  const keys = (present?.fields ?? []).map((field) => field.key);
  const draw = (field: FormField, removable = false) => (
    <ExpressionField
      key={field.name}
      field={field}
      path={[...path, field.name]}
      removable={removable}
      Fields={Fields}
    />
  );
  const known = new Set([...fields.map((field) => field.name), ...constantsOf(own)]);
  const extra = keys.filter((key) => key !== undefined && !known.has(key)) as string[];
  return (
    <>
      {kindOf(own) === 'variants' && <VariantSelect schema={own} path={path} value={value} />}
      {fields.filter((field) => !rare.includes(field)).map((field) => draw(field))}
      {extra.map((name) => draw({ name, schema: extraSchema(own, name), required: false }, true))}
      {keys.includes(undefined) && (
        <p className="text-sm text-ink-3">
          Some fields have computed names; they are kept, and shown as code only.
        </p>
      )}
      {own.additionalProperties !== false &&
        (typeof own.additionalProperties === 'object' || extra.length > 0) && (
          <AddField schema={own} path={path} taken={[...known, ...extra]} />
        )}
      <Fold fields={rare.length} isSet={rare.some((field) => keys.includes(field.name))}>
        {rare.map((field) => draw(field))}
      </Fold>
    </>
  );
}

interface AddFieldProps extends ExpressionFieldsProps {
  taken: string[];
}

function AddField({ schema, path, taken }: AddFieldProps) {
  const { text, setText } = useExpressionTools();
  const names = useKeyOptions(schema);
  return (
    <AddName
      taken={taken}
      names={names}
      onAdd={(name) => setText(setField(text, [...path, name], '""'))}
    />
  );
}

/** What a field outside the schema is edited as: as its schema for others says, else as anything. */
function extraSchema(schema: JsonSchema, name: string): JsonSchema {
  const others = schema.additionalProperties;
  return { ...(typeof others === 'object' ? others : {}), title: name };
}

/** Constants tell variants apart and are set by choosing one, so they are no fields of their own. */
function constantsOf(schema: JsonSchema): string[] {
  const by = discriminatorOf(variantsOf(schema));
  return by ? [by] : [];
}

interface VariantSelectProps extends ExpressionFieldsProps {
  value: unknown;
}

function VariantSelect({ schema, path, value }: VariantSelectProps) {
  const { root } = useFormTools();
  const { text, setText } = useExpressionTools();
  const variants = variantsOf(schema);
  const by = discriminatorOf(variants);
  const choices = variants.map((one, i) => ({ value: String(i), label: variantTitle(one, by) }));
  const isSet = path.length === 0 || fieldAt(text, path) !== undefined;
  const choose = (index: string): void => {
    const start = JSON.stringify(variantStart(variants[Number(index)] ?? {}, root));
    setText(path.length === 0 ? start : setField(removeField(text, path), path, start));
  };
  return (
    <Select
      aria-label="Kind"
      choices={choices}
      value={isSet ? String(variantIndex(schema, value)) : undefined}
      onChange={choose}
    />
  );
}
