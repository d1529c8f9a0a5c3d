import type { NodeKind } from '@patchbay/shared/flows';

import { KINDS } from './node-kinds.ts';

/** Ids of the drawings start with this. */
export const KIND_ICONS = 'kind-icon-';

/** Each kind's drawing, once per page; tiles refer to it. */
export function CanvasSprite() {
  return (
    <svg aria-hidden className="absolute size-0 overflow-hidden">
      {(Object.keys(KINDS) as NodeKind[]).map((kind) => {
        const Icon = KINDS[kind].icon;
        return (
          <symbol key={kind} id={`${KIND_ICONS}${kind}`} viewBox="0 0 24 24">
            <Icon width={24} height={24} />
          </symbol>
        );
      })}
    </svg>
  );
}
