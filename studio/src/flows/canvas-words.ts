import type { FlowNode } from '@patchbay/shared/flows';
import { useAtomValue } from 'jotai';

import { connectionNamesAtom, connectorsAtom, flowNamesAtom } from './canvas.atoms.ts';
import { lineOf } from './node-kinds.ts';

export interface NodeWords {
  /** What the step does, in one line. */
  line: string;
  /** Why it can't be shown as what it was: its connector is gone. */
  wrong?: string;
}

/** A step in words, with the names of what it uses. */
export function useNodeWords(node: FlowNode): NodeWords {
  const connectors = useAtomValue(connectorsAtom);
  const connections = useAtomValue(connectionNamesAtom);
  const flows = useAtomValue(flowNamesAtom);
  if (node.kind === 'call') return { line: lineOf(node, { flow: flows.get(node.config.flow) }) };
  if (node.kind !== 'action' && node.kind !== 'event') return { line: lineOf(node, {}) };
  const { connector, version, connection } = node.config;
  const [operation, isTrigger] =
    node.kind === 'action' ? [node.config.action, false] : [node.config.trigger, true];
  const known = connectors?.get(connector);
  const method = (isTrigger ? known?.triggers : known?.actions)?.find(({ id }) => id === operation);
  const place = connection ? (connections.get(connection) ?? known?.name) : known?.name;
  // A step that is called as what it does needs not say it twice.
  const action = method?.title === node.title && place ? '' : method?.title;
  const line = lineOf(node, { action, place });
  if (!connectors || method) return { line };
  if (!known) return { line, wrong: `Connector "${connector}" is not here` };
  // An action may exist in the version the step was made with and be gone since.
  return known.version === version
    ? { line, wrong: `${known.name} has no "${operation}"` }
    : { line };
}
