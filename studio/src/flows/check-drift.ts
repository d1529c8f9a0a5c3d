import { problem, type JsonObject, type Problem } from '@patchbay/shared/base';
import { getConnector, type ConnectorManifest, type JsonSchema } from '@patchbay/shared/catalog';
import { expressionsOf, type FlowGraph, type FlowNode } from '@patchbay/shared/flows';
import { driftOf, type DriftHit, type ShapeChange } from '@patchbay/shared/mapping';

import { queryClient } from '#lib';
import { lostReads, namesText, targetWords, type LostRead } from '#mapping';

interface Seen {
  /** The data of the last run that is shown. */
  sample: JsonObject;
  /** How production payloads differ from what they were. */
  changes: readonly ShapeChange[];
}

/** What inputs read and payloads have no more: said at the step before a null spreads. */
export function checkDrift(graph: FlowGraph, { sample, changes }: Seen): Problem[] {
  const byKey = new Map(Object.values(graph.nodes).map((node) => [node.key, node]));
  const isKnown = (path: readonly string[]): boolean => isInSchema(byKey, path);
  return Object.values(graph.nodes).flatMap((node) =>
    expressionsOf(node).flatMap((expression) => {
      const hits = driftOf(expression.text, changes);
      const isSaid = (path: readonly string[]): boolean =>
        isKnown(path) || hits.some((hit) => hit.path.join() === path.join());
      const lost = 'trigger' in sample ? lostReads(expression.text, sample, isSaid) : [];
      const problems = [...hits.map(hitProblem), ...lost.map(lostProblem)];
      return problems.map((found) => at(found, node, expression.field));
    }),
  );
}

function at(found: Problem, { id }: FlowNode, field: string): Problem {
  return { ...found, at: { ...found.at, node: id, field } };
}

function lostProblem({ path, offset, fields }: LostRead): Problem {
  const message = `The last run had no ${path}, so ${nothingIn(fields)}.`;
  return problem('flow_invalid', message, { hint: MEND, at: { offset } });
}

function hitProblem({ change, path, was, is, fields }: DriftHit): Problem {
  const name = namesText(path);
  const hit = fields.map(targetWords);
  const message =
    change === 'missing'
      ? `Production payloads have no ${name} any more, so ${nothingIn(hit)}.`
      : `In production ${name} is ${is} now and was ${was}: that reaches ${list(hit)}.`;
  return problem('flow_invalid', message, `${MEND} If it is right so, say so at the source.`);
}

const MEND = 'Map another source, or give it something to fall back on.';

function nothingIn(fields: string[]): string {
  return fields.includes('') ? 'this step gets nothing' : `nothing comes into ${list(fields)}`;
}

function list(fields: string[]): string {
  if (fields.includes('')) return 'all that this step gets';
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
