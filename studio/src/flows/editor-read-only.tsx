import { ROLE_WORDS } from '@patchbay/shared/access';
import { useAtomValue } from 'jotai';
import { Eye } from 'lucide-react';
import type { ReactNode } from 'react';

import { useMe } from '#access';
import { Badge, Locked, Tooltip } from '#ui';

import { readOnlyAtom } from './canvas.atoms.ts';

/** Says that the flow can be looked at only, and why. */
export function ReadOnlyBadge() {
  const me = useMe();
  const role = me?.role && `Your role in “${me.project.name}” is ${ROLE_WORDS[me.role].name}. `;
  const why = `${role ?? ''}Changing flows takes the role Editor: ask an admin of the project.`;
  return (
    <Tooltip content={<span className="min-w-0 break-words">{why}</span>} side="bottom">
      <button type="button" className="shrink-0 rounded-sm" aria-label={`Read-only. ${why}`}>
        <Badge tone="run">
          <Eye aria-hidden />
          Read-only
        </Badge>
      </button>
    </Tooltip>
  );
}

/** Fields of a step: to be read only where the flow is. */
export function StepFields({ children }: { children: ReactNode }) {
  return <Locked when={useAtomValue(readOnlyAtom)}>{children}</Locked>;
}

/** What is only there where the flow may be changed. */
export function WhenDrawing({ children }: { children: ReactNode }) {
  return useAtomValue(readOnlyAtom) ? null : children;
}
