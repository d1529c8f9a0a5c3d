import { Tooltip as Base } from '@base-ui/react/tooltip';
import type { ReactElement, ReactNode } from 'react';

import { Keys } from './kbd.tsx';

interface TooltipProps {
  content: ReactNode;
  /** Shown after the words: `Mod+K`. */
  shortcut?: string;
  side?: 'top' | 'right' | 'bottom' | 'left';
  /** The one element that is explained. */
  children: ReactElement;
}

/** A few words about an element, on hover and on focus. Never the only place they stand. */
export function Tooltip({ content, shortcut, side = 'top', children }: TooltipProps) {
  return (
    <Base.Root onOpenChange={letEscapePass}>
      <Base.Trigger render={children} delay={350} />
      <Base.Portal>
        <Base.Positioner side={side} sideOffset={6} className="z-60">
          {/* What it says is the element's own name already; read out it would be said twice. */}
          <Base.Popup
            aria-hidden
            className="flex max-w-80 animate-rise items-center gap-2 rounded-md border border-line bg-raised px-2 py-1 text-sm text-ink shadow-pop"
          >
            {content}
            {shortcut && <Keys shortcut={shortcut} />}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

/** Escape hides the words and still reaches the dialog they stand in. */
function letEscapePass(_open: boolean, details: Base.Root.ChangeEventDetails): void {
  if (details.reason === 'escape-key') details.allowPropagation();
}

/** Lets a second tooltip open without the wait; stands once around the app. */
export function TooltipProvider({ children }: { children: ReactNode }) {
  return <Base.Provider>{children}</Base.Provider>;
}
