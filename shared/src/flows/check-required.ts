import { problem, type Problem } from '#base';
import type { JsonSchema } from '#catalog';
import { readObject } from '#mapping';

import type { FlowNode } from './node.ts';

/** Required fields for which a step's input has nothing written: such a step fails whenever it runs. */
export function checkRequired(
  { id, title, input }: Extract<FlowNode, { input: string }>,
  schema: JsonSchema,
): Problem[] {
  const missing = missingIn(input, schema);
  if (missing.length === 0) return [];
  const message = `"${title.slice(0, 80)}" has no ${missing.join(', ')}.`;
  const at = { node: id, field: 'required' };
  return [problem('flow_invalid', message, { hint: 'Fill it in under Input.', at })];
}

/** Titles of the missing fields; an expression that makes the whole object can't be told. */
function missingIn(text: string, schema: JsonSchema): string[] {
  const object = readObject(text.trim() === '' ? '{}' : text);
  if (!object || object.fields.some(({ key }) => key === undefined)) return [];
  const written = new Set(object.fields.map(({ key }) => key));
  return (schema.required ?? [])
    .filter((name) => !written.has(name) && schema.properties?.[name]?.default === undefined)
    .map((name) => schema.properties?.[name]?.title ?? name);
}
