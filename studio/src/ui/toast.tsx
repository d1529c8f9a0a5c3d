import { Toast as Base } from '@base-ui/react/toast';
import type { Problem } from '@patchbay/shared/base';
import { CircleAlert, CircleCheck, X } from 'lucide-react';

import { cx } from './cx.ts';

const manager = Base.createToastManager();

export interface ToastOptions {
  tone?: 'ok' | 'fail';
  /** A second line. */
  hint?: string;
  /** A button: undo, open. */
  action?: { label: string; onClick: () => void };
}

/** Says in a corner what happened, for a few seconds: `toast('Flow deleted')`. */
export function toast(message: string, options: ToastOptions = {}): void {
  const { tone = 'ok', hint, action } = options;
  manager.add({
    title: message,
    description: hint,
    type: tone,
    timeout: tone === 'fail' ? 9000 : 5000,
    actionProps: action && { children: action.label, onClick: action.onClick },
  });
}

/** Says a Problem in a corner; for what has no place of its own on the page. */
export function toastProblem({ message, hint }: Problem): void {
  toast(message, { tone: 'fail', hint });
}

/** Where toasts appear; stands once, around the app's root. */
export function Toaster() {
  return (
    <Base.Provider toastManager={manager} limit={4}>
      <Base.Portal>
        <Base.Viewport className="fixed right-4 bottom-4 z-60 flex w-90 max-w-[calc(100vw-32px)] flex-col gap-2">
          <Toasts />
        </Base.Viewport>
      </Base.Portal>
    </Base.Provider>
  );
}

function Toasts() {
  const { toasts } = Base.useToastManager();
  return toasts.map((item) => (
    <Base.Root
      key={item.id}
      toast={item}
      className="animate-rise rounded-lg border border-line bg-raised shadow-pop data-limited:hidden"
    >
      <Base.Content className="flex items-start gap-2.5 p-3">
        <ToastIcon failed={item.type === 'fail'} />
        <div className="min-w-0 flex-1 break-words">
          <Base.Title className="line-clamp-3 font-medium" />
          <Base.Description className="line-clamp-4 text-ink-2" />
          <Base.Action className="mt-1 font-medium text-accent hover:underline empty:hidden" />
        </div>
        <Base.Close aria-label="Dismiss" className="rounded-sm p-0.5 text-ink-3 hover:text-ink">
          <X aria-hidden className="size-4" />
        </Base.Close>
      </Base.Content>
    </Base.Root>
  ));
}

function ToastIcon({ failed }: { failed: boolean }) {
  const Icon = failed ? CircleAlert : CircleCheck;
  return (
    <Icon aria-hidden className={cx('mt-0.5 size-4 shrink-0', failed ? 'text-fail' : 'text-ok')} />
  );
}
