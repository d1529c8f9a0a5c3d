import type { FlowNode, NodeKind } from '@patchbay/shared/flows';
import { useAtomValue } from 'jotai';

import { ConnectorIcon } from '#ui';

import { KIND_ICONS } from './canvas-sprite.tsx';
import { connectorsAtom } from './canvas.atoms.ts';
import { KINDS } from './node-kinds.ts';

/** A step's tile: the connector's mark for its actions and triggers, the kind's otherwise. */
export function CanvasIcon({ node }: { node: FlowNode }) {
  return node.kind === 'action' || node.kind === 'event' ? (
    <ActionIcon connector={node.config.connector} />
  ) : (
    <KindIcon kind={node.kind} />
  );
}

function ActionIcon({ connector }: { connector: string }) {
  const known = useAtomValue(connectorsAtom)?.get(connector);
  return <ConnectorIcon icon={known?.icon} name={known?.name ?? connector} />;
}

interface KindIconProps {
  kind: NodeKind;
  size?: 'sm' | 'md';
}

/** The tile of a step kind; its drawing is shared by reference, so a tile is two elements. */
export function KindIcon({ kind, size = 'md' }: KindIconProps) {
  return (
    <svg
      aria-hidden
      className={
        size === 'md'
          ? 'size-8 shrink-0 rounded-md p-1.75 text-white'
          : 'size-5 shrink-0 rounded-sm p-1 text-white'
      }
      style={{ background: KINDS[kind].color }}
    >
      <use href={`#${KIND_ICONS}${kind}`} />
    </svg>
  );
}
