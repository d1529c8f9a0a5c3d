import { problem, type Problem } from '@patchbay/shared/base';
import type { JsonSchema } from '@patchbay/shared/catalog';
import type { FlowGraph, FlowNode } from '@patchbay/shared/flows';
import { readObject } from '@patchbay/shared/mapping';

import type { InputNode } from './input-schema.ts';

/** Required fields nothing is written for: such a step fails whenever it runs. */
export function checkRequired(
  graph: FlowGraph,
  schemaOf: (node: InputNode) => JsonSchema | undefined,
): Problem[] {
  return Object.values(graph.nodes).flatMap((node) => {
    const schema = hasText(node) ? schemaOf(node) : undefined;
    const missing = hasText(node) && schema ? missingIn(node.input, schema) : [];
    if (missing.length === 0) return [];
    const message = `"${node.title.slice(0, 80)}" has no ${missing.join(', ')}.`;
    return [
      problem('flow_invalid', message, {
        hint: 'Fill it in under Input.',
        at: { node: node.id, field: 'required' },
      }),
    ];
  });
}

function hasText(node: FlowNode): node is InputNode {
  return 'input' in node;
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
