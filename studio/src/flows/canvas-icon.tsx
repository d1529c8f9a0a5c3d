import type { FlowNode, NodeKind } from '@patchbay/shared/flows';
import { useAtomValue } from 'jotai';

import { ConnectorIcon } from '#ui';

import { KIND_ICONS } from './canvas-sprite.tsx';
import { connectorsAtom } from './canvas.atoms.ts';
import { KINDS } from './node-kinds.ts';

/** A step's tile: the connector's mark for actions, the kind's otherwise. */
export function CanvasIcon({ node }: { node: FlowNode }) {
  return node.kind === 'action' ? (
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

/** The tile of a step kind; its drawing is shared by reference, so a tile is three elements. */
export function KindIcon({ kind, size = 'md' }: KindIconProps) {
  return (
    <span
      aria-hidden
      className={
        size === 'md'
          ? 'inline-flex size-8 shrink-0 items-center justify-center rounded-md text-white'
          : 'inline-flex size-5 shrink-0 items-center justify-center rounded-sm text-white'
      }
      style={{ background: KINDS[kind].color }}
    >
      <svg className={size === 'md' ? 'size-4.5' : 'size-3'}>
        <use href={`#${KIND_ICONS}${kind}`} />
      </svg>
    </span>
  );
}
