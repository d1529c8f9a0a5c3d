import {
  fieldAt,
  literalOf,
  readList,
  readObject,
  removeField,
  setField,
} from '@patchbay/shared/mapping';
import { Trash2 } from 'lucide-react';
import type { ComponentType } from 'react';

import { cx, type ControlProps, Field, IconButton, Tooltip } from '#ui';

import { ExpressionInput } from './expression-input.tsx';
import { ExpressionList } from './expression-list.tsx';
import { useExpressionTools, type ExpressionFieldsProps } from './expression-tools.ts';
import { shapeOf } from './free-value.ts';
import { Nest } from './nest.tsx';
import { Preview } from './preview.tsx';
import { ScalarInput } from './scalar-input.tsx';
import { kindOf, titleOf, type FormField } from './schema.ts';
import { pathName, useFormTools } from './tools.ts';

export interface ExpressionFieldProps {
  field: FormField;
  path: readonly string[];
  /** Fields the schema does not name can be taken away. */
  removable: boolean;
  /** Draws the fields of a nested object. */
  Fields: ComponentType<ExpressionFieldsProps>;
}

/** One field of the text: its literal in the widget of its type, or its expression. */
export function ExpressionField({ field, path, removable, Fields }: ExpressionFieldProps) {
  const span = useSpan(path);
  const { errors } = useFormTools();
  const { name, required } = field;
  const schema = shapeOf(field.schema, span);
  const kind = kindOf(schema);
  const isNested = kind === 'object' || kind === 'variants';
  // An object or list where the schema wants something else is shown as the code it is.
  const isList = span.isList && kind === 'list';
  const isForeign = (span.isObject && !isNested) || (span.isList && !isList && !span.isLiteral);
  const isExpression = span.isExpression || isForeign;
  const title = titleOf(name, schema);
  const error = errors[pathName(path)];
  const aside = <FieldActions span={span} path={path} title={title} removable={removable} />;
  if (!isExpression && isNested) {
    return (
      <Nest title={title} help={schema.description} required={required} aside={aside}>
        <Fields schema={schema} path={path} />
      </Nest>
    );
  }
  if (!isExpression && kind === 'list') {
    return (
      <Nest title={title} help={schema.description} required={required} aside={aside}>
        <ExpressionList schema={schema} path={path} Item={ExpressionField} Fields={Fields} />
      </Nest>
    );
  }
  return (
    <Field
      label={title}
      help={schema.description}
      required={required}
      error={isExpression ? undefined : error}
      aside={aside}
    >
      {(control) =>
        isExpression ? (
          <SpanExpression span={span} control={control} />
        ) : (
          <ScalarInput
            name={name}
            schema={schema}
            value={span.value}
            onChange={(next) => span.setValue(removable ? (next ?? '') : next)}
            control={control}
          />
        )
      }
    </Field>
  );
}

type Span = ReturnType<typeof useSpan>;

/** The span of a field and what can be done to it. */
function useSpan(path: readonly string[]) {
  const tools = useExpressionTools();
  const { text, setText } = tools;
  const found = fieldAt(text, path);
  const code = found ? text.slice(found.valueStart, found.valueEnd) : '';
  const literal = found ? literalOf(code) : undefined;
  const isObject =
    found !== undefined && readObject(text, found.valueStart, found.valueEnd) !== undefined;
  const isList =
    found !== undefined && readList(text, found.valueStart, found.valueEnd) !== undefined;
  const computed = found !== undefined && !literal && !isObject && !isList;
  const setCode = (next: string): void => setText(setField(text, path, next));
  const setValue = (value: unknown): void =>
    value === undefined ? setText(removeField(text, path)) : setCode(JSON.stringify(value));
  return {
    code,
    found,
    isMissing: found === undefined,
    isObject,
    isList,
    isLiteral: literal !== undefined,
    value: literal?.value,
    computed,
    isExpression: computed || tools.asExpression.has(pathName(path)),
    setCode,
    setValue,
    remove: () => setText(removeField(text, path)),
  };
}

interface SpanExpressionProps {
  span: Span;
  control: ControlProps;
}

function SpanExpression({ span, control }: SpanExpressionProps) {
  const { document, documentType, previews, findings = [] } = useExpressionTools();
  const { found } = span;
  // Of an older text the places may be off by what was typed since, for as long as typing goes on.
  const inside = findings.filter(
    ({ start, kind }) =>
      kind !== 'missing-field' && found && found.valueStart <= start && start < found.valueEnd,
  );
  return (
    <>
      <ExpressionInput
        {...control}
        value={span.code}
        onChange={span.setCode}
        document={document}
        documentType={documentType}
        placeholder="steps.name.field"
      />
      <Preview result={previews.get(span.code)} />
      {inside.map(({ severity, start, problem }) => (
        <p
          key={`${start} ${problem.message}`}
          className={cx('text-sm', severity === 'error' ? 'text-fail' : 'text-wait')}
        >
          {problem.message} <span className="text-ink-3">{problem.hint}</span>
        </p>
      ))}
    </>
  );
}

interface FieldActionsProps {
  span: Span;
  path: readonly string[];
  title: string;
  removable: boolean;
}

function FieldActions({ span, path, title, removable }: FieldActionsProps) {
  const { previews, setAsExpression } = useExpressionTools();
  const name = pathName(path);
  const toggle = (): void => {
    setAsExpression(name, !span.isExpression);
    // An object's fields become one field and back: its button is a new one, and takes the focus.
    setTimeout(() => focusToggle(name));
    if (!span.computed) return;
    // Back to a literal: keep what the expression gives now, as far as the sample knows it.
    const result = previews.get(span.code);
    span.setValue(result?.ok ? result.value : undefined);
  };
  return (
    <span className="flex shrink-0 items-center gap-1">
      <Tooltip
        content={span.isExpression ? 'Back to a fixed value' : 'Compute it with an expression'}
      >
        <button
          type="button"
          aria-pressed={span.isExpression}
          data-toggles={name}
          onClick={toggle}
          className={cx(
            'h-5 rounded-sm px-1.5 font-mono text-xs italic transition-colors duration-100',
            span.isExpression
              ? 'bg-accent-soft text-accent'
              : 'text-ink-3 hover:bg-hover hover:text-ink',
          )}
        >
          <span aria-hidden>ƒx</span>
          <span className="sr-only">{title} as an expression</span>
        </button>
      </Tooltip>
      {removable && (
        <IconButton label={`Remove ${title}`} size="sm" onClick={span.remove}>
          <Trash2 />
        </IconButton>
      )}
    </span>
  );
}

function focusToggle(name: string): void {
  document.querySelector<HTMLElement>(`[data-toggles=${JSON.stringify(name)}]`)?.focus();
}
