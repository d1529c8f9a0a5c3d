import { problem, type JsonObject, type Problem } from '@patchbay/shared/base';
import { getConnector, type ConnectorManifest, type JsonSchema } from '@patchbay/shared/catalog';
import type { FlowGraph, FlowNode } from '@patchbay/shared/flows';

import { queryClient } from '#lib';
import { lostReads } from '#mapping';

/** What inputs read and the last run's data have not: said at the step before a null spreads. */
export function checkDrift(graph: FlowGraph, sample: JsonObject): Problem[] {
  if (!('trigger' in sample)) return [];
  const byKey = new Map(Object.values(graph.nodes).map((node) => [node.key, node]));
  const isKnown = (path: readonly string[]): boolean => isInSchema(byKey, path);
  return Object.values(graph.nodes).flatMap((node) => {
    if (!('input' in node)) return [];
    return lostReads(node.input, sample, isKnown).map(({ path, offset, fields }) => ({
      ...problem(
        'flow_invalid',
        `The last run had no ${path}, so nothing comes into ${list(fields)}.`,
        {
          hint: 'Map another source, or give it something to fall back on.',
        },
      ),
      at: { node: node.id, field: 'input', offset },
    }));
  });
}

function list(fields: string[]): string {
  const shown = fields.slice(0, 5).map((field) => `"${field}"`);
  const more = fields.length - shown.length;
  return more > 0 ? `${shown.join(', ')} and ${more} more` : shown.join(', ');
}

/** True for what a connector's schema lets a step leave out, and for steps nobody can tell about. */
function isInSchema(byKey: ReadonlyMap<string, FlowNode>, path: readonly string[]): boolean {
  const [root, key = '', ...names] = path;
  const step = root === 'steps' ? byKey.get(key) : undefined;
  if (step?.kind !== 'action') return false;
  const { connector: id, version, action } = step.config;
  const params = { id, version };
  const manifest = queryClient.getQueryData<ConnectorManifest>([getConnector.name, { params }]);
  if (!manifest) return true;
  let schema: JsonSchema | undefined = manifest.actions[action]?.output;
  for (const name of names) {
    const holder = typeof schema?.items === 'object' ? schema.items : schema;
    // Without named fields anything may come.
    if (!holder?.properties) return true;
    schema = holder.properties[name];
    if (!schema)
      return holder.additionalProperties !== false && holder.additionalProperties !== undefined;
  }
  return true;
}
