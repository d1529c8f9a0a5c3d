import { portsOf, type FlowNode } from '@patchbay/shared/flows';
import { Handle, Position } from '@xyflow/react';
import { useAtomValue } from 'jotai';

import { cx } from '#ui';

import { errorWiredAtom, readOnlyAtom } from './canvas.atoms.ts';
import { handlesOf, type Handle as Place } from './node-geometry.ts';

const SIDES = { left: Position.Left, right: Position.Right, bottom: Position.Bottom };

/** Places are measured from the outer edge, CSS from inside the border. */
const BORDER = 1;

interface CanvasHandlesProps {
  node: FlowNode;
  selected: boolean;
}

/** The places where wires meet a node; the error exit hides until it is wanted or wired. */
export function CanvasHandles({ node, selected }: CanvasHandlesProps) {
  const fails = useAtomValue(errorWiredAtom(node.id));
  const isReadOnly = useAtomValue(readOnlyAtom);
  return handlesOf(node).map((place) => (
    <Handle
      key={place.id}
      id={place.id}
      type={place.type}
      // A folded group only shows where the wires of what is inside it go.
      isConnectable={node.kind !== 'group'}
      position={SIDES[place.side]}
      title={isReadOnly ? nameOf(node, place) : wordsOf(node, place)}
      className={cx(
        'pb-handle',
        place.id === 'error' && 'pb-error',
        (selected || fails) && 'pb-shown',
      )}
      style={{ left: place.x - BORDER, top: place.y - BORDER, right: 'auto', bottom: 'auto' }}
    />
  ));
}

function wordsOf(node: FlowNode, place: Place): string {
  if (node.kind === 'group') return 'Unfold the group to connect what is inside';
  if (place.type === 'target') return 'Entry: drop a wire here';
  return `${nameOf(node, place)}: drag to connect`;
}

function nameOf(node: FlowNode, { id, type }: Place): string {
  if (type === 'target') return 'Entry';
  return portsOf(node).find((port) => port.id === id)?.label || 'Next';
}
