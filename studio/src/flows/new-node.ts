import { newLocalId } from '@patchbay/shared/base';
import {
  scheduleConfigSchema,
  webhookConfigSchema,
  type FlowGraph,
  type FlowNode,
  type NodeKind,
} from '@patchbay/shared/flows';

import { freshKey, keysIn } from './graph-keys.ts';
import type { Point } from './node-geometry.ts';
import { KINDS, type ConnectorKind } from './node-kinds.ts';

/** What can be added: a step kind, or an action or trigger of a connector. */
export type Recipe =
  | { kind: Exclude<NodeKind, ConnectorKind>; title?: string }
  | { kind: 'event'; connector: string; version: string; trigger: string; title: string }
  | {
      kind: 'action';
      connector: string;
      version: string;
      action: string;
      title: string;
      sample?: unknown;
    };

/** A new node with everything filled in that can be, not yet in the graph. */
export function newNode(graph: FlowGraph, recipe: Recipe, position: Point): FlowNode {
  const title = recipe.title ?? KINDS[recipe.kind].title;
  const common = {
    id: newLocalId(),
    key: freshKey(title, keysIn(graph)),
    title,
    position,
    settings: {},
  };
  if (recipe.kind === 'event') {
    const { kind, connector, version, trigger } = recipe;
    return { ...common, kind, config: { connector, version, trigger }, input: '{}' };
  }
  if (recipe.kind !== 'action') return { ...common, ...plainPart(recipe.kind) } as FlowNode;
  const { connector, version, action, sample } = recipe;
  const input = JSON.stringify(sample ?? {}, null, 2);
  return { ...common, kind: 'action', config: { connector, version, action }, input };
}

/** The person's own time zone, in which they think of times. */
function zoneHere(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';
}

function plainPart(kind: Exclude<NodeKind, ConnectorKind>): Partial<FlowNode> {
  switch (kind) {
    case 'manual':
    case 'called':
      return { kind, config: {} };
    case 'webhook':
      return { kind, config: webhookConfigSchema.parse({}) };
    case 'schedule':
      return { kind, config: { ...scheduleConfigSchema.parse({}), timeZone: zoneHere() } };
    case 'map':
      return { kind, config: {}, input: '{}' };
    case 'choice':
      return { kind, config: { cases: [{ id: newLocalId(6), label: 'Case 1', when: 'true' }] } };
    case 'loop':
      return { kind, config: { concurrency: 1, onItemError: 'stop' }, input: '[]' };
    case 'join':
      return { kind, config: { mode: 'all' } };
    case 'wait':
      return { kind, config: { mode: 'for' }, input: '60' };
    case 'respond':
      return { kind, config: {}, input: '{ "status": 200, "body": { "ok": true } }' };
    case 'call':
      return { kind, config: { flow: '' }, input: '{}' };
    case 'fail':
      return {
        kind,
        config: {},
        input: '{ "message": "Say what is wrong.", "hint": "Say what to do." }',
      };
    case 'note':
      return { kind, config: { text: '' } };
    case 'group':
    default:
      return { kind, config: { folded: false } };
  }
}
