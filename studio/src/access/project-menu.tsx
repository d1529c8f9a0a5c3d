import { Popover as Base } from '@base-ui/react/popover';
import { useRef, type RefObject } from 'react';

import { cx, POPUP } from '#ui';

import { ProjectPicker } from './project-picker.tsx';

interface ProjectMenuProps {
  open: boolean;
  /** The button that opens and closes it. */
  anchor: RefObject<HTMLButtonElement | null>;
  onClose: () => void;
}

/** The projects beside the rail; loaded when somebody is about to open it. */
export function ProjectMenu({ open, anchor, onClose }: ProjectMenuProps) {
  const field = useRef<HTMLInputElement>(null);
  const change = (next: boolean, { event }: Base.Root.ChangeEventDetails): void => {
    // The button's own click closes it; closed here already, it would open it again.
    const isOwn = event.target instanceof Node && anchor.current?.contains(event.target);
    if (!next && !isOwn) onClose();
  };
  return (
    <Base.Root open={open} onOpenChange={change}>
      <Base.Portal>
        <Base.Positioner anchor={anchor} side="right" align="start" sideOffset={6} className="z-50">
          <Base.Popup
            aria-label="Projects"
            initialFocus={field}
            finalFocus={anchor}
            className={cx(
              POPUP,
              'flex max-h-[min(600px,var(--available-height))] w-76 flex-col overflow-hidden p-0!',
            )}
          >
            <ProjectPicker field={field} onClose={onClose} />
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
