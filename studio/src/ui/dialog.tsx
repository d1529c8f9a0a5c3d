import { Dialog as Base } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { useRef, type ReactNode } from 'react';

import { cx } from './cx.ts';
import { IconButton } from './icon-button.tsx';

interface DialogProps {
  open: boolean;
  onClose: () => void;
  title: ReactNode;
  description?: ReactNode;
  children?: ReactNode;
  /** Buttons at the bottom, the main one last. */
  actions?: ReactNode;
  size?: 'sm' | 'md' | 'lg' | 'xl';
  /** False: only its own buttons close it, so that nothing typed is lost by a click beside it. */
  dismissable?: boolean;
}

const SIZES = { sm: 'w-100', md: 'w-130', lg: 'w-180', xl: 'w-240' };

/** Where typing goes at once; not what is further down, for the window would be scrolled to it. */
function firstField(body: HTMLElement | null): HTMLElement | undefined {
  const first = body?.querySelector<HTMLElement>('input, textarea, [role=combobox], [role=radio]');
  return first?.matches('textarea, input:not([type=checkbox], [type=radio], [type=file])')
    ? first
    : undefined;
}

/** A window over the page. Never open one over another. */
export function Dialog(props: DialogProps) {
  const { open, onClose, title, description, children, actions, size = 'md' } = props;
  // Not the button that closes it: who came by key would see its tooltip first.
  const body = useRef<HTMLDivElement>(null);
  return (
    <Base.Root
      open={open}
      onOpenChange={(next) => !next && onClose()}
      disablePointerDismissal={props.dismissable === false}
    >
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-scrim" />
        <Base.Popup
          initialFocus={() => firstField(body.current) ?? body.current}
          className={cx(
            'fixed top-[10vh] left-1/2 z-40 flex max-h-[82vh] max-w-[calc(100vw-32px)] -translate-x-1/2 flex-col rounded-xl border border-line bg-panel shadow-pop outline-none',
            SIZES[size],
          )}
        >
          <header className="flex items-start gap-2 border-b border-line px-4 py-3">
            <div className="min-w-0 flex-1">
              <Base.Title className="truncate text-lg font-semibold">{title}</Base.Title>
              {description && (
                <Base.Description className="text-ink-3">{description}</Base.Description>
              )}
            </div>
            <IconButton label="Close" size="sm" onClick={onClose}>
              <X />
            </IconButton>
          </header>
          <div ref={body} tabIndex={-1} className="min-h-0 flex-1 overflow-y-auto p-4 outline-none">
            {children}
          </div>
          {actions && (
            <footer className="flex items-center justify-end gap-2 border-t border-line px-4 py-3">
              {actions}
            </footer>
          )}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
