import { Field, Select } from '#ui';

import { Fold } from './fold.tsx';
import { ListInput } from './list-input.tsx';
import { MapInput } from './map-input.tsx';
import { Nest } from './nest.tsx';
import { ScalarInput } from './scalar-input.tsx';
import {
  discriminatorOf,
  fieldsOf,
  kindOf,
  resolve,
  titleOf,
  variantIndex,
  variantsOf,
  variantStart,
  variantTitle,
  type FormField,
} from './schema.ts';
import { pathName, useFormTools, type ValueProps } from './tools.ts';

type Values = Record<string, unknown>;

function valuesOf(value: unknown): Values {
  return typeof value === 'object' && value !== null ? (value as Values) : {};
}

/** All fields of an object that holds plain values. */
export function ValueFields({ schema, value, onChange, path }: ValueProps) {
  const { root } = useFormTools();
  const own = resolve(schema, root);
  const fields = fieldsOf(own, value, root);
  const values = valuesOf(value);
  const rare = fields.filter((field) => field.schema['x-advanced'] === true);
  const set = (name: string, next: unknown): void => {
    const { [name]: _, ...others } = values;
    onChange(next === undefined ? others : { ...values, [name]: next });
  };
  const draw = (field: FormField) => (
    <ValueField
      key={field.name}
      field={field}
      value={values[field.name]}
      onChange={(next) => set(field.name, next)}
      path={[...path, field.name]}
    />
  );
  return (
    <>
      {fields.filter((field) => !rare.includes(field)).map(draw)}
      {typeof own.additionalProperties === 'object' && (
        <MapInput
          schema={own.additionalProperties}
          values={values}
          known={fields.map((field) => field.name)}
          onChange={onChange}
        />
      )}
      <Fold fields={rare.length} isSet={rare.some((field) => isChanged(field, values[field.name]))}>
        {rare.map(draw)}
      </Fold>
    </>
  );
}

interface ValueFieldProps {
  field: FormField;
  value: unknown;
  onChange: (value: unknown) => void;
  path: readonly string[];
}

function ValueField({ field, value, onChange, path }: ValueFieldProps) {
  const { errors } = useFormTools();
  const { name, schema, required } = field;
  const kind = kindOf(schema);
  const title = titleOf(name, schema);
  if (kind === 'object' || kind === 'list' || kind === 'variants') {
    return (
      <Nest title={title} help={schema.description} required={required}>
        <ValueEditor schema={schema} value={value} onChange={onChange} path={path} />
        {errors[pathName(path)] && <p className="text-sm text-fail">{errors[pathName(path)]}</p>}
      </Nest>
    );
  }
  return (
    <Field
      label={title}
      help={schema.description}
      required={required}
      error={errors[pathName(path)]}
    >
      {(control) => (
        <ScalarInput
          name={name}
          schema={schema}
          value={value}
          onChange={onChange}
          control={control}
        />
      )}
    </Field>
  );
}

/** An object, a list or one of several variants, without a title of its own. */
export function ValueEditor(props: ValueProps) {
  const kind = kindOf(props.schema);
  if (kind === 'variants') return <VariantFields {...props} />;
  if (kind === 'list') return <ListInput {...props} Editor={ValueEditor} />;
  return <ValueFields {...props} />;
}

function VariantFields(props: ValueProps) {
  const { root } = useFormTools();
  const variants = variantsOf(props.schema);
  const by = discriminatorOf(variants);
  const at = variantIndex(props.schema, props.value);
  const choices = variants.map((one, i) => ({ value: String(i), label: variantTitle(one, by) }));
  return (
    <>
      <Select
        aria-label="Kind"
        choices={choices}
        value={props.value === undefined ? undefined : String(at)}
        onChange={(index) => props.onChange(variantStart(variants[Number(index)] ?? {}, root))}
      />
      {props.value !== undefined && <ValueFields {...props} />}
    </>
  );
}

/** Set to something else than what it is by itself. */
function isChanged({ schema }: FormField, value: unknown): boolean {
  return value !== undefined && JSON.stringify(value) !== JSON.stringify(schema.default);
}
